using System.Text;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Pricing.Migrations;

/// <summary>Tax rates and shipping methods, with the ones a new shop begins with.</summary>
[DbContext(typeof(PricingDb))]
[Migration("20261121080000_Initial")]
internal sealed class Initial : Migration
{
    private const string Tables =
        """
        create schema if not exists pricing;

        -- state null: the whole country. Several rates may meet at one place; each applies to the net.
        create table pricing.tax_rates (
          id uuid primary key,
          name text not null check (length(name) between 1 and 100),
          country text not null check (country ~ '^[A-Z]{2}$'),
          state text check (length(state) between 1 and 10),
          percent numeric(7, 4) not null check (percent between 0 and 100),
          applies_to_shipping boolean not null,
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create unique index tax_rates_name on pricing.tax_rates (country, coalesce(state, ''), lower(name));

        -- countries null: everywhere. free_over_minor null: never free.
        create table pricing.shipping_methods (
          id uuid primary key,
          code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
          name text not null check (length(name) between 1 and 100),
          base_price_minor bigint not null check (base_price_minor >= 0),
          per_kg_minor bigint not null check (per_kg_minor >= 0),
          free_over_minor bigint check (free_over_minor >= 0),
          currency char(3) not null,
          min_days int not null check (min_days between 0 and 365),
          max_days int not null check (max_days between 0 and 365),
          countries text[] check (cardinality(countries) > 0),
          active boolean not null,
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint shipping_methods_days check (min_days <= max_days));

        insert into pricing.shipping_methods values
          ('019ab000-0000-7000-8000-000000000101', 'standard', 'Standard', 490, 100, 7500, 'USD', 3, 5, null, true, 1, now(), now()),
          ('019ab000-0000-7000-8000-000000000102', 'express', 'Express', 1490, 250, null, 'USD', 1, 2, null, true, 1, now(), now());
        """;

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Tables);
        migrationBuilder.Sql(TaxRates());
    }

    // Delivery is taxed with the goods where VAT is due. Among the states of the US practice differs, so it begins untaxed there.
    private static string TaxRates()
    {
        var rows = Seeds.UnitedStates.Select(rate => Row($"{rate.Name} sales tax", "US", $"'{rate.State}'", rate.Percent, "false"))
            .Concat(Seeds.ValueAddedTax.Select(rate => Row("VAT", rate.Country, "null", rate.Percent, "true")));
        return new StringBuilder("insert into pricing.tax_rates values\n").AppendJoin(",\n", rows).ToString();
    }

    private static string Row(string name, string country, string state, string percent, string appliesToShipping) =>
        $"('{Guid.CreateVersion7()}', '{name}', '{country}', {state}, {percent}, {appliesToShipping}, 1, now(), now())";
}
