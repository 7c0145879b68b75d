using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Inventory.Migrations;

/// <summary>
/// The functions of the hot path find levels by their key, whatever the planner thinks of it. Their plans are generic and kept for as long
/// as a connection lives: one made while the table was small or new read all of it, hashed, at every call (6 ms of 10,000 levels against
/// 0.4 ms by the key), with the rows locked meanwhile.
/// </summary>
[DbContext(typeof(InventoryDb))]
[Migration("20261125080000_ByIndexOnly")]
internal sealed class ByIndexOnly : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        do $$
        declare
          found regprocedure;
          way text;
        begin
          for found in
            select p.oid::regprocedure from pg_proc p join pg_language l on l.oid = p.prolang
            where p.pronamespace = 'inventory'::regnamespace and l.lanname = 'plpgsql' and p.proname <> 'refuse_unjournalled'
          loop
            foreach way in array array['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan'] loop
              execute format('alter function %s set %I = off', found, way);
            end loop;
          end loop;
        end $$;
        """);
}
