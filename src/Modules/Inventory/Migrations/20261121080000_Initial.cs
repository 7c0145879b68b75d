using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Inventory.Migrations;

/// <summary>Locations, levels, the journal of movements, reservations, and the rules the database keeps by itself.</summary>
[DbContext(typeof(InventoryDb))]
[Migration("20261121080000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Tables);
        migrationBuilder.Sql(Journal);
        migrationBuilder.Sql(Functions.Receive);
        migrationBuilder.Sql(Functions.Reserve);
        migrationBuilder.Sql(Functions.Sell);
        migrationBuilder.Sql(Functions.Release);
    }

    private const string Tables =
        """
        create schema if not exists inventory;

        create table inventory.locations (
          id uuid primary key,
          name text not null unique check (length(name) between 1 and 100),
          is_default boolean not null,
          position int not null check (position >= 0),
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create unique index locations_one_default on inventory.locations (is_default) where is_default;
        insert into inventory.locations values ('019ab000-0000-7000-8000-000000000001', 'Main warehouse', true, 0, now(), now());

        -- on_hand: units in the building. reserved: those of them promised to orders. The product is kept so that a change of stock can drop its page.
        create table inventory.levels (
          variant_id uuid not null references catalog.variants (id),
          location_id uuid not null references inventory.locations (id),
          product_id uuid not null references catalog.products (id),
          on_hand int not null check (on_hand >= 0),
          reserved int not null check (reserved >= 0),
          created_at timestamptz not null,
          updated_at timestamptz not null,
          primary key (variant_id, location_id),
          constraint levels_reserved_on_hand check (reserved <= on_hand)) with (fillfactor = 70);
        create index levels_location on inventory.levels (location_id);
        create index levels_product on inventory.levels (product_id);

        create table inventory.movements (
          id uuid primary key,
          variant_id uuid not null,
          location_id uuid not null,
          delta int not null check (delta <> 0),
          reason text not null check (length(reason) between 1 and 200),
          reference text check (length(reference) between 1 and 200),
          by_whom text not null check (length(by_whom) between 1 and 320),
          at timestamptz not null,
          foreign key (variant_id, location_id) references inventory.levels (variant_id, location_id));
        create index movements_level on inventory.movements (variant_id, location_id);

        -- No foreign key to orders: they are a later module. All rows of an order are in one state, but for released ones of an earlier try.
        create table inventory.reservations (
          order_id uuid not null,
          variant_id uuid not null,
          location_id uuid not null,
          quantity int not null check (quantity > 0),
          until timestamptz not null,
          state text not null check (state in ('active', 'sold', 'released')),
          created_at timestamptz not null,
          updated_at timestamptz not null,
          primary key (order_id, variant_id, location_id),
          foreign key (variant_id, location_id) references inventory.levels (variant_id, location_id)) with (fillfactor = 80);
        create index reservations_level on inventory.reservations (variant_id, location_id);
        """;

    // pg_trigger_depth() is 0 when a client changes a level itself, and 1 when the journal's trigger does.
    private const string Journal =
        """
        create trigger movements_append_only before update or delete on inventory.movements
          for each row execute function platform.refuse_change();
        create trigger movements_not_emptied before truncate on inventory.movements
          for each statement execute function platform.refuse_change();

        create function inventory.apply_movements() returns trigger language plpgsql as $$
        begin
          update inventory.levels l set on_hand = l.on_hand + m.delta, updated_at = m.at
          from (select variant_id, location_id, sum(delta)::int as delta, max(at) as at from added group by variant_id, location_id) m
          where l.variant_id = m.variant_id and l.location_id = m.location_id;
          return null;
        end $$;
        create trigger movements_applied after insert on inventory.movements
          referencing new table as added for each statement execute function inventory.apply_movements();

        create function inventory.refuse_unjournalled() returns trigger language plpgsql as $$
        begin
          raise exception 'on_hand changes by a movement only' using errcode = 'restrict_violation';
        end $$;
        create trigger levels_begin_empty before insert on inventory.levels
          for each row when (new.on_hand <> 0 or new.reserved <> 0) execute function inventory.refuse_unjournalled();
        create trigger levels_follow_movements before update of on_hand on inventory.levels
          for each row when (new.on_hand <> old.on_hand and pg_trigger_depth() = 0) execute function inventory.refuse_unjournalled();

        -- A version 7 UUID: 48 bits of milliseconds, then chance. PostgreSQL has its own from 18 on.
        create function inventory.new_id() returns uuid language sql volatile as $$
          select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
            placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
        $$;
        """;
}
