using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Platform.Migrations;

/// <summary>Deliveries are claimed by subscriber, so that one with many waiting does not stand in the way of another.</summary>
[DbContext(typeof(PlatformDb))]
[Migration("20261125071000_DeliveriesBySubscriber")]
public sealed class DeliveriesBySubscriber : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(
            """
            create index deliveries_due_subscriber on platform.deliveries (subscriber, due_at, event_id) where dead_at is null;
            drop index platform.deliveries_due;
            """);
    }
}
