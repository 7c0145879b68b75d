using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Orders.Migrations;

/// <summary>
/// Orders, their lines, what was shipped of them, their timeline, guests' keys, and the rules the database keeps by itself.
/// </summary>
[DbContext(typeof(OrdersDb))]
[Migration("20261121110000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Orders);
        migrationBuilder.Sql(Belongings);
        migrationBuilder.Sql(Guards);
    }

    // No foreign keys to accounts and carts: an account may be erased and a cart thrown away, the order stays.
    private const string Orders =
        """
        create schema if not exists orders;

        -- A node takes sixteen numbers at a time (OrderNumbers.cs).
        create sequence orders.number_blocks start with 100001 increment by 16;

        create table orders.status_edges (
          from_status text not null,
          to_status text not null,
          primary key (from_status, to_status));
        insert into orders.status_edges values
          ('pendingPayment', 'processing'), ('pendingPayment', 'cancelled'),
          ('processing', 'shipped'), ('processing', 'cancelled'),
          ('shipped', 'delivered');

        create table orders.orders (
          id uuid primary key,
          number text not null unique check (number ~ '^T-[0-9]{6,15}$'),
          customer_id uuid,
          cart_id uuid not null,
          email text not null check (length(email) between 3 and 254),
          name text not null check (length(name) between 1 and 200),
          shipping_address jsonb not null,
          billing_address jsonb not null,
          shipping_option jsonb not null,
          currency char(3) not null,
          subtotal_minor bigint not null check (subtotal_minor >= 0),
          discount_minor bigint not null check (discount_minor >= 0),
          shipping_minor bigint not null check (shipping_minor >= 0),
          tax_minor bigint not null check (tax_minor >= 0),
          total_minor bigint not null check (total_minor >= 0),
          tax_included boolean not null,
          trace jsonb not null,
          taxes jsonb not null,
          payment_method text not null,
          return_path text check (return_path like '/%' and return_path not like '//%'),
          status text not null check (status in ('pendingPayment', 'processing', 'shipped', 'delivered', 'cancelled')),
          payment_status text not null
            check (payment_status in ('pending', 'authorized', 'paid', 'failed', 'partiallyRefunded', 'refunded')),
          reserved_until timestamptz not null,
          placed_at timestamptz not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint orders_total_adds_up check (
            total_minor = subtotal_minor - discount_minor + shipping_minor + case when tax_included then 0 else tax_minor end));
        create index orders_customer on orders.orders (customer_id, placed_at desc) where customer_id is not null;
        create index orders_placed_at on orders.orders (placed_at desc, id);
        create index orders_status on orders.orders (status, placed_at desc);
        create index orders_reserved_until on orders.orders (reserved_until) where status = 'pendingPayment';
        create index orders_email on orders.orders (lower(email));
        """;

    private const string Belongings =
        """
        create table orders.order_lines (
          id uuid primary key,
          order_id uuid not null references orders.orders (id),
          position int not null check (position >= 0),
          product_id uuid not null,
          variant_id uuid not null,
          sku text not null,
          name text not null,
          options jsonb not null,
          image_url text,
          weight_grams int check (weight_grams >= 0),
          quantity int not null check (quantity > 0),
          currency char(3) not null,
          unit_price_minor bigint not null check (unit_price_minor >= 0),
          line_total_minor bigint not null,
          discount_minor bigint not null,
          tax_minor bigint not null check (tax_minor >= 0),
          created_at timestamptz not null,
          unique (order_id, position),
          check (line_total_minor = unit_price_minor * quantity),
          check (discount_minor between 0 and line_total_minor));

        -- Apart from the line, which never changes. A row comes with the first parcel.
        create table orders.fulfilments (
          order_line_id uuid primary key references orders.order_lines (id),
          order_id uuid not null references orders.orders (id),
          ordered int not null check (ordered > 0),
          shipped int not null check (shipped >= 0),
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint fulfilments_within_ordered check (shipped <= ordered));
        create index fulfilments_order on orders.fulfilments (order_id);

        -- seq tells the order of what happened at one instant. status is set where the order moved.
        create table orders.order_events (
          id uuid primary key,
          order_id uuid not null references orders.orders (id),
          seq bigint generated always as identity,
          at timestamptz not null,
          event text not null check (length(event) between 1 and 60),
          by_whom text not null check (length(by_whom) between 1 and 320),
          note text check (length(note) <= 1000),
          status text check (status in ('pendingPayment', 'processing', 'shipped', 'delivered', 'cancelled')));
        create index order_events_order on orders.order_events (order_id, seq);

        -- What a guest can open the order with. Only hashes: the tokens themselves are in the answers and mails that handed them out.
        create table orders.access_tokens (
          id uuid primary key,
          order_id uuid not null references orders.orders (id),
          token_hash bytea not null unique check (length(token_hash) = 32),
          created_at timestamptz not null);
        create index access_tokens_order on orders.access_tokens (order_id);
        """;

    private const string Guards =
        """
        create function orders.guard_order() returns trigger language plpgsql as $$
        declare
          movable constant text[] := array['status', 'payment_status', 'reserved_until', 'updated_at'];
        begin
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
            raise exception 'what was ordered never changes (order %)', old.number using errcode = 'restrict_violation';
          end if;
          if new.status <> old.status
             and not exists (select from orders.status_edges where from_status = old.status and to_status = new.status) then
            raise exception 'order % can not go from % to %', old.number, old.status, new.status using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger orders_guarded before update on orders.orders for each row execute function orders.guard_order();
        create trigger orders_kept before delete on orders.orders for each row execute function platform.refuse_change();
        create trigger orders_not_emptied before truncate on orders.orders for each statement execute function platform.refuse_change();

        create function orders.guard_new_order() returns trigger language plpgsql as $$
        begin
          raise exception 'an order begins as pendingPayment' using errcode = 'restrict_violation';
        end $$;
        create trigger orders_begin before insert on orders.orders
          for each row when (new.status <> 'pendingPayment') execute function orders.guard_new_order();

        create trigger order_lines_kept before update or delete on orders.order_lines
          for each row execute function platform.refuse_change();
        create trigger order_lines_not_emptied before truncate on orders.order_lines
          for each statement execute function platform.refuse_change();

        create trigger order_events_kept before update or delete on orders.order_events
          for each row execute function platform.refuse_change();
        create trigger order_events_not_emptied before truncate on orders.order_events
          for each statement execute function platform.refuse_change();

        create function orders.guard_fulfilment() returns trigger language plpgsql as $$
        begin
          if new.ordered <> old.ordered or new.order_id <> old.order_id or new.shipped < old.shipped then
            raise exception 'what was shipped stays shipped' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger fulfilments_guarded before update on orders.fulfilments for each row execute function orders.guard_fulfilment();
        create trigger fulfilments_kept before delete on orders.fulfilments for each row execute function platform.refuse_change();
        """;
}
