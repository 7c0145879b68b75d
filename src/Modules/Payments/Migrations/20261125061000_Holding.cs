using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Payments.Migrations;

/// <summary>
/// Money that is held before it is taken, the moves attempts and payments may make, what does not add up at a provider's, and accounts for
/// more providers.
/// </summary>
[DbContext(typeof(PaymentsDb))]
[Migration("20261125061000_Holding")]
internal sealed class Holding : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Columns);
        migrationBuilder.Sql(Edges);
        migrationBuilder.Sql(Guards);
        migrationBuilder.Sql(Alarms);
    }

    private const string Columns =
        """
        alter table payments.payment_attempts drop constraint payment_attempts_status_check;
        alter table payments.payment_attempts
          add constraint payment_attempts_status_check
            check (status in ('pending', 'unknown', 'challenged', 'authorized', 'captured', 'declined', 'voided')),
          add column description text not null default '' check (length(description) <= 200),
          add column return_path text not null default '/' check (return_path like '/%'),
          add column capture_later boolean not null default false,
          add column captured_minor bigint not null default 0,
          -- What the shop asked to be done with money that is held, until the provider has done it.
          add column wanted text check (wanted in ('capture', 'void')),
          add column wanted_minor bigint check (wanted_minor between 1 and amount_minor),
          add column fee_minor bigint,
          add column fee_currency char(3),
          add constraint payment_attempts_whole_wish check ((wanted = 'capture') is true = (wanted_minor is not null)),
          add constraint payment_attempts_whole_fee check ((fee_minor is null) = (fee_currency is null));

        alter table payments.payment_attempts disable trigger user;
        update payments.payment_attempts set captured_minor = amount_minor where status = 'captured';
        alter table payments.payment_attempts enable trigger user;
        alter table payments.payment_attempts
          add constraint payment_attempts_captured_within check (captured_minor between 0 and amount_minor),
          add constraint payment_attempts_captured_sum check ((status = 'captured') = (captured_minor > 0));

        drop index payments.payment_attempts_open;
        create index payment_attempts_open on payments.payment_attempts (ask_at)
          where status in ('pending', 'unknown', 'challenged', 'authorized');

        insert into payments.ledger_accounts values
          ('019ab000-0000-7000-8000-000000000201', 'provider:stripe', 'Held by Stripe for the shop', now()),
          ('019ab000-0000-7000-8000-000000000202', 'provider:paypal', 'Held by PayPal for the shop', now()),
          ('019ab000-0000-7000-8000-000000000203', 'provider:razorpay', 'Held by Razorpay for the shop', now())
        on conflict (code) do nothing;
        """;

    private const string Edges =
        """
        create table payments.attempt_edges (from_status text not null, to_status text not null, primary key (from_status, to_status));
        insert into payments.attempt_edges values
          ('pending', 'unknown'), ('pending', 'challenged'), ('pending', 'authorized'), ('pending', 'captured'), ('pending', 'declined'),
          ('pending', 'voided'),
          ('unknown', 'challenged'), ('unknown', 'authorized'), ('unknown', 'captured'), ('unknown', 'declined'), ('unknown', 'voided'),
          ('challenged', 'authorized'), ('challenged', 'captured'), ('challenged', 'declined'), ('challenged', 'voided'),
          ('authorized', 'captured'), ('authorized', 'declined'), ('authorized', 'voided'),
          ('declined', 'authorized'), ('declined', 'captured'),
          ('voided', 'authorized'), ('voided', 'captured');

        create table payments.payment_edges (from_status text not null, to_status text not null, primary key (from_status, to_status));
        insert into payments.payment_edges values
          ('pending', 'authorized'), ('pending', 'paid'), ('pending', 'failed'),
          ('failed', 'pending'), ('failed', 'authorized'), ('failed', 'paid'),
          ('authorized', 'paid'), ('authorized', 'failed'), ('authorized', 'pending'),
          ('paid', 'partiallyRefunded'), ('paid', 'refunded'), ('partiallyRefunded', 'refunded'), ('refunded', 'partiallyRefunded');
        """;

    private const string Guards =
        """
        -- Taken without a word of how much: all of it.
        create function payments.set_captured() returns trigger language plpgsql as $$
        begin
          new.captured_minor := new.amount_minor;
          return new;
        end $$;
        create trigger payment_attempts_captured before insert or update of status on payments.payment_attempts
          for each row when (new.status = 'captured' and new.captured_minor = 0) execute function payments.set_captured();

        create or replace function payments.guard_attempt() returns trigger language plpgsql as $$
        declare
          movable constant text[] := array['status', 'provider_reference', 'decline_reason', 'next_action', 'ask_at', 'asked', 'updated_at',
            'captured_minor', 'wanted', 'wanted_minor', 'fee_minor', 'fee_currency'];
        begin
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
            raise exception 'what was attempted never changes (attempt %)', old.id using errcode = 'restrict_violation';
          end if;
          if old.status = 'captured' and (new.status <> 'captured' or new.captured_minor <> old.captured_minor) then
            raise exception 'money that was captured stays captured (attempt %)', old.id using errcode = 'restrict_violation';
          end if;
          if old.fee_minor is not null and (new.fee_minor, new.fee_currency) is distinct from (old.fee_minor, old.fee_currency) then
            raise exception 'a fee is booked once (attempt %)', old.id using errcode = 'restrict_violation';
          end if;
          if new.status <> old.status
             and not exists (select from payments.attempt_edges where from_status = old.status and to_status = new.status) then
            raise exception 'attempt % can not go from % to %', old.id, old.status, new.status using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;

        create or replace function payments.guard_payment() returns trigger language plpgsql as $$
        declare
          movable constant text[] :=
            array['method', 'provider', 'captured_minor', 'refunded_minor', 'status', 'called_off_at', 'updated_at'];
        begin
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable or new.captured_minor < old.captured_minor
             or new.refunded_minor < old.refunded_minor then
            raise exception 'a payment keeps its order, its amount and what was taken and given back (payment %)', old.id
              using errcode = 'restrict_violation';
          end if;
          if new.status <> old.status
             and not exists (select from payments.payment_edges where from_status = old.status and to_status = new.status) then
            raise exception 'payment % can not go from % to %', old.id, old.status, new.status using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;

        create or replace function payments.guard_refund() returns trigger language plpgsql as $$
        declare
          captured bigint;
          given bigint;
        begin
          select captured_minor into captured from payments.payment_attempts
          where id = new.attempt_id and status = 'captured' and currency = new.currency and payment_id = new.payment_id for no key update;
          if captured is null then
            raise exception 'there is nothing captured to give back (attempt %)', new.attempt_id using errcode = 'restrict_violation';
          end if;
          select coalesce(sum(amount_minor), 0) into given from payments.refunds
          where attempt_id = new.attempt_id and status <> 'failed' and id <> new.id;
          if new.status <> 'failed' and given + new.amount_minor > captured then
            raise exception 'more would go back than was captured (attempt %)', new.attempt_id using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        """;

    private const string Alarms =
        """
        -- What staff must look at: the provider speaks of other money than was asked for, or lost money it held.
        create table payments.alarms (
          id uuid primary key,
          attempt_id uuid not null references payments.payment_attempts (id),
          order_id uuid not null references orders.orders (id),
          kind text not null check (kind in ('mismatch', 'captureFailed', 'holdLost')),
          said text not null check (length(said) between 1 and 500),
          at timestamptz not null,
          unique (attempt_id, kind, said));
        create index alarms_order on payments.alarms (order_id);
        create trigger alarms_kept before update or delete on payments.alarms for each row execute function platform.refuse_change();
        """;
}
