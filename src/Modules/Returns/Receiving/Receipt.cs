using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Asking;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Receiving;

/// <summary>How goods were found.</summary>
internal enum Condition
{
    AsNew,
    Opened,
    Used,
    Damaged,
    Unusable,
}

/// <summary>Units of a line that were in the parcel, and whether they can be sold again.</summary>
internal sealed record Found(OrderLineId LineId, int Quantity, Condition Condition, bool Restock);

/// <summary>What was found and decided, and by whom.</summary>
internal sealed record Receipt(IReadOnlyList<Found> Found, RefundDecision Decision, Money? Amount, string? Note, string By);

/// <summary>A line of a return whose goods are looked at.</summary>
internal sealed record ExpectedLine(ReturnLineId Id, OrderLineId LineId, VariantId Variant, int Quantity, decimal FeePercent);

/// <summary>What follows from what was found. Pure.</summary>
internal sealed record Findings(IReadOnlyList<ExpectedLine> Expected, IReadOnlyList<Found> Found)
{
    /// <summary>Refused when something else came than was announced, or more of it.</summary>
    public Refusal? Faults()
    {
        var expected = Expected.ToDictionary(line => line.LineId);
        var faults = new Faults();
        foreach (var (place, some) in Found.Index())
        {
            faults.Unless(expected.ContainsKey(some.LineId), $"lines[{place}].lineId", "is not a line of this return");
        }

        if (faults.Refusal() is { } refusal)
        {
            return refusal;
        }

        var excess = Units().Where(line => line.Quantity > expected[line.LineId].Quantity)
            .Select(line => new Excess(line.LineId, line.Quantity, expected[line.LineId].Quantity)).ToList();
        return excess.Count > 0 ? ReturnsErrors.TooMany.With("lines", excess) : null;
    }

    /// <summary>Units of each line that came back.</summary>
    public IReadOnlyList<RefundedUnits> Units() => [.. Found.GroupBy(some => some.LineId)
        .Select(group => new RefundedUnits(group.Key, group.Sum(some => some.Quantity)))];

    /// <summary>Units for the shelf, or those that are written off.</summary>
    public IReadOnlyList<StockRequest> Stock(bool restock) => [.. Found.Where(some => some.Restock == restock)
        .GroupBy(some => Expected.Single(line => line.LineId == some.LineId).Variant)
        .Select(group => new StockRequest(group.Key, group.Sum(some => some.Quantity)))];

    /// <summary>Units that can be paid for: those that were not paid back before, by whatever way.</summary>
    public IReadOnlyList<RefundedUnits> Payable(OrderToReturn order) => [.. Units()
        .Select(units => (units, line: order.Lines.Single(line => line.Id == units.LineId)))
        .Select(pair => pair.units with { Quantity = Math.Min(pair.units.Quantity, pair.line.Quantity - pair.line.Refunded) })
        .Where(units => units.Quantity > 0)];

    /// <summary>What they are worth, and what the shop keeps.</summary>
    public RefundPlan Plan(OrderToReturn order) => RefundPlan.Of(order.Currency, Payable(order).Select(units => (
        order.Lines.Single(line => line.Id == units.LineId).Worth(units.Quantity),
        Expected.Single(line => line.LineId == units.LineId).FeePercent)));

    /// <summary>
    /// Whoever withdraws from the whole contract gets back what they paid for delivery too (Directive 2011/83/EU, article 13).
    /// </summary>
    public bool GivesBackShipping(OrderToReturn order, ReturnKind kind) => kind == ReturnKind.Withdrawal
        && order.Lines.All(line => Payable(order).Any(units => units.LineId == line.Id && units.Quantity == line.Quantity));
}
