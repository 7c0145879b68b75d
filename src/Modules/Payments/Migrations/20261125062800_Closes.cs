using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Payments.Migrations;

/// <summary>Daily closes: every posting belongs to one day, and each day is sealed together with the one before it.</summary>
[DbContext(typeof(PaymentsDb))]
[Migration("20261125062800_Closes")]
internal sealed class Closes : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Tables);
        migrationBuilder.Sql(Seal);
        migrationBuilder.Sql(Close);
    }

    private const string Tables =
        """
        create table payments.ledger_closes (
          day date primary key,
          ends_at timestamptz not null,
          closed_at timestamptz not null);

        -- One a day and currency. seal: see payments.seal_of.
        create table payments.ledger_close_sums (
          day date not null references payments.ledger_closes (day),
          currency char(3) not null,
          postings int not null check (postings >= 0),
          seal text not null check (seal ~ '^[0-9a-f]{64}$'),
          primary key (day, currency));

        create table payments.ledger_close_accounts (
          day date not null,
          currency char(3) not null,
          account_id uuid not null references payments.ledger_accounts (id),
          opening_minor bigint not null,
          gained_minor bigint not null check (gained_minor >= 0),
          given_minor bigint not null check (given_minor >= 0),
          closing_minor bigint not null,
          primary key (day, currency, account_id),
          foreign key (day, currency) references payments.ledger_close_sums (day, currency) deferrable initially deferred,
          check (closing_minor = opening_minor + gained_minor - given_minor));
        create index ledger_close_accounts_account on payments.ledger_close_accounts (account_id);

        -- A posting waits here until a day takes it: the next one to be closed, if it came after its own.
        create table payments.ledger_unclosed (transaction_id uuid primary key references payments.ledger_transactions (id));
        create table payments.ledger_closed (
          transaction_id uuid primary key references payments.ledger_transactions (id),
          day date not null references payments.ledger_closes (day));
        create index ledger_closed_day on payments.ledger_closed (day);
        insert into payments.ledger_unclosed select id from payments.ledger_transactions;
        create function payments.await_close() returns trigger language plpgsql as $$
        begin
          insert into payments.ledger_unclosed values (new.id);
          return null;
        end $$;
        create trigger ledger_transactions_await_close after insert on payments.ledger_transactions
          for each row execute function payments.await_close();

        do $$
        declare
          name text;
        begin
          foreach name in array array['ledger_closes', 'ledger_close_sums', 'ledger_close_accounts', 'ledger_closed'] loop
            execute format(
              'create trigger %I before update or delete on payments.%I for each row execute function platform.refuse_change()',
              name || '_kept', name);
            execute format('create trigger %I before truncate on payments.%I for each statement execute function platform.refuse_change()',
              name || '_not_emptied', name);
          end loop;
        end $$;
        """;

    private const string Seal =
        """
        -- SHA-256 over the seal of the day before and, a line each, what this day says and every entry in it.
        create function payments.seal_of(p_day date, p_currency char(3), p_before text) returns text language sql stable as $$
          select encode(sha256(convert_to(
            p_before || E'\n' || to_char(p_day, 'YYYY-MM-DD') || ' ' || p_currency || E'\n'
            || coalesce((
              select string_agg(format('%s %s %s %s %s', a.code, c.opening_minor, c.gained_minor, c.given_minor, c.closing_minor), E'\n'
                order by a.code collate "C")
              from payments.ledger_close_accounts c join payments.ledger_accounts a on a.id = c.account_id
              where c.day = p_day and c.currency = p_currency), '') || E'\n'
            || coalesce((
              select string_agg(format('%s %s %s %s', e.id, e.transaction_id, a.code, e.amount_minor), E'\n' order by e.id)
              from payments.ledger_closed d join payments.ledger_entries e on e.transaction_id = d.transaction_id
              join payments.ledger_accounts a on a.id = e.account_id
              where d.day = p_day and e.currency = p_currency), ''), 'UTF8')), 'hex')
        $$;
        """;

    private const string Close =
        """
        -- Closes one day. False when it is closed already, or a later one is.
        create function payments.close_day(p_day date, p_ends_at timestamptz, p_now timestamptz) returns boolean language plpgsql as $$
        declare
          last date;
        begin
          perform pg_advisory_xact_lock(hashtext('payments.close_day'));
          select max(day) into last from payments.ledger_closes;
          if last >= p_day then
            return false;
          end if;
          insert into payments.ledger_closes values (p_day, p_ends_at, p_now);
          with taken as (
            delete from payments.ledger_unclosed u using payments.ledger_transactions t
            where t.id = u.transaction_id and t.at < p_ends_at returning u.transaction_id)
          insert into payments.ledger_closed select transaction_id, p_day from taken;

          insert into payments.ledger_close_accounts
          select p_day, currency, account_id, sum(opening), sum(gained), sum(given), sum(opening) + sum(gained) - sum(given)
          from (
            select currency, account_id, closing_minor as opening, 0::bigint as gained, 0::bigint as given
            from payments.ledger_close_accounts where day = last
            union all
            select e.currency, e.account_id, 0, greatest(e.amount_minor, 0), greatest(-e.amount_minor, 0)
            from payments.ledger_closed d join payments.ledger_entries e on e.transaction_id = d.transaction_id where d.day = p_day) parts
          group by currency, account_id;

          insert into payments.ledger_close_sums
          select p_day, c.currency, c.postings,
            payments.seal_of(p_day, c.currency,
              coalesce((select s.seal from payments.ledger_close_sums s where s.day = last and s.currency = c.currency), ''))
          from (
            select a.currency, (
              select count(distinct d.transaction_id)::int from payments.ledger_closed d
              join payments.ledger_entries e on e.transaction_id = d.transaction_id
              where d.day = p_day and e.currency = a.currency) as postings
            from payments.ledger_close_accounts a where a.day = p_day group by a.currency) c;
          return true;
        end $$;
        """;
}
