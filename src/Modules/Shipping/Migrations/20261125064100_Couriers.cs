using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Shipping.Migrations;

/// <summary>Parcels whose labels are bought from couriers, and the states a parcel may go through.</summary>
[DbContext(typeof(ShippingDb))]
[Migration("20261125064100_Couriers")]
internal sealed class Couriers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Shipments);
        migrationBuilder.Sql(Guard);
        migrationBuilder.Sql(Reports);
    }

    private const string Shipments =
        """
        create table shipping.status_edges (from_status text not null, to_status text not null, primary key (from_status, to_status));
        insert into shipping.status_edges values
          ('buying', 'packed'), ('buying', 'voiding'), ('buying', 'voided'),
          ('packed', 'inTransit'), ('packed', 'voiding'),
          ('voiding', 'voided'), ('voiding', 'packed'), ('voiding', 'inTransit'),
          ('inTransit', 'outForDelivery'), ('inTransit', 'delivered'), ('inTransit', 'exception'), ('inTransit', 'returned'),
          ('outForDelivery', 'inTransit'), ('outForDelivery', 'delivered'), ('outForDelivery', 'exception'),
          ('outForDelivery', 'returned'),
          ('exception', 'inTransit'), ('exception', 'outForDelivery'), ('exception', 'delivered'), ('exception', 'returned');

        -- courier: whom the label was bought from; null when staff brought the parcel to a carrier themselves.
        -- due_on: the day the customer was told. ask_at: when the courier is asked again about what is open.
        alter table shipping.shipments
          alter tracking_number drop not null,
          alter shipped_at drop not null,
          add order_number text,
          add courier text check (length(courier) between 1 and 40),
          add courier_reference text check (length(courier_reference) between 1 and 200),
          add tracking_url text check (length(tracking_url) <= 1000),
          add location_id uuid references inventory.locations (id),
          add sender jsonb,
          add recipient jsonb,
          add weight_grams int check (weight_grams > 0),
          add length_mm int check (length_mm > 0),
          add width_mm int check (width_mm > 0),
          add height_mm int check (height_mm > 0),
          add cost_minor bigint check (cost_minor >= 0),
          add currency char(3),
          add problem text check (length(problem) <= 500),
          add packed_at timestamptz,
          add due_on date,
          add last_event_at timestamptz,
          add ask_at timestamptz,
          add asked int not null default 0,
          drop constraint shipments_status_check,
          add constraint shipments_status check (status in (
            'buying', 'packed', 'voiding', 'voided', 'inTransit', 'outForDelivery', 'exception', 'delivered', 'returned')),
          add constraint shipments_numbered check (tracking_number is not null or status in ('buying', 'voiding', 'voided')),
          add constraint shipments_left_the_house check
            ((shipped_at is null) = (status in ('buying', 'packed', 'voiding', 'voided'))),
          add constraint shipments_cost check ((cost_minor is null) = (currency is null));
        alter table shipping.shipments alter asked drop default;
        create index shipments_location on shipping.shipments (location_id);
        create unique index shipments_courier_number on shipping.shipments (courier, tracking_number) where courier is not null;
        create index shipments_ask on shipping.shipments (ask_at) where ask_at is not null;
        create index shipments_status on shipping.shipments (status, created_at desc) where status not in ('delivered', 'voided');
        create index shipments_delivered on shipping.shipments (delivered_at) where delivered_at is not null;
        """;

    private const string Guard =
        """
        create or replace function shipping.guard_shipment() returns trigger language plpgsql as $$
        declare
          movable constant text[] := array['status', 'carrier', 'service', 'courier_reference', 'tracking_number', 'tracking_url',
            'cost_minor', 'currency', 'problem', 'packed_at', 'shipped_at', 'due_on', 'last_event_at', 'ask_at', 'asked',
            'delivered_at', 'updated_at'];
        begin
          if old.status in ('delivered', 'returned', 'voided') or to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
            raise exception 'a parcel that left never changes (shipment %)', old.id using errcode = 'restrict_violation';
          end if;
          if new.status <> old.status and not exists (
              select from shipping.status_edges where from_status = old.status and to_status = new.status) then
            raise exception 'a parcel does not go from % to % (shipment %)', old.status, new.status, old.id
              using errcode = 'restrict_violation';
          end if;
          if old.status <> 'buying' and (new.carrier, new.tracking_number, new.cost_minor, new.currency)
              is distinct from (old.carrier, old.tracking_number, old.cost_minor, old.currency)
            or old.courier_reference is not null and new.courier_reference is distinct from old.courier_reference
            or old.shipped_at is not null and new.shipped_at is distinct from old.shipped_at then
            raise exception 'a label that was bought never changes (shipment %)', old.id using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;

        create function shipping.guard_new_shipment() returns trigger language plpgsql as $$
        begin
          if new.status not in ('buying', 'inTransit') then
            raise exception 'a parcel does not begin as %', new.status using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger shipments_begin before insert on shipping.shipments for each row execute function shipping.guard_new_shipment();
        """;

    private const string Reports =
        """
        -- A courier's report told twice is one event.
        alter table shipping.tracking_events add courier_event text check (length(courier_event) between 1 and 200);
        create unique index tracking_events_once on shipping.tracking_events (shipment_id, courier_event) where courier_event is not null;

        create table shipping.courier_labels (
          shipment_id uuid not null references shipping.shipments (id),
          format text not null check (format in ('png', 'zpl')),
          content bytea not null check (length(content) between 1 and 5000000),
          created_at timestamptz not null,
          primary key (shipment_id, format));
        create trigger courier_labels_kept before update or delete on shipping.courier_labels
          for each row execute function platform.refuse_change();

        create table shipping.courier_inbox (
          id uuid primary key,
          courier text not null,
          event_id text not null check (length(event_id) between 1 and 200),
          payload text not null,
          received_at timestamptz not null,
          processed_at timestamptz,
          outcome text,
          unique (courier, event_id));
        create index courier_inbox_waiting on shipping.courier_inbox (received_at) where processed_at is null;

        -- What the demo courier, which is nobody, knows of its parcels.
        create table shipping.demo_parcels (
          id uuid primary key,
          tracking_number text not null unique,
          service text not null,
          from_city text not null,
          to_city text not null,
          ending text not null check (ending in ('delivered', 'exception', 'returned')),
          history jsonb not null,
          weight_grams int not null check (weight_grams > 0),
          bought_at timestamptz,
          next_at timestamptz,
          cancelled_at timestamptz,
          created_at timestamptz not null);
        create index demo_parcels_next on shipping.demo_parcels (next_at) where next_at is not null;
        """;
}
