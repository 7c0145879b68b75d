using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Platform.Migrations;

/// <summary>Settings kept in the database, by key.</summary>
[DbContext(typeof(PlatformDb))]
[Migration("20261121070100_Settings")]
public sealed class Settings : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("create table platform.settings (key text primary key, value jsonb not null, updated_at timestamptz not null);");
    }
}
