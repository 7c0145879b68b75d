using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Carts.Migrations;

/// <summary>Carts and their lines.</summary>
[DbContext(typeof(CartsDb))]
[Migration("20261121080000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create schema if not exists carts;

        -- user_id null: a guest's, whoever knows its id. A customer has one cart.
        create table carts.carts (
          id uuid primary key,
          user_id uuid references identity.users (id) on delete cascade,
          currency char(3) not null,
          country text check (country ~ '^[A-Z]{2}$'),
          state text,
          postal_code text,
          city text,
          shipping_method_id uuid references pricing.shipping_methods (id) on delete set null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint carts_place check (country is not null or (state is null and postal_code is null and city is null)));
        create unique index carts_user on carts.carts (user_id) where user_id is not null;
        create index carts_shipping_method on carts.carts (shipping_method_id) where shipping_method_id is not null;
        create index carts_updated_at on carts.carts (updated_at);

        -- seen_price_minor: the price of one unit when the cart was last read, in the cart's currency.
        create table carts.lines (
          id uuid primary key,
          cart_id uuid not null references carts.carts (id) on delete cascade,
          variant_id uuid not null references catalog.variants (id),
          quantity int not null check (quantity between 1 and 999),
          seen_price_minor bigint not null check (seen_price_minor >= 0),
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint lines_one_a_variant unique (cart_id, variant_id));
        create index lines_variant on carts.lines (variant_id);
        """);
}
