using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Platform.Migrations;

/// <summary>Events, deliveries, idempotency keys, secrets.</summary>
[DbContext(typeof(PlatformDb))]
[Migration("20261121070000_Initial")]
public sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(
            """
            create schema if not exists platform;

            create table platform.events (
              id uuid primary key,
              type text not null,
              payload jsonb not null,
              occurred_at timestamptz not null,
              correlation text not null default '');
            create index events_occurred_at on platform.events (occurred_at);

            -- One row for each subscriber that still has to react. Gone once it did, in the same transaction as its effects.
            create table platform.deliveries (
              event_id uuid not null references platform.events (id),
              subscriber text not null,
              due_at timestamptz not null,
              attempts int not null default 0 check (attempts >= 0),
              error text,
              dead_at timestamptz,
              primary key (event_id, subscriber));
            create index deliveries_due on platform.deliveries (due_at, event_id) where dead_at is null;
            create index deliveries_dead on platform.deliveries (dead_at) where dead_at is not null;

            create table platform.idempotency_keys (
              route text not null,
              caller text not null,
              key text not null,
              body_hash text not null,
              answer jsonb,
              created_at timestamptz not null,
              primary key (route, caller, key));
            create index idempotency_keys_created_at on platform.idempotency_keys (created_at);

            -- A trigger function shared by every append-only table of the shop.
            create function platform.refuse_change() returns trigger language plpgsql as $$
            begin
              raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
            end $$;
            """);
    }
}
