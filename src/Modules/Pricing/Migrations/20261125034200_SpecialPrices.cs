using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Pricing.Migrations;

/// <summary>Prices for quantities, groups of customers and times.</summary>
[DbContext(typeof(PricingDb))]
[Migration("20261125034200_SpecialPrices")]
internal sealed class SpecialPrices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- customer_group: the code of a group; null: for everybody. A group nobody knows any more gives nobody its price.
        create table pricing.special_prices (
          id uuid primary key,
          variant_id uuid not null references catalog.variants (id),
          customer_group text check (customer_group ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
          min_quantity int not null default 1 check (min_quantity between 1 and 999),
          currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
          price_minor bigint not null check (price_minor >= 0),
          starts_at timestamptz,
          ends_at timestamptz check (ends_at > starts_at),
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create unique index special_prices_key on pricing.special_prices (variant_id, currency, customer_group, min_quantity, starts_at)
          nulls not distinct;
        create index special_prices_group on pricing.special_prices (customer_group, variant_id);
        """);
}
