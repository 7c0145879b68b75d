using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Orders.Migrations;

/// <summary>What staff find orders by, and what they write on them.</summary>
[DbContext(typeof(OrdersDb))]
[Migration("20261125063100_StaffTools")]
internal sealed class StaffTools : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Search);
        migrationBuilder.Sql(Writing);
    }

    private const string Search =
        """
        -- Facts of an order that never change, apart from it: a job writes them a moment later, many orders at a time, so that placing
        -- an order does not pay for finding it, and moving one does not touch their indexes.
        create table orders.order_search (
          order_id uuid primary key references orders.orders (id),
          placed_at timestamptz not null,
          country char(2) not null,
          currency char(3) not null,
          total_minor bigint not null,
          words tsvector not null);
        create index order_search_placed_at on orders.order_search (placed_at desc, order_id desc);
        create index order_search_country on orders.order_search (country, placed_at desc, order_id desc);
        create index order_search_total on orders.order_search (total_minor desc, order_id desc);
        create index order_search_words on orders.order_search using gin (words);

        -- Most orders are paid: those are found along placed_at.
        create index orders_payment_status on orders.orders (payment_status, placed_at desc, id desc) where payment_status <> 'paid';
        drop index orders.orders_placed_at;
        create index orders_placed_at on orders.orders (placed_at desc, id desc);
        drop index orders.orders_status;
        create index orders_status on orders.orders (status, placed_at desc, id desc);
        create index order_lines_product on orders.order_lines (product_id, order_id);
        """;

    private const string Writing =
        """
        create table orders.order_tags (
          order_id uuid not null references orders.orders (id),
          tag text not null check (length(tag) between 1 and 40 and tag = lower(tag)),
          placed_at timestamptz not null,
          by_whom text not null,
          created_at timestamptz not null,
          primary key (order_id, tag));
        create index order_tags_tag on orders.order_tags (tag, placed_at desc, order_id desc);

        create table orders.order_notes (
          id uuid primary key,
          order_id uuid not null references orders.orders (id),
          body text not null check (length(body) between 1 and 2000),
          pinned boolean not null,
          by_whom text not null,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index order_notes_order on orders.order_notes (order_id, created_at);

        -- Of a member of staff; a shared one is seen by all of them.
        create table orders.list_views (
          id uuid primary key,
          owner_id uuid not null,
          by_whom text not null,
          name text not null check (length(name) between 1 and 60),
          filter text not null check (length(filter) <= 1000),
          shared boolean not null,
          created_at timestamptz not null);
        create index list_views_owner on orders.list_views (owner_id);
        create index list_views_shared on orders.list_views (created_at) where shared;

        -- Guests' keys end. Those from before have as long as new ones.
        alter table orders.access_tokens add column expires_at timestamptz;
        update orders.access_tokens set expires_at = now() + interval '180 days';
        alter table orders.access_tokens alter column expires_at set not null;
        create index access_tokens_expires_at on orders.access_tokens (expires_at);
        """;
}
