using Tradepost.Contracts.Inventory;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Inventory;

/// <summary>Stock as orders use it, on the real database.</summary>
public sealed class StockTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Shelf shelf = new(shop);

    [Fact]
    public async Task Reserved_units_stay_on_hand_but_can_not_be_bought_again()
    {
        var thing = await shelf.Add(stock: 10);
        Assert.True((await shelf.Reserve(OrderId.New(), thing.Units(4))).Succeeded);

        Assert.Equal(new Level(10, 4), await shelf.LevelOf(thing.VariantId));
        Assert.Equal(6, await shelf.Available(thing.VariantId));
        Assert.Equal(10, (await shelf.Stock.OnHand([thing.VariantId], Shelf.Stop))[thing.VariantId]);
    }

    [Fact]
    public async Task A_shortage_of_one_thing_reserves_nothing_and_names_what_is_short()
    {
        var (plenty, scarce, none) = (await shelf.Add(stock: 10), await shelf.Add(stock: 2), await shelf.Add(stock: 0));
        var refusal = (await shelf.Reserve(OrderId.New(), plenty.Units(5), scarce.Units(3), none.Units(1))).Refusal!;

        Assert.Equal(InventoryErrors.Insufficient, refusal.Error);
        var short_ = Assert.IsType<StockShortage[]>(refusal.Facts["lines"]).ToDictionary(line => line.VariantId);
        Assert.True(short_.Keys.ToHashSet().SetEquals([scarce.VariantId, none.VariantId]));
        Assert.Equal((3, 2), (short_[scarce.VariantId].Requested, short_[scarce.VariantId].Available));
        Assert.Equal(10, await shelf.Available(plenty.VariantId));
    }

    [Fact]
    public async Task Lines_of_the_same_variant_are_counted_together()
    {
        var thing = await shelf.Add(stock: 5);
        var refusal = (await shelf.Reserve(OrderId.New(), thing.Units(3), thing.Units(3))).Refusal!;
        Assert.Equal([new(thing.VariantId, 6, 5)], Assert.IsType<StockShortage[]>(refusal.Facts["lines"]));

        Assert.True((await shelf.Reserve(OrderId.New(), thing.Units(3), thing.Units(2))).Succeeded);
        Assert.Equal(0, await shelf.Available(thing.VariantId));
    }

    [Fact]
    public async Task A_sale_takes_the_units_off_the_books_once()
    {
        var (thing, order) = (await shelf.Add(stock: 10), OrderId.New());
        await shelf.Reserve(order, thing.Units(4));

        Assert.True((await shelf.Sell(order)).Value);
        Assert.True((await shelf.Sell(order)).Value);
        Assert.Equal(new Level(6, 0), await shelf.LevelOf(thing.VariantId));
        Assert.Empty(await shelf.Violations());
    }

    [Fact]
    public async Task A_released_reservation_can_be_bought_by_others_and_no_longer_be_sold()
    {
        var (thing, order) = (await shelf.Add(stock: 3), OrderId.New());
        await shelf.Reserve(order, thing.Units(3));
        await shelf.Release(order);
        await shelf.Release(order);

        Assert.Equal(new Level(3, 0), await shelf.LevelOf(thing.VariantId));
        Assert.False((await shelf.Sell(order)).Value);
        Assert.True((await shelf.Reserve(OrderId.New(), thing.Units(3))).Succeeded);
    }

    [Fact]
    public async Task Releasing_sold_units_brings_them_back_to_the_shelf_once()
    {
        var (thing, order) = (await shelf.Add(stock: 5), OrderId.New());
        await shelf.Reserve(order, thing.Units(2));
        await shelf.Sell(order);
        await shelf.Release(order);
        await shelf.Release(order);

        Assert.Equal(new Level(5, 0), await shelf.LevelOf(thing.VariantId));
        var journal = await shop.Db.Query(
            $"select delta, reason from inventory.movements where variant_id = {thing.VariantId} order by id",
            row => (row.GetInt32(0), row.GetString(1)), Shelf.Stop);
        Assert.Equal([-2, 2], journal.Skip(1).Select(movement => movement.Item1));
        Assert.Equal(["sale", "cancelled"], journal.Skip(1).Select(movement => movement.Item2));
    }

    [Fact]
    public async Task An_order_holds_its_stock_once_however_often_it_asks_and_can_reserve_anew_after_a_release()
    {
        var (thing, order) = (await shelf.Add(stock: 10), OrderId.New());
        await shelf.Reserve(order, thing.Units(4));
        await shelf.Reserve(order, thing.Units(4));
        Assert.Equal(new Level(10, 4), await shelf.LevelOf(thing.VariantId));

        await shelf.Release(order);
        await shelf.Reserve(order, thing.Units(4));
        Assert.True((await shelf.Sell(order)).Value);
        Assert.Equal(new Level(6, 0), await shelf.LevelOf(thing.VariantId));
        Assert.Empty(await shelf.Violations());
    }

    [Fact]
    public async Task The_default_location_gives_first_and_the_others_what_it_lacks()
    {
        var (thing, order, second) = (await shelf.Add(stock: 3), OrderId.New(), LocationId.New());
        await shop.Db.Write(
            "test.location",
            async tx =>
            {
                await tx.Execute($"insert into inventory.locations values ({second}, {"Branch " + second}, false, 1, {tx.Now}, {tx.Now})");
                await tx.Execute(
                    $"insert into inventory.levels values ({thing.VariantId}, {second}, {thing.ProductId}, 0, 0, {tx.Now}, {tx.Now})");
                await tx.Execute(
                    $"""
                    insert into inventory.movements
                    values (inventory.new_id(), {thing.VariantId}, {second}, 4, 'opened', null, 'test', {tx.Now})
                    """);
            },
            Shelf.Stop);

        Assert.Equal(7, await shelf.Available(thing.VariantId));
        Assert.False((await shelf.Reserve(OrderId.New(), thing.Units(8))).Succeeded);
        Assert.True((await shelf.Reserve(order, thing.Units(5))).Succeeded);
        var taken = await shop.Db.Query(
            $"select quantity from inventory.reservations where order_id = {order} order by location_id = {second}",
            row => row.GetInt32(0), Shelf.Stop);
        Assert.Equal([3, 2], taken);

        await shelf.Sell(order);
        Assert.Equal(new Level(2, 0), await shelf.LevelOf(thing.VariantId));
        Assert.Empty(await shelf.Violations());
    }

    [Fact]
    public async Task What_orders_hold_can_be_asked_for()
    {
        var (one, other) = (await shelf.Add(), await shelf.Add());
        var (reserved, sold, released) = (OrderId.New(), OrderId.New(), OrderId.New());
        await shelf.Reserve(reserved, one.Units(2));
        await shelf.Reserve(sold, other.Units(1));
        await shelf.Sell(sold);
        await shelf.Reserve(released, one.Units(1));
        await shelf.Release(released);

        var held = await shelf.Stock.Held([reserved, sold, released], Shelf.Stop);
        Assert.Equal([new(one.VariantId, 2, Sold: false)], held[reserved]);
        Assert.Equal([new(other.VariantId, 1, Sold: true)], held[sold]);
        Assert.False(held.ContainsKey(released));
    }

    [Fact]
    public async Task Stock_of_a_transaction_that_fails_is_as_it_was()
    {
        var thing = await shelf.Add(stock: 5);
        var outcome = await shop.Db.Write<int>(
            "test.refused",
            async tx =>
            {
                await shelf.Stock.Reserve(tx, OrderId.New(), [thing.Units(5)], tx.Now);
                return InventoryErrors.Insufficient.Refuse();
            },
            Shelf.Stop);

        Assert.False(outcome.Succeeded);
        Assert.Equal(new Level(5, 0), await shelf.LevelOf(thing.VariantId));
    }

    [Fact]
    public async Task The_product_page_and_listings_know_at_once_when_the_last_unit_is_gone_and_when_it_is_back()
    {
        var (thing, order) = (await shelf.Add(stock: 2), OrderId.New());
        using var client = shop.Client();
        async Task<(string, int)> Page()
        {
            var page = (await client.Get($"products/{thing.ProductId}")).Is(200).Json;
            return (page["status"]!.GetValue<string>(), page["available"]!.GetValue<int>());
        }

        Assert.Equal(("available", 2), await Page());
        await shelf.Reserve(OrderId.New(), thing.Units(1));
        Assert.Equal(("available", 1), await Page());
        await shelf.Reserve(order, thing.Units(1));
        Assert.Equal(("outOfStock", 0), await Page());
        await shelf.Release(order);
        Assert.Equal(("available", 1), await Page());
    }
}
