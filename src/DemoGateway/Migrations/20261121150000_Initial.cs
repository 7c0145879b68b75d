using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.DemoGateway.Migrations;

/// <summary>Charges, refunds, webhooks to be delivered.</summary>
[DbContext(typeof(DemoGatewayDb))]
[Migration("20261121150000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create schema if not exists demo_gateway;

        -- attempt_id is the merchant's key. A voided one may have come before the charge itself: then it has no amount.
        create table demo_gateway.charges (
          id uuid primary key,
          reference text not null unique,
          attempt_id text not null unique check (length(attempt_id) between 1 and 100),
          status text not null check (status in ('succeeded', 'declined', 'challenge', 'voided')),
          amount_minor bigint check (amount_minor > 0),
          currency char(3),
          decline_reason text,
          description text,
          last4 text check (last4 ~ '^[0-9]{4}$'),
          loses_answer boolean not null default false,
          challenge_token text unique,
          return_path text,
          webhook_url text,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          check (status = 'voided' or (amount_minor is not null and currency is not null and webhook_url is not null)),
          check ((status = 'declined') = (decline_reason is not null)));

        create table demo_gateway.refunds (
          id uuid primary key,
          reference text not null unique,
          refund_id text not null unique check (length(refund_id) between 1 and 100),
          charge_id uuid not null references demo_gateway.charges (id),
          amount_minor bigint not null check (amount_minor > 0),
          currency char(3) not null,
          created_at timestamptz not null);
        create index refunds_charge on demo_gateway.refunds (charge_id);

        create table demo_gateway.deliveries (
          id uuid primary key,
          event_id text not null unique,
          charge_id uuid not null references demo_gateway.charges (id),
          url text not null,
          payload text not null,
          due_at timestamptz not null,
          attempts int not null default 0 check (attempts >= 0),
          error text,
          delivered_at timestamptz,
          given_up_at timestamptz,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index deliveries_charge on demo_gateway.deliveries (charge_id);
        create index deliveries_due on demo_gateway.deliveries (due_at) where delivered_at is null and given_up_at is null;
        """);
}
