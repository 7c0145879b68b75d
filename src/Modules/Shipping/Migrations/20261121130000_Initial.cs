using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Shipping.Migrations;

/// <summary>Shipments, what is in them, and what happened to them on their way.</summary>
[DbContext(typeof(ShippingDb))]
[Migration("20261121130000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create schema if not exists shipping;

        -- assigned: the number is ours and unique. A courier's own may stand for several orders in one parcel.
        create table shipping.shipments (
          id uuid primary key,
          order_id uuid not null references orders.orders (id),
          carrier text not null check (length(carrier) between 1 and 100),
          service text check (length(service) between 1 and 100),
          tracking_number text not null check (length(tracking_number) between 1 and 100),
          assigned boolean not null,
          status text not null check (status in ('inTransit', 'delivered')),
          by_whom text not null,
          shipped_at timestamptz not null,
          delivered_at timestamptz,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint shipments_delivered_has_time check ((status = 'delivered') = (delivered_at is not null)));
        create index shipments_order on shipping.shipments (order_id, shipped_at);
        create unique index shipments_assigned_number on shipping.shipments (tracking_number) where assigned;

        create table shipping.shipment_lines (
          id uuid primary key,
          shipment_id uuid not null references shipping.shipments (id),
          order_line_id uuid not null references orders.order_lines (id),
          quantity int not null check (quantity > 0),
          created_at timestamptz not null,
          unique (shipment_id, order_line_id));
        create index shipment_lines_order_line on shipping.shipment_lines (order_line_id);

        create table shipping.tracking_events (
          id uuid primary key,
          shipment_id uuid not null references shipping.shipments (id),
          seq bigint generated always as identity,
          at timestamptz not null,
          status text not null,
          description text not null,
          place text);
        create index tracking_events_shipment on shipping.tracking_events (shipment_id, seq);

        create function shipping.guard_shipment() returns trigger language plpgsql as $$
        declare
          movable constant text[] := array['status', 'delivered_at', 'updated_at'];
        begin
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable or old.status = 'delivered' then
            raise exception 'a parcel that left never changes (shipment %)', old.id using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger shipments_guarded before update on shipping.shipments for each row execute function shipping.guard_shipment();
        create trigger shipments_kept before delete on shipping.shipments for each row execute function platform.refuse_change();
        create trigger shipment_lines_kept before update or delete on shipping.shipment_lines
          for each row execute function platform.refuse_change();
        create trigger tracking_events_kept before update or delete on shipping.tracking_events
          for each row execute function platform.refuse_change();
        """);
}
