using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Orders.Migrations;

/// <summary>How much of each line was paid back.</summary>
[DbContext(typeof(OrdersDb))]
[Migration("20261125040500_RefundedLines")]
internal sealed class RefundedLines : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- Apart from the line, which never changes. A row comes with the first unit that is paid back.
        create table orders.refunded_lines (
          order_line_id uuid primary key references orders.order_lines (id),
          order_id uuid not null references orders.orders (id),
          ordered int not null check (ordered > 0),
          refunded int not null check (refunded > 0),
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint refunded_lines_within_ordered check (refunded <= ordered));
        create index refunded_lines_order on orders.refunded_lines (order_id);

        create function orders.guard_refunded_line() returns trigger language plpgsql as $$
        begin
          if new.ordered <> old.ordered or new.order_id <> old.order_id or new.refunded < old.refunded then
            raise exception 'what was paid back stays paid back' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger refunded_lines_guarded before update on orders.refunded_lines
          for each row execute function orders.guard_refunded_line();
        create trigger refunded_lines_kept before delete on orders.refunded_lines for each row execute function platform.refuse_change();
        """);
}
