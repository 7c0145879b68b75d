using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Payments.Migrations;

/// <summary>Payments, attempts, refunds, the inbox of webhooks, the ledger, and the rules the database keeps by itself.</summary>
[DbContext(typeof(PaymentsDb))]
[Migration("20261121120000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Payments);
        migrationBuilder.Sql(Refunds);
        migrationBuilder.Sql(Inbox);
        migrationBuilder.Sql(Ledger);
    }

    private const string Payments =
        """
        create schema if not exists payments;

        -- captured and refunded are sums over attempts and refunds, kept here for reading.
        create table payments.payments (
          id uuid primary key,
          order_id uuid not null unique references orders.orders (id),
          method text not null,
          provider text not null,
          currency char(3) not null,
          amount_minor bigint not null check (amount_minor >= 0),
          captured_minor bigint not null default 0 check (captured_minor >= 0),
          refunded_minor bigint not null default 0,
          status text not null check (status in ('pending', 'authorized', 'paid', 'failed', 'partiallyRefunded', 'refunded')),
          called_off_at timestamptz,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint payments_refunded_within_captured check (refunded_minor between 0 and captured_minor));

        -- The id is the key the provider knows the attempt by. request_key: the Idempotency-Key it was begun with.
        create table payments.payment_attempts (
          id uuid primary key,
          seq bigint generated always as identity,
          payment_id uuid not null references payments.payments (id),
          order_id uuid not null references orders.orders (id),
          method text not null,
          provider text not null,
          currency char(3) not null,
          amount_minor bigint not null check (amount_minor > 0),
          status text not null check (status in ('pending', 'unknown', 'challenged', 'captured', 'declined', 'voided')),
          provider_reference text unique,
          decline_reason text,
          next_action jsonb,
          last4 text check (last4 ~ '^[0-9]{4}$'),
          request_key text,
          ask_at timestamptz not null,
          asked int not null default 0 check (asked >= 0),
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index payment_attempts_payment on payments.payment_attempts (payment_id, seq);
        create index payment_attempts_order on payments.payment_attempts (order_id);
        create index payment_attempts_open on payments.payment_attempts (ask_at) where status in ('pending', 'unknown', 'challenged');
        -- Two attempts may never be open for one payment: the buyer would be charged twice.
        create unique index payment_attempts_one_open on payments.payment_attempts (payment_id)
          where status in ('pending', 'unknown', 'challenged');

        create function payments.guard_attempt() returns trigger language plpgsql as $$
        declare
          movable constant text[] :=
            array['status', 'provider_reference', 'decline_reason', 'next_action', 'ask_at', 'asked', 'updated_at'];
        begin
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
            raise exception 'what was attempted never changes (attempt %)', old.id using errcode = 'restrict_violation';
          end if;
          if old.status = 'captured' and new.status <> 'captured' then
            raise exception 'money that was captured stays captured (attempt %)', old.id using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger payment_attempts_guarded before update on payments.payment_attempts
          for each row execute function payments.guard_attempt();
        create trigger payment_attempts_kept before delete on payments.payment_attempts
          for each row execute function platform.refuse_change();

        create function payments.guard_payment() returns trigger language plpgsql as $$
        declare
          movable constant text[] :=
            array['method', 'provider', 'captured_minor', 'refunded_minor', 'status', 'called_off_at', 'updated_at'];
        begin
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable or new.captured_minor < old.captured_minor
             or new.refunded_minor < old.refunded_minor then
            raise exception 'a payment keeps its order, its amount and what was taken and given back (payment %)', old.id
              using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger payments_guarded before update on payments.payments for each row execute function payments.guard_payment();
        create trigger payments_kept before delete on payments.payments for each row execute function platform.refuse_change();
        """;

    private const string Refunds =
        """
        create table payments.refunds (
          id uuid primary key,
          attempt_id uuid not null references payments.payment_attempts (id),
          payment_id uuid not null references payments.payments (id),
          order_id uuid not null references orders.orders (id),
          currency char(3) not null,
          amount_minor bigint not null check (amount_minor > 0),
          status text not null check (status in ('pending', 'succeeded', 'failed')),
          reason text not null check (length(reason) between 1 and 500),
          by_whom text not null,
          provider_reference text,
          error text,
          tries int not null default 0 check (tries >= 0),
          due_at timestamptz not null,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index refunds_attempt on payments.refunds (attempt_id);
        create index refunds_payment on payments.refunds (payment_id);
        create index refunds_order on payments.refunds (order_id);
        create index refunds_due on payments.refunds (due_at) where status = 'pending';

        -- The attempt's row is locked, so that two refunds at once can't both find room.
        create function payments.guard_refund() returns trigger language plpgsql as $$
        declare
          captured bigint;
          given bigint;
        begin
          select amount_minor into captured from payments.payment_attempts
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
        create trigger refunds_within_captured before insert or update of status, amount_minor, attempt_id on payments.refunds
          for each row execute function payments.guard_refund();

        create function payments.guard_settled_refund() returns trigger language plpgsql as $$
        begin
          raise exception 'a settled refund never changes (refund %)', old.id using errcode = 'restrict_violation';
        end $$;
        create trigger refunds_settled before update on payments.refunds
          for each row when (old.status = 'succeeded' or new.amount_minor <> old.amount_minor)
          execute function payments.guard_settled_refund();
        create trigger refunds_kept before delete on payments.refunds for each row execute function platform.refuse_change();
        """;

    private const string Inbox =
        """
        create table payments.webhook_inbox (
          id uuid primary key,
          provider text not null,
          event_id text not null check (length(event_id) between 1 and 200),
          payload text not null,
          received_at timestamptz not null,
          processed_at timestamptz,
          outcome text,
          unique (provider, event_id));
        create index webhook_inbox_unprocessed on payments.webhook_inbox (received_at) where processed_at is null;
        """;

    private const string Ledger =
        """
        create table payments.ledger_accounts (
          id uuid primary key,
          code text not null unique,
          name text not null,
          created_at timestamptz not null);
        insert into payments.ledger_accounts values
          ('019ab000-0000-7000-8000-000000000101', 'sales', 'Paid by customers for orders', now()),
          ('019ab000-0000-7000-8000-000000000102', 'provider:demo', 'Held by the demo gateway for the shop', now()),
          ('019ab000-0000-7000-8000-000000000103', 'provider:cod', 'Cash collected by couriers', now());

        create table payments.ledger_transactions (
          id uuid primary key,
          kind text not null check (kind in ('capture', 'refund')),
          source_id uuid not null,
          order_id uuid not null references orders.orders (id),
          at timestamptz not null,
          unique (kind, source_id));
        create index ledger_transactions_order on payments.ledger_transactions (order_id);

        create table payments.ledger_entries (
          id uuid primary key,
          transaction_id uuid not null references payments.ledger_transactions (id),
          account_id uuid not null references payments.ledger_accounts (id),
          currency char(3) not null,
          amount_minor bigint not null check (amount_minor <> 0));
        create index ledger_entries_transaction on payments.ledger_entries (transaction_id);
        create index ledger_entries_account on payments.ledger_entries (account_id, currency);

        create trigger ledger_accounts_kept before update or delete on payments.ledger_accounts
          for each row execute function platform.refuse_change();
        create trigger ledger_transactions_kept before update or delete on payments.ledger_transactions
          for each row execute function platform.refuse_change();
        create trigger ledger_entries_kept before update or delete on payments.ledger_entries
          for each row execute function platform.refuse_change();
        create trigger ledger_transactions_not_emptied before truncate on payments.ledger_transactions
          for each statement execute function platform.refuse_change();
        create trigger ledger_entries_not_emptied before truncate on payments.ledger_entries
          for each statement execute function platform.refuse_change();

        -- Looked at when the transaction commits, so entries may come one after the other.
        create function payments.check_entries() returns trigger language plpgsql as $$
        begin
          if exists (
            select from payments.ledger_entries where transaction_id = new.transaction_id
            group by currency having sum(amount_minor) <> 0) then
            raise exception 'ledger transaction % does not sum to zero', new.transaction_id using errcode = 'check_violation';
          end if;
          return null;
        end $$;
        create constraint trigger ledger_entries_balanced after insert on payments.ledger_entries
          deferrable initially deferred for each row execute function payments.check_entries();

        create function payments.check_transaction() returns trigger language plpgsql as $$
        begin
          if (select count(*) from payments.ledger_entries where transaction_id = new.id) < 2 then
            raise exception 'ledger transaction % has no two sides', new.id using errcode = 'check_violation';
          end if;
          return null;
        end $$;
        create constraint trigger ledger_transactions_two_sided after insert on payments.ledger_transactions
          deferrable initially deferred for each row execute function payments.check_transaction();
        """;
}
