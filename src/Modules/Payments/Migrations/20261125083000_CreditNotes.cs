using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Payments.Migrations;

/// <summary>Credit notes, numbered without gaps.</summary>
[DbContext(typeof(PaymentsDb))]
[Migration("20261125083000_CreditNotes")]
internal sealed class CreditNotes : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Tables);
        migrationBuilder.Sql(Giving);
    }

    private const string Tables =
        """
        -- A row is a counter. Whoever takes a number holds the row until the commit, so a rolled back number is given again.
        create table payments.credit_note_series (
          series text primary key check (length(series) between 1 and 40),
          latest bigint not null check (latest > 0),
          updated_at timestamptz not null);

        create table payments.credit_notes (
          id uuid primary key,
          refund_id uuid not null unique references payments.refunds (id),
          order_id uuid not null references orders.orders (id),
          series text not null references payments.credit_note_series (series),
          place bigint not null check (place > 0),
          number text not null unique,
          currency char(3) not null,
          amount_minor bigint not null check (amount_minor > 0),
          tax_minor bigint not null check (tax_minor between 0 and amount_minor),
          content jsonb not null,
          issued_at timestamptz not null,
          unique (series, place));
        create index credit_notes_order on payments.credit_notes (order_id);
        create trigger credit_notes_kept before update or delete on payments.credit_notes
          for each row execute function platform.refuse_change();
        create trigger credit_notes_not_emptied before truncate on payments.credit_notes
          for each statement execute function platform.refuse_change();

        create function payments.guard_credit_series() returns trigger language plpgsql as $$
        begin
          if new.series <> old.series or new.latest <> old.latest + 1 then
            raise exception 'numbers of % come one after the other', old.series using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger credit_note_series_guarded before update on payments.credit_note_series
          for each row execute function payments.guard_credit_series();
        create trigger credit_note_series_kept before delete on payments.credit_note_series
          for each row execute function platform.refuse_change();
        create trigger credit_note_series_not_emptied before truncate on payments.credit_note_series
          for each statement execute function platform.refuse_change();

        -- What went back before there were notes has none, and a paper from today would tell of a day that is over.
        create table payments.refunds_without_note (refund_id uuid primary key references payments.refunds (id));
        insert into payments.refunds_without_note select id from payments.refunds where status = 'succeeded';
        create trigger refunds_without_note_kept before insert or update or delete on payments.refunds_without_note
          for each row execute function platform.refuse_change();
        create trigger refunds_without_note_not_emptied before truncate on payments.refunds_without_note
          for each statement execute function platform.refuse_change();
        """;

    // In the database, so that it goes out with the statements queued before it and the counter is held only until their commit.
    private const string Giving =
        """
        create function payments.give_credit_note(
          note uuid, refund uuid, of_order uuid, named text, tax bigint, what jsonb, at timestamptz)
        returns void language plpgsql as $$
        declare
          taken bigint;
        begin
          insert into payments.credit_note_series as s (series, latest, updated_at) values (named, 1, at)
          on conflict (series) do update set latest = s.latest + 1, updated_at = excluded.updated_at
          returning latest into taken;
          insert into payments.credit_notes (
            id, refund_id, order_id, series, place, number, currency, amount_minor, tax_minor, content, issued_at)
          select note, refund, of_order, named, taken, named || lpad(taken::text, greatest(6, length(taken::text)), '0'),
            r.currency, r.amount_minor, tax, what, at
          from payments.refunds r where r.id = refund and r.order_id = of_order and r.status = 'succeeded';
          if not found then
            raise exception 'refund % did not succeed', refund using errcode = 'restrict_violation';
          end if;
        end $$;
        """;
}
