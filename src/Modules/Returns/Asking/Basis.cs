using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shipping;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Asking;

/// <summary>What is wanted back of a line, and why.</summary>
internal sealed record Wanted(OrderLineId LineId, int Quantity, ReturnReason Reason);

/// <summary>A line of which more was asked for than can come back.</summary>
internal sealed record Excess(OrderLineId LineId, int Requested, int Left);

/// <summary>A line of a return, with what follows from its reason.</summary>
internal sealed record AskedLine(LineToReturn Line, int Quantity, ReasonTerms Terms, Money Worth);

/// <summary>Everything a decision about a new return needs. Pure.</summary>
internal sealed record Basis(
    OrderToReturn Order, IReadOnlyList<ShipmentView> Shipments, IReadOnlyDictionary<OrderLineId, Returnable.Spoken> Spoken,
    ReturnWindow Window, ReturnFacts Facts, DateTimeOffset Now)
{
    private readonly IReadOnlyDictionary<OrderLineId, int> arrived = Returnable.Arrived(Shipments);

    public bool MayWithdraw => Window.MayWithdraw(Now);

    /// <summary>Units that may come back. Who withdraws need not wait for the parcel.</summary>
    public int Left(LineToReturn line, bool withdrawing = false) => Returnable.Left(
        line, withdrawing ? line.Shipped : arrived.GetValueOrDefault(line.Id), Spoken.GetValueOrDefault(line.Id));

    /// <summary>Whether a return may be asked for at all.</summary>
    public Refusal? Closed() =>
        arrived.Count == 0 ? ReturnsErrors.NothingArrived.Refuse()
        : !Window.IsOpen(Now) ? ReturnsErrors.WindowClosed.With("until", Window.Until)
        : null;

    /// <summary>The return as it would be, or why not.</summary>
    public Outcome<IReadOnlyList<AskedLine>> Ask(IReadOnlyList<Wanted> wanted, bool withdrawing = false)
    {
        var lines = Order.Lines.ToDictionary(line => line.Id);
        var faults = new Faults();
        foreach (var (place, some) in wanted.Index())
        {
            faults.Unless(lines.ContainsKey(some.LineId), $"lines[{place}].lineId", "is not a line of this order");
        }

        if (faults.Refusal() is { } refusal)
        {
            return refusal;
        }

        if ((withdrawing ? MayWithdraw ? null : ReturnsErrors.NoWithdrawal.Refuse() : Closed()) is { } closed)
        {
            return closed;
        }

        var excess = wanted.Select(some => new Excess(some.LineId, some.Quantity, Left(lines[some.LineId], withdrawing)))
            .Where(some => some.Requested > some.Left).ToList();
        return excess.Count > 0
            ? ReturnsErrors.TooMany.With("lines", excess)
            : wanted.Select(some => Asked(lines[some.LineId], some)).ToList();
    }

    private AskedLine Asked(LineToReturn line, Wanted some)
    {
        // Units of other returns that are still open are paid back before these.
        var before = Spoken.GetValueOrDefault(line.Id)?.Open ?? 0;
        var worth = line.Paid.Part(line.Refunded + before, line.Refunded + before + some.Quantity, line.Quantity);
        return new(line, some.Quantity, Reasons.Terms(some.Reason, Facts, MayWithdraw), worth);
    }
}

/// <summary>Reads the basis. Parcels are read before the transaction: that something arrived never becomes untrue.</summary>
internal sealed class BasisReader(Database db, IOrdersToReturn orders, IShipping shipping, ShopSettings shop, TimeProvider time)
{
    public Task<IReadOnlyList<ShipmentView>> Shipments(OrderId order, CancellationToken cancel) => shipping.Of(order, cancel);

    public async Task<Basis?> Find(OrderId id, CancellationToken cancel) =>
        await Find(id, await Shipments(id, cancel), new Reads(db, cancel), time.GetUtcNow());

    /// <summary>In the transaction that holds the order.</summary>
    public Task<Basis?> Find(OrderId id, IReadOnlyList<ShipmentView> shipments, Tx tx) => Find(id, shipments, new Reads(db, tx), tx.Now);

    private async Task<Basis?> Find(OrderId id, IReadOnlyList<ShipmentView> shipments, Reads reads, DateTimeOffset now)
    {
        if (await orders.Find(id, reads) is not { } order)
        {
            return null;
        }

        var facts = shop.Now;
        var window = ReturnWindow.Of(
            order.ShippingAddress.Country, Returnable.ArrivedAt(order, shipments), facts.Returns,
            TimeZoneInfo.FindSystemTimeZoneById(facts.TimeZone));
        return new(order, shipments, await HeldUnits.Of(id, reads), window, facts.Returns, now);
    }
}
