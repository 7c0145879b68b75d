using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Webhooks.Migrations;

/// <summary>Receivers, what is on its way to them, and every attempt.</summary>
[DbContext(typeof(WebhooksDb))]
[Migration("20261125070500_WebhooksInitial")]
internal sealed class WebhooksInitial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create schema if not exists webhooks;

        create table webhooks.endpoints (
          id uuid primary key,
          url text not null check (url <> ''),
          description text not null,
          events text[] not null check (cardinality(events) > 0),
          active boolean not null default true,
          -- Why the shop itself switched it off.
          disabled_reason text check (disabled_reason is null or not active),
          -- Secrets are derived from the shop's key, this id and the generation: none is stored.
          generation int not null default 1 check (generation > 0),
          rotated_at timestamptz,
          failing_since timestamptz,
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null);

        create table webhooks.deliveries (
          id uuid primary key,
          endpoint_id uuid not null references webhooks.endpoints (id) on delete cascade,
          type text not null check (type <> ''),
          body text not null,
          status text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'dropped')),
          attempts int not null default 0 check (attempts >= 0),
          due_at timestamptz not null,
          leased_until timestamptz,
          delivered_at timestamptz check ((delivered_at is not null) = (status = 'delivered')),
          created_at timestamptz not null);
        create index deliveries_due on webhooks.deliveries (due_at, id) where status = 'pending';
        create index deliveries_endpoint on webhooks.deliveries (endpoint_id, created_at desc, id desc);
        create index deliveries_failed on webhooks.deliveries (created_at) where status = 'failed';

        create table webhooks.attempts (
          id uuid primary key,
          delivery_id uuid not null references webhooks.deliveries (id) on delete cascade,
          at timestamptz not null,
          url text not null,
          status int,
          error text,
          answer text not null,
          duration_ms int not null check (duration_ms >= 0));
        create index attempts_delivery on webhooks.attempts (delivery_id, at);
        create trigger attempts_are_kept before update on webhooks.attempts
          for each row execute function platform.refuse_change();
        """);
}
