using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.DemoGateway.Migrations;

/// <summary>Charges whose money is held first.</summary>
[DbContext(typeof(DemoGatewayDb))]
[Migration("20261125061100_Holding")]
internal sealed class Holding : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table demo_gateway.charges drop constraint charges_status_check;
        alter table demo_gateway.charges
          add constraint charges_status_check check (status in ('succeeded', 'authorized', 'declined', 'challenge', 'voided')),
          add column capture_later boolean not null default false,
          add column captured_minor bigint check (captured_minor between 1 and amount_minor);
        """);
}
