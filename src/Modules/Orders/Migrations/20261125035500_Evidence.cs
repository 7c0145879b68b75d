using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Orders.Migrations;

/// <summary>What each order's price was computed from.</summary>
[DbContext(typeof(OrdersDb))]
[Migration("20261125035500_Evidence")]
internal sealed class Evidence : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- Apart from the order: it is read for audits, checks and simulations only. Orders from before have none.
        create table orders.order_pricings (
          order_id uuid primary key references orders.orders (id),
          evidence jsonb not null,
          created_at timestamptz not null);
        create trigger order_pricings_kept before update or delete on orders.order_pricings
          for each row execute function platform.refuse_change();
        create trigger order_pricings_not_emptied before truncate on orders.order_pricings
          for each statement execute function platform.refuse_change();
        """);
}
