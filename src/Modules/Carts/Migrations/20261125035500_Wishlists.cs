using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Carts.Migrations;

/// <summary>Wishlists, what is on them, and what their owners are still to be told.</summary>
[DbContext(typeof(CartsDb))]
[Migration("20261125035500_Wishlists")]
internal sealed class Wishlists : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Lists);
        migrationBuilder.Sql(News);
    }

    private const string Lists =
        """
        -- share_hash: SHA-256 of the token in the link; null: not shared.
        create table carts.wishlists (
          id uuid primary key,
          user_id uuid not null references identity.users (id) on delete cascade,
          name text not null check (length(name) between 1 and 100 and name = btrim(name)),
          is_default boolean not null,
          notify boolean not null,
          share_hash bytea unique check (length(share_hash) = 32),
          shared_at timestamptz check ((shared_at is null) = (share_hash is null)),
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index wishlists_user on carts.wishlists (user_id, created_at, id);
        create unique index wishlists_one_default on carts.wishlists (user_id) where is_default;

        -- added_minor: the price of one unit when it was put on the list. watched_minor: the price a drop is measured against.
        create table carts.wishlist_items (
          id uuid primary key,
          wishlist_id uuid not null references carts.wishlists (id) on delete cascade,
          product_id uuid not null references catalog.products (id),
          variant_id uuid not null references catalog.variants (id),
          added_minor bigint not null check (added_minor >= 0),
          watched_minor bigint not null check (watched_minor between 0 and added_minor),
          currency char(3) not null,
          was_in_stock boolean not null,
          back_at timestamptz,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint wishlist_items_one_a_variant unique (wishlist_id, variant_id));
        create index wishlist_items_newest on carts.wishlist_items (wishlist_id, created_at desc, id desc);
        create index wishlist_items_product on carts.wishlist_items (product_id, id);
        create index wishlist_items_variant on carts.wishlist_items (variant_id, id);
        """;

    private const string News =
        """
        -- Items to look through: all of a product after it was edited, all of a variant after it came back (at came_back_at).
        -- last_item: how far the look got.
        create table carts.wishlist_checks (
          id uuid primary key,
          product_id uuid not null references catalog.products (id) on delete cascade,
          variant_id uuid references catalog.variants (id) on delete cascade,
          came_back_at timestamptz check ((came_back_at is null) = (variant_id is null)),
          last_item uuid,
          due_at timestamptz not null,
          created_at timestamptz not null,
          constraint wishlist_checks_once unique nulls not distinct (product_id, variant_id));
        create index wishlist_checks_variant on carts.wishlist_checks (variant_id) where variant_id is not null;
        create index wishlist_checks_due on carts.wishlist_checks (due_at, id);

        -- Customers with news, or who had some: when they are to be told (null: nothing to tell), when they last were.
        create table carts.wishlist_readers (
          user_id uuid primary key references identity.users (id) on delete cascade,
          due_at timestamptz,
          told_at timestamptz,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index wishlist_readers_due on carts.wishlist_readers (due_at, user_id) where due_at is not null;

        -- What is still to be told. A row goes in the transaction that puts it into a mail.
        create table carts.wishlist_news (
          id uuid primary key,
          item_id uuid not null references carts.wishlist_items (id) on delete cascade,
          user_id uuid not null references identity.users (id) on delete cascade,
          kind text not null check (kind in ('priceDrop', 'backInStock')),
          from_minor bigint check ((from_minor is null) = (kind = 'backInStock')),
          created_at timestamptz not null,
          constraint wishlist_news_once unique (item_id, kind));
        create index wishlist_news_user on carts.wishlist_news (user_id, id);

        -- The links in mails that switch them off, by the hash of their token.
        create table carts.wishlist_mutes (
          token_hash bytea primary key check (length(token_hash) = 32),
          user_id uuid not null references identity.users (id) on delete cascade,
          created_at timestamptz not null);
        create index wishlist_mutes_user on carts.wishlist_mutes (user_id);
        create index wishlist_mutes_created on carts.wishlist_mutes (created_at);
        """;
}
