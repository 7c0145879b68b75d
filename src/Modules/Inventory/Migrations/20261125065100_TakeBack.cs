using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Inventory.Migrations;

/// <summary>Sold units come back: to the shelf, or to be thrown away.</summary>
[DbContext(typeof(InventoryDb))]
[Migration("20261125065100_TakeBack")]
internal sealed class TakeBack : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- A row with after below 0: the order does not hold that many, and nothing was done.
        create function inventory.take_back(
          p_order uuid, p_variants uuid[], p_quantities int[], p_reason text, p_by text, p_shelve boolean, p_now timestamptz)
        returns table (variant_id uuid, product_id uuid, before int, after int) language plpgsql set plan_cache_mode = force_generic_plan as $$
        #variable_conflict use_column
        declare
          asked record;
          held record;
          rest int;
          part int;
        begin
          perform 1 from inventory.levels where variant_id = any (p_variants) order by variant_id, location_id for no key update;
          for asked in
            select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity)
            group by i.variant order by i.variant
          loop
            if asked.quantity > coalesce((
              select sum(r.quantity) from inventory.reservations r
              where r.order_id = p_order and r.variant_id = asked.variant and r.state = 'sold'), 0) then
              return query select asked.variant, null::uuid, 0, -1;
              return;
            end if;
          end loop;

          if p_shelve then
            return query
            with back as (
              select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity) group by i.variant)
            select l.variant_id, (array_agg(l.product_id))[1], sum(l.on_hand - l.reserved)::int,
              sum(l.on_hand - l.reserved)::int + min(b.quantity)
            from back b join inventory.levels l on l.variant_id = b.variant group by l.variant_id;
          end if;

          for asked in
            select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity)
            group by i.variant order by i.variant
          loop
            rest := asked.quantity;
            for held in
              select * from inventory.reservations r
              where r.order_id = p_order and r.variant_id = asked.variant and r.state = 'sold' order by r.location_id
            loop
              exit when rest = 0;
              part := least(rest, held.quantity);
              rest := rest - part;
              update inventory.reservations r
              set quantity = case when held.quantity = part then r.quantity else r.quantity - part end,
                state = case when held.quantity = part then 'released' else 'sold' end, updated_at = p_now
              where r.order_id = p_order and r.variant_id = held.variant_id and r.location_id = held.location_id;
              insert into inventory.movements
              values (inventory.new_id(), held.variant_id, held.location_id, part, p_reason, p_order::text, p_by, p_now);
              if not p_shelve then
                insert into inventory.movements
                values (inventory.new_id(), held.variant_id, held.location_id, -part, p_reason || ', written off', null, p_by, p_now);
              end if;
            end loop;
          end loop;
        end $$;
        """);
}
