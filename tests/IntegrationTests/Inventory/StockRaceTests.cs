using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Inventory;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Inventory;

/// <summary>Stock when many want it at once.</summary>
public sealed class StockRaceTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Shelf shelf = new(shop);

    [Fact]
    public async Task Of_300_buyers_at_once_exactly_as_many_succeed_as_there_are_units()
    {
        var thing = await shelf.Add(stock: 100);
        var buyers = Enumerable.Range(0, 300).Select(_ => Task.Run(() => shelf.Reserve(OrderId.New(), thing.Units(1))));
        var outcomes = await Task.WhenAll(buyers);

        Assert.Equal(100, outcomes.Count(outcome => outcome.Succeeded));
        var refused = outcomes.Where(outcome => !outcome.Succeeded);
        Assert.All(refused, outcome => Assert.Equal(InventoryErrors.Insufficient, outcome.Refusal!.Error));
        Assert.Equal(new Level(100, 100), await shelf.LevelOf(thing.VariantId));
        Assert.Empty(await shelf.Violations());
    }

    [Fact]
    public async Task Buyers_who_want_the_same_things_in_another_order_never_wait_for_each_other_forever()
    {
        var (a, b, c) = (await shelf.Add(stock: 60), await shelf.Add(stock: 60), await shelf.Add(stock: 60));
        StockRequest[] there = [a.Units(1), b.Units(1), c.Units(1)], back = [c.Units(1), b.Units(1), a.Units(1)];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(async () =>
        {
            var order = OrderId.New();
            var outcome = await shelf.Reserve(order, i % 2 == 0 ? there : back);
            return outcome.Succeeded && (i % 3 == 0 ? await ReleaseIt(order) : (await shelf.Sell(order)).Value);
        })));

        Assert.All(await Task.WhenAll(shelf.LevelOf(a.VariantId), shelf.LevelOf(b.VariantId), shelf.LevelOf(c.VariantId)), level =>
            Assert.Equal((0, true), (level.Reserved, level.OnHand >= 0)));
        Assert.True(outcomes.Count(done => done) >= 60);
        Assert.Empty(await shelf.Violations());
    }

    [Fact]
    public async Task Selling_and_releasing_one_order_at_once_does_one_or_both_in_turn_and_nothing_twice()
    {
        for (var round = 0; round < 10; round++)
        {
            var (thing, order) = (await shelf.Add(stock: 5), OrderId.New());
            await shelf.Reserve(order, thing.Units(5));
            await Task.WhenAll(shelf.Sell(order), shelf.Release(order), shelf.Sell(order), shelf.Release(order));
            Assert.Equal(new Level(5, 0), await shelf.LevelOf(thing.VariantId));
        }

        Assert.Empty(await shelf.Violations());
    }

    [Fact]
    public async Task Whatever_happens_in_whatever_order_the_books_are_right()
    {
        var things = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => shelf.Add(stock: 8)));
        var model = new Model(things.ToDictionary(thing => thing.VariantId, _ => 8));
        foreach (var step in Gen.ArrayOf(Step.ByChance(things), 250).Sample(1)[0])
        {
            await step.Take(shelf, model);
            foreach (var thing in things)
            {
                Assert.Equal(model.LevelOf(thing.VariantId), await shelf.LevelOf(thing.VariantId));
            }
        }

        Assert.Empty(await shelf.Violations());
    }

    [Fact]
    public async Task Whatever_happens_at_once_the_books_are_right()
    {
        var things = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => shelf.Add(stock: 8)));
        var lanes = Gen.ArrayOf(Gen.ArrayOf(Step.ByChance(things), 25), 12).Sample(1)[0];
        await Task.WhenAll(lanes.Select(steps => Task.Run(async () =>
        {
            foreach (var step in steps)
            {
                await step.Take(shelf, null);
            }
        })));

        Assert.Empty(await shelf.Violations());
    }

    private async Task<bool> ReleaseIt(OrderId order)
    {
        await shelf.Release(order);
        return true;
    }
}
