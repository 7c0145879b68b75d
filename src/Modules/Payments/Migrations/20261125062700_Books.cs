using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Payments.Migrations;

/// <summary>A chart of accounts, and what of an order each posting was for. What was booked before keeps its meaning.</summary>
[DbContext(typeof(PaymentsDb))]
[Migration("20261125062700_Books")]
internal sealed class Books : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Chart);
        migrationBuilder.Sql(Shares);
        migrationBuilder.Sql(Refunds);
    }

    private const string Chart =
        """
        alter table payments.ledger_accounts disable trigger user;
        alter table payments.ledger_accounts add column kind text not null default 'asset'
          check (kind in ('asset', 'liability', 'income', 'expense'));
        update payments.ledger_accounts set kind = 'income', name = 'Goods sold, before discounts and tax' where code = 'sales';
        alter table payments.ledger_accounts alter column kind drop default;
        alter table payments.ledger_accounts enable trigger user;
        insert into payments.ledger_accounts (id, code, name, created_at, kind) values
          ('019ab000-0000-7000-8000-000000000301', 'shipping', 'Delivery, before discounts and tax', now(), 'income'),
          ('019ab000-0000-7000-8000-000000000302', 'discounts', 'Discounts given', now(), 'expense'),
          ('019ab000-0000-7000-8000-000000000303', 'tax', 'Tax collected and owed', now(), 'liability'),
          ('019ab000-0000-7000-8000-000000000304', 'fees', 'Kept by payment providers', now(), 'expense'),
          ('019ab000-0000-7000-8000-000000000305', 'owed', 'Paid beyond the price, to go back', now(), 'liability');
        create trigger ledger_accounts_not_emptied before truncate on payments.ledger_accounts
          for each statement execute function platform.refuse_change();
        alter table payments.ledger_transactions drop constraint ledger_transactions_kind_check;
        alter table payments.ledger_transactions add constraint ledger_transactions_kind_check check (kind in ('capture', 'refund', 'fee'));
        create index ledger_transactions_at on payments.ledger_transactions (at, id);
        """;

    // Accounts are a function of these sums, so parts of parts never lose a cent.
    private const string Shares =
        """
        create table payments.ledger_shares (
          id uuid primary key default gen_random_uuid(),
          transaction_id uuid not null references payments.ledger_transactions (id),
          order_id uuid not null references orders.orders (id),
          kind text not null check (kind in ('line', 'shipping', 'whole', 'owed')),
          order_line_id uuid references orders.order_lines (id),
          amount_minor bigint not null check (amount_minor <> 0),
          check ((kind = 'line') = (order_line_id is not null)),
          unique nulls not distinct (transaction_id, kind, order_line_id));
        create index ledger_shares_order on payments.ledger_shares (order_id);
        create index ledger_shares_line on payments.ledger_shares (order_line_id);

        -- Booked before the books told parts: the order as a whole, on sales alone.
        insert into payments.ledger_shares (transaction_id, order_id, kind, amount_minor)
        select t.id, t.order_id, 'whole', -sum(e.amount_minor)
        from payments.ledger_transactions t join payments.ledger_entries e on e.transaction_id = t.id
        join payments.ledger_accounts a on a.id = e.account_id and a.code = 'sales' group by t.id;

        create trigger ledger_shares_kept before update or delete on payments.ledger_shares
          for each row execute function platform.refuse_change();
        create trigger ledger_shares_not_emptied before truncate on payments.ledger_shares
          for each statement execute function platform.refuse_change();
        """;

    private const string Refunds =
        """
        -- What a refund is for; none: for whatever is left, in proportion.
        create table payments.refund_parts (
          id uuid primary key default gen_random_uuid(),
          refund_id uuid not null references payments.refunds (id),
          order_id uuid not null references orders.orders (id),
          kind text not null check (kind in ('line', 'shipping')),
          order_line_id uuid references orders.order_lines (id),
          quantity int check (quantity > 0),
          amount_minor bigint not null check (amount_minor >= 0),
          check ((kind = 'line') = (order_line_id is not null)),
          check ((kind = 'line') = (quantity is not null)),
          unique nulls not distinct (refund_id, kind, order_line_id));
        create index refund_parts_order on payments.refund_parts (order_id);
        create index refund_parts_line on payments.refund_parts (order_line_id);
        create trigger refund_parts_kept before update or delete on payments.refund_parts
          for each row execute function platform.refuse_change();
        create trigger refund_parts_not_emptied before truncate on payments.refund_parts
          for each statement execute function platform.refuse_change();

        create table payments.refund_edges (from_status text not null, to_status text not null, primary key (from_status, to_status));
        insert into payments.refund_edges values ('pending', 'succeeded'), ('pending', 'failed'), ('failed', 'pending');

        create or replace function payments.guard_settled_refund() returns trigger language plpgsql as $$
        declare
          movable constant text[] := array['status', 'provider_reference', 'error', 'tries', 'due_at', 'updated_at'];
        begin
          if old.status = 'succeeded' then
            raise exception 'a settled refund never changes (refund %)', old.id using errcode = 'restrict_violation';
          end if;
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
            raise exception 'what is to go back never changes (refund %)', old.id using errcode = 'restrict_violation';
          end if;
          if new.status <> old.status
             and not exists (select from payments.refund_edges where from_status = old.status and to_status = new.status) then
            raise exception 'refund % can not go from % to %', old.id, old.status, new.status using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        drop trigger refunds_settled on payments.refunds;
        create trigger refunds_settled before update on payments.refunds
          for each row execute function payments.guard_settled_refund();
        """;
}
