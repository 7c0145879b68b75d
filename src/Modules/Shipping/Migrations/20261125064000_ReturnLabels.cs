using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Shipping.Migrations;

/// <summary>Labels for goods that come back, one for each return.</summary>
[DbContext(typeof(ShippingDb))]
[Migration("20261125064000_ReturnLabels")]
internal sealed class ReturnLabels : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- Both addresses as they were when it was made: printed again, it is the same label.
        create table shipping.return_labels (
          id uuid primary key,
          reference text not null unique check (length(reference) between 1 and 100),
          order_id uuid not null references orders.orders (id),
          carrier text not null check (length(carrier) between 1 and 100),
          tracking_number text not null unique check (length(tracking_number) between 1 and 100),
          sender jsonb not null,
          recipient jsonb not null,
          weight_grams int not null check (weight_grams > 0),
          created_at timestamptz not null);
        create index return_labels_order on shipping.return_labels (order_id);
        create trigger return_labels_kept before update or delete on shipping.return_labels
          for each row execute function platform.refuse_change();
        """);
}
