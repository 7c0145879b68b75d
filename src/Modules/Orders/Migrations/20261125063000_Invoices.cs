using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Orders.Migrations;

/// <summary>Numbers without gaps, for invoices and for shops that want their orders numbered so.</summary>
[DbContext(typeof(OrdersDb))]
[Migration("20261125063000_Invoices")]
internal sealed class Invoices : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Tables);
        migrationBuilder.Sql(Giving);
    }

    private const string Tables =
        """
        -- Numbered one after the other instead of in blocks, an order is 2026-000123.
        alter table orders.orders drop constraint orders_number_check;
        alter table orders.orders add constraint orders_number_check check (number ~ '^(T-[0-9]{6,15}|[0-9]{4}-[0-9]{6,12})$');

        -- A row is a counter. Whoever takes a number holds the row until the commit, so a rolled back number is given again.
        create table orders.number_series (
          series text primary key check (length(series) between 1 and 40),
          latest bigint not null check (latest > 0),
          updated_at timestamptz not null);

        create table orders.invoices (
          id uuid primary key,
          order_id uuid not null unique references orders.orders (id),
          series text not null references orders.number_series (series),
          place bigint not null check (place > 0),
          number text not null unique,
          seller jsonb not null,
          issued_at timestamptz not null,
          unique (series, place));
        create trigger invoices_kept before update or delete on orders.invoices
          for each row execute function platform.refuse_change();
        create trigger invoices_not_emptied before truncate on orders.invoices
          for each statement execute function platform.refuse_change();

        create function orders.guard_series() returns trigger language plpgsql as $$
        begin
          if new.series <> old.series or new.latest <> old.latest + 1 then
            raise exception 'numbers of % come one after the other', old.series using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger number_series_guarded before update on orders.number_series
          for each row execute function orders.guard_series();
        create trigger number_series_kept before delete on orders.number_series
          for each row execute function platform.refuse_change();
        """;

    // In the database, so that it can go out in the shared batch: whether an invoice is due depends on statements queued before it.
    private const string Giving =
        """
        create function orders.next_in_series(named text, at timestamptz) returns bigint language sql as $$
          insert into orders.number_series as s (series, latest, updated_at) values (named, 1, at)
          on conflict (series) do update set latest = s.latest + 1, updated_at = excluded.updated_at
          returning latest
        $$;

        -- Due once the order is paid, or once something of it was handed over. The caller holds the order.
        create function orders.give_invoice(invoice uuid, which uuid, named text, by_seller jsonb, at timestamptz)
        returns void language plpgsql as $$
        declare
          taken bigint;
        begin
          if exists (select from orders.invoices where order_id = which)
             or not exists (
               select from orders.orders o where o.id = which and o.status in ('processing', 'shipped', 'delivered')
                 and (o.payment_status = 'paid' or exists (select from orders.fulfilments f where f.order_id = which))) then
            return;
          end if;
          taken := orders.next_in_series(named, at);
          insert into orders.invoices (id, order_id, series, place, number, seller, issued_at)
          values (invoice, which, named, taken, named || lpad(taken::text, greatest(6, length(taken::text)), '0'), by_seller, at);
        end $$;
        """;
}
