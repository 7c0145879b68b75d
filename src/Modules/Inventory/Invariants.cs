using Tradepost.Platform.Verification;

namespace Tradepost.Inventory;

/// <summary>What must hold of stock at every moment.</summary>
internal static class Invariants
{
    private static IInvariant OnHand { get; } = new SqlInvariant(
        "Units on hand are the sum of their movements",
        () => $"""
            select format(
              'variant %s at location %s: on hand %s, movements add up to %s', l.variant_id, l.location_id, l.on_hand, coalesce(m.total, 0))
            from inventory.levels l
            left join (select variant_id, location_id, sum(delta) as total from inventory.movements group by variant_id, location_id) m
              on m.variant_id = l.variant_id and m.location_id = l.location_id
            where l.on_hand <> coalesce(m.total, 0)
            """);

    private static IInvariant Reserved { get; } = new SqlInvariant(
        "Reserved units are the sum of active reservations",
        () => $"""
            select format(
              'variant %s at location %s: reserved %s, reservations add up to %s',
              l.variant_id, l.location_id, l.reserved, coalesce(r.total, 0))
            from inventory.levels l
            left join (
              select variant_id, location_id, sum(quantity) as total from inventory.reservations where state = 'active'
              group by variant_id, location_id) r
              on r.variant_id = l.variant_id and r.location_id = l.location_id
            where l.reserved <> coalesce(r.total, 0)
            """);

    private static IInvariant Bounds { get; } = new SqlInvariant(
        "No level is negative or promises more than it has",
        () => $"""
            select format('variant %s at location %s: on hand %s, reserved %s', variant_id, location_id, on_hand, reserved)
            from inventory.levels where on_hand < 0 or reserved < 0 or reserved > on_hand
            """);

    private static IInvariant Sales { get; } = new SqlInvariant(
        "Every sold reservation left the books once",
        () => $"""
            select format(
              'order %s, variant %s at location %s: sold %s, journal says %s',
              r.order_id, r.variant_id, r.location_id, r.quantity, -coalesce(m.total, 0))
            from inventory.reservations r
            left join (
              select reference, variant_id, location_id, sum(delta) as total from inventory.movements
              group by reference, variant_id, location_id) m
              on m.reference = r.order_id::text and m.variant_id = r.variant_id and m.location_id = r.location_id
            where coalesce(m.total, 0) <> case r.state when 'sold' then -r.quantity else 0 end
            """);

    public static IReadOnlyList<IInvariant> All { get; } = [OnHand, Reserved, Bounds, Sales];
}
