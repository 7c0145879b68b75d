using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Data;

namespace Tradepost.IntegrationTests.Inventory;

/// <summary>
/// The invariants of stock notice what they are there for. The database must be made to look away first, or it refuses the damage.
/// </summary>
public sealed class InvariantTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Shelf shelf = new(shop);

    [Fact]
    public async Task Units_that_came_from_nowhere_are_found() =>
        Assert.Contains("on hand 6, movements add up to 5", await AfterBreaking((id, _) =>
            Sql($"update inventory.levels set on_hand = 6 where variant_id = {id}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_movement_that_vanished_is_found() =>
        Assert.Contains("on hand 5, movements add up to 0", await AfterBreaking((id, _) =>
            Sql($"delete from inventory.movements where variant_id = {id}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_promise_to_nobody_is_found() =>
        Assert.Contains("reserved 3, reservations add up to 2", await AfterBreaking((id, _) =>
            Sql($"update inventory.levels set reserved = 3 where variant_id = {id}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_sale_that_never_left_the_books_is_found() =>
        Assert.Contains("sold 2, journal says 0", await AfterBreaking((_, order) =>
            Sql($"update inventory.reservations set state = 'sold' where order_id = {order}")), StringComparison.Ordinal);

    private static SqlText Sql(SqlText sql) => sql;

    // Answers what is found about the damaged variant, and nothing was found before.
    private async Task<string> AfterBreaking(Func<VariantId, OrderId, SqlText> damage)
    {
        var (thing, order) = (await shelf.Add(stock: 5), OrderId.New());
        await shelf.Reserve(order, thing.Units(2));
        bool Concerns(string violation) => violation.Contains(thing.VariantId.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(await shelf.Violations(), Concerns);

        await shop.Db.Write(
            "test.damage",
            async tx =>
            {
                await tx.Execute($"set local session_replication_role = replica");
                await tx.Execute(damage(thing.VariantId, order));
            },
            Shelf.Stop);
        return string.Join('\n', (await shelf.Violations()).Where(Concerns));
    }
}
