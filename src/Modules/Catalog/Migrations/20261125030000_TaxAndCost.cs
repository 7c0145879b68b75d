using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Catalog.Migrations;

/// <summary>How products are taxed, and what a unit cost the shop.</summary>
[DbContext(typeof(CatalogDb))]
[Migration("20261125030000_TaxAndCost")]
internal sealed class TaxAndCost : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- The code of a tax class. Classes belong to pricing; a product of a class nobody knows any more is taxed as a standard one.
        alter table catalog.products add column tax_class text not null default 'standard'
          check (tax_class ~ '^[a-z0-9][a-z0-9-]{0,39}$');

        -- In the variant's currency. For margins; never shown to shoppers.
        alter table catalog.variants add column cost_minor bigint check (cost_minor >= 0);
        """);
}
