using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Kinds;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Inventory;

/// <summary>
/// Stock as other modules use it. The work is done by functions in the database (Migrations/Functions.cs), one round trip each; here is
/// told what it means for the catalogue.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="catalog">Looked up late: the catalogue itself asks for stock.</param>
internal sealed class StockBook(Database db, Func<ICatalog> catalog) : IInventory
{
    public Task<IReadOnlyDictionary<VariantId, int>> Available(IReadOnlyCollection<VariantId> ids, CancellationToken cancel) =>
        Units(
            ids,
            $"""
            select variant_id, sum(on_hand - reserved)::int from inventory.levels where variant_id = any ({ids.Guids()}) group by variant_id
            """,
            cancel);

    public Task<IReadOnlyDictionary<VariantId, int>> OnHand(IReadOnlyCollection<VariantId> ids, CancellationToken cancel) =>
        Units(
            ids,
            $"""
            select variant_id, sum(on_hand)::int from inventory.levels where variant_id = any ({ids.Guids()}) group by variant_id
            """,
            cancel);

    public async Task<Outcome<Done>> Reserve(Tx tx, OrderId order, IReadOnlyList<StockRequest> lines, DateTimeOffset until)
    {
        RequirePositive(lines.Select(line => line.Quantity));
        var (variants, quantities) = (lines.Select(line => line.VariantId.Value).ToArray(), lines.Select(line => line.Quantity).ToArray());
        var changes = await tx.Query($"select * from inventory.reserve({order}, {variants}, {quantities}, {until}, {tx.Now})", Read);
        var shortages = changes.Where(change => change.After < 0)
            .Select(change => new StockShortage(change.Id, change.Before - change.After, change.Before)).ToArray();
        if (shortages.Length > 0)
        {
            return InventoryErrors.Insufficient.With("lines", shortages);
        }

        await Tell(tx, changes);
        return Done.Value;
    }

    public Task<bool> Sell(Tx tx, OrderId order) => tx.Row($"select inventory.sell({order}, {tx.Now})", row => row.GetBoolean(0));

    public async Task Release(Tx tx, OrderId order, string reason) =>
        await Tell(tx, await tx.Query($"select * from inventory.release({order}, {reason}, {tx.Now})", Read));

    public Task<Outcome<Done>> Restock(Tx tx, OrderId order, IReadOnlyList<StockRequest> units, string reason, string by) =>
        TakeBack(tx, order, units, reason, by, shelve: true);

    public Task<Outcome<Done>> WriteOff(Tx tx, OrderId order, IReadOnlyList<StockRequest> units, string reason, string by) =>
        TakeBack(tx, order, units, reason, by, shelve: false);

    private async Task<Outcome<Done>> TakeBack(
        Tx tx, OrderId order, IReadOnlyList<StockRequest> units, string reason, string by, bool shelve)
    {
        RequirePositive(units.Select(unit => unit.Quantity));
        var (variants, quantities) = (units.Select(unit => unit.VariantId.Value).ToArray(), units.Select(unit => unit.Quantity).ToArray());
        var changes = await tx.Query(
            $"select * from inventory.take_back({order}, {variants}, {quantities}, {reason}, {by}, {shelve}, {tx.Now})", Read);
        if (changes.Any(change => change.After < 0))
        {
            return InventoryErrors.NotHeld.Refuse();
        }

        await Tell(tx, changes);
        return Done.Value;
    }

    public async Task Receive(Tx tx, IReadOnlyList<StockReceipt> lines, string reason, string by)
    {
        var variants = lines.Select(line => line.VariantId.Value).ToArray();
        var products = lines.Select(line => line.ProductId.Value).ToArray();
        var quantities = lines.Select(line => line.Quantity).ToArray();
        ArgumentOutOfRangeException.ThrowIfNegative(quantities.DefaultIfEmpty(0).Min());
        await Tell(
            tx,
            await tx.Query($"select * from inventory.receive({variants}, {products}, {quantities}, {reason}, {by}, {tx.Now})", Read));
    }

    public async Task<IReadOnlyDictionary<OrderId, IReadOnlyList<HeldStock>>> Held(
        IReadOnlyCollection<OrderId> orders, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"""
            select order_id, variant_id, sum(quantity)::int, state = 'sold' from inventory.reservations
            where order_id = any ({orders.Guids()}) and state <> 'released' group by order_id, variant_id, state
            """,
            row => (Order: row.Id<Order>(0),
                Held: new HeldStock(row.Id<Variant>(1), row.GetInt32(2), row.GetBoolean(3))), cancel);
        return rows.GroupBy(row => row.Order)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<HeldStock>)[.. group.Select(row => row.Held)]);
    }

    /// <summary>
    /// After a change, in its transaction: answers that show the units are dropped, and listings learn when stock begins or ends.
    /// </summary>
    public async Task Tell(Tx tx, IReadOnlyList<StockChange> changes)
    {
        foreach (var product in changes.Where(change => change.Before != change.After).Select(change => change.ProductId).Distinct())
        {
            tx.Touch(CatalogTags.Stock(product));
        }

        var crossings = StockChange.Crossings(changes);
        if (crossings.Count > 0)
        {
            await catalog().SetInStock(tx, crossings);
            var back = changes.Where(change => crossings.GetValueOrDefault(change.Id))
                .Select(change => new VariantBack(change.Id, change.ProductId)).ToArray();
            if (back.Length > 0)
            {
                tx.Publish(new BackInStock(back, tx.Now));
            }
        }
    }

    private async Task<IReadOnlyDictionary<VariantId, int>> Units(
        IReadOnlyCollection<VariantId> ids, SqlText counted, CancellationToken cancel)
    {
        var units = ids.Distinct().ToDictionary(id => id, _ => 0);
        if (units.Count > 0)
        {
            foreach (var (id, count) in await db.Query(counted, row => (row.Id<Variant>(0), row.GetInt32(1)), cancel))
            {
                units[id] = count;
            }
        }

        return units;
    }

    private static void RequirePositive(IEnumerable<int> quantities)
    {
        foreach (var quantity in quantities)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        }
    }

    // The product is unknown only for a variant that never had stock, and that is a shortage: nothing changed.
    private static StockChange Read(Npgsql.NpgsqlDataReader row) =>
        new(row.Id<Variant>(0), row.IsDBNull(1) ? default : row.Id<Product>(1), row.GetInt32(2), row.GetInt32(3));
}
