using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Inventory;

namespace Tradepost.IntegrationTests.Inventory;

/// <summary>Something that may happen to stock.</summary>
internal abstract record Step
{
    /// <summary>Steps of a few orders, so that they meet. What an order wants never changes.</summary>
    public static Gen<Step> ByChance(Thing[] things)
    {
        var units = Gen.Elements(things).SelectMany(_ => Gen.Choose(1, 4), (thing, quantity) => thing.Units(quantity));
        var wanted = Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(units, count));
        var orders = wanted.Sample(6).Select(lines => new Reserve(OrderId.New(), [.. lines])).ToArray();
        return Gen.Frequency(
            (4, Gen.Elements(orders).Select(order => (Step)order)),
            (2, Gen.Elements(orders).Select(order => (Step)new Sell(order.Order))),
            (2, Gen.Elements(orders).Select(order => (Step)new Release(order.Order))),
            (1, Gen.Elements(things).SelectMany(_ => Gen.Choose(1, 3), (thing, more) => (Step)new Receive(thing, more))));
    }

    /// <summary>Does it, and checks that it ends as the model says.</summary>
    public abstract Task Take(Shelf shelf, Model? model);

    private sealed record Reserve(OrderId Order, StockRequest[] Lines) : Step
    {
        public override async Task Take(Shelf shelf, Model? model)
        {
            var outcome = await shelf.Reserve(Order, Lines);
            if (model is not null)
            {
                Assert.Equal(model.Reserve(Order, Lines), outcome.Succeeded);
            }
        }
    }

    private sealed record Sell(OrderId Order) : Step
    {
        public override async Task Take(Shelf shelf, Model? model)
        {
            var sold = (await shelf.Sell(Order)).Value;
            if (model is not null)
            {
                Assert.Equal(model.Sell(Order), sold);
            }
        }
    }

    private sealed record Release(OrderId Order) : Step
    {
        public override async Task Take(Shelf shelf, Model? model)
        {
            await shelf.Release(Order);
            model?.Release(Order);
        }
    }

    private sealed record Receive(Thing Thing, int Quantity) : Step
    {
        public override async Task Take(Shelf shelf, Model? model)
        {
            await shelf.Receive(Thing, Quantity);
            model?.Receive(Thing.VariantId, Quantity);
        }
    }
}

/// <summary>Stock as it should be, told in the plainest way.</summary>
internal sealed class Model(Dictionary<VariantId, int> onHand)
{
    private readonly Dictionary<OrderId, (bool Sold, Dictionary<VariantId, int> Units)> held = [];

    public Level LevelOf(VariantId id) => new(
        onHand[id], held.Values.Where(order => !order.Sold).Sum(order => order.Units.GetValueOrDefault(id)));

    public bool Reserve(OrderId order, StockRequest[] lines)
    {
        var units = lines.GroupBy(line => line.VariantId).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));
        if (held.ContainsKey(order))
        {
            return true;
        }

        var enough = units.All(wanted => LevelOf(wanted.Key) is var level && level.OnHand - level.Reserved >= wanted.Value);
        if (enough)
        {
            held[order] = (false, units);
        }

        return enough;
    }

    public bool Sell(OrderId order)
    {
        if (!held.TryGetValue(order, out var reservation))
        {
            return false;
        }

        if (!reservation.Sold)
        {
            Move(reservation.Units, -1);
            held[order] = reservation with { Sold = true };
        }

        return true;
    }

    public void Release(OrderId order)
    {
        if (held.Remove(order, out var reservation) && reservation.Sold)
        {
            Move(reservation.Units, 1);
        }
    }

    public void Receive(VariantId id, int quantity) => onHand[id] += quantity;

    private void Move(Dictionary<VariantId, int> units, int direction)
    {
        foreach (var (id, quantity) in units)
        {
            onHand[id] += direction * quantity;
        }
    }
}
