using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Pricing.Migrations;

/// <summary>Zones with rate tables, limits and origins of shipping methods, and the days the shop sends things on.</summary>
[DbContext(typeof(PricingDb))]
[Migration("20261125031000_ShippingZones")]
internal sealed class ShippingZones : Migration
{
    private const string Tables =
        """
        -- volumetric_divisor: cm³ that count as a kilogram. origin_location_id: what the zones are measured from; such a location stays.
        alter table pricing.shipping_methods
          add column volumetric_divisor int check (volumetric_divisor between 1 and 1000000),
          add column max_weight_grams bigint check (max_weight_grams > 0),
          add column max_side_mm int check (max_side_mm > 0),
          add column max_girth_mm int check (max_girth_mm > 0),
          add column origin_location_id uuid references inventory.locations (id);
        create index shipping_methods_origin on pricing.shipping_methods (origin_location_id);

        -- places null: everywhere. rate_bounds: grams (basis weight) or minor units of goods (basis price), ascending.
        create table pricing.shipping_zones (
          id uuid primary key,
          method_id uuid not null references pricing.shipping_methods (id) on delete cascade,
          position int not null check (position >= 0),
          name text not null check (length(name) between 1 and 60),
          places text[] check (array_position(places, null) is null),
          basis text not null check (basis in ('flat', 'formula', 'weight', 'price')),
          base_price_minor bigint not null check (base_price_minor >= 0),
          per_kg_minor bigint not null check (per_kg_minor >= 0),
          rate_bounds bigint[] not null check (array_position(rate_bounds, null) is null and 0 <= all (rate_bounds)),
          rate_prices_minor bigint[] not null check (array_position(rate_prices_minor, null) is null and 0 <= all (rate_prices_minor)),
          free_over_minor bigint check (free_over_minor >= 0),
          never_free boolean not null,
          min_days int check (min_days between 0 and 365),
          max_days int check (max_days between 0 and 365),
          constraint shipping_zones_rates check (cardinality(rate_bounds) = cardinality(rate_prices_minor)),
          constraint shipping_zones_days check ((min_days is null) = (max_days is null) and min_days <= max_days),
          constraint shipping_zones_position unique (method_id, position) deferrable initially deferred);
        create unique index shipping_zones_name on pricing.shipping_zones (method_id, name);

        -- working_days: ISO, 1 is Monday. cut_off: in the shop's zone.
        create table pricing.delivery_calendar (
          id int primary key check (id = 1),
          cut_off time not null,
          handling_days int not null check (handling_days between 0 and 60),
          working_days int[] not null check (cardinality(working_days) between 1 and 7
            and 1 <= all (working_days) and 7 >= all (working_days)),
          version int not null default 1,
          updated_at timestamptz not null);
        insert into pricing.delivery_calendar values (1, '14:00', 0, '{1,2,3,4,5}', 1, now());

        create table pricing.delivery_holidays (
          day date primary key,
          name text not null check (length(name) between 1 and 100));
        """;

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Tables);
}
