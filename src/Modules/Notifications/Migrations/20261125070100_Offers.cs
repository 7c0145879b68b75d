using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Notifications.Migrations;

/// <summary>Offers to those who agreed to get them.</summary>
[DbContext(typeof(NotificationsDb))]
[Migration("20261125070100_Offers")]
internal sealed class Offers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table notifications.offers (
          id uuid primary key,
          title text not null check (title <> ''),
          message text not null check (message <> ''),
          path text not null check (path like '/%'),
          sent_by text not null,
          -- The last address that was written to: where the next batch goes on.
          reached text not null default '',
          recipients int not null default 0,
          created_at timestamptz not null,
          done_at timestamptz);
        create index offers_open on notifications.offers (created_at) where done_at is null;
        """);
}
