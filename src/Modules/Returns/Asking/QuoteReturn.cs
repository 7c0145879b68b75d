using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Asking;

/// <summary>What would go back to the customer, to the cent, before they ask. Changes nothing.</summary>
internal static class QuoteReturn
{
    /// <param name="Lines">What each line is worth, and what the shop keeps of it.</param>
    /// <param name="Worth">What was paid for all of it.</param>
    /// <param name="Fee">What the shop keeps.</param>
    /// <param name="Refund">What goes back once the goods are found as they were.</param>
    /// <param name="ShopPays">Whether the shop pays for the way back.</param>
    internal sealed record Quote(IReadOnlyList<Line> Lines, Money Worth, Money Fee, Money Refund, bool ShopPays);

    internal sealed record Line(OrderLineId LineId, int Quantity, Money Worth, decimal FeePercent);

    internal static async Task<IResult> Handle(
        OrderId id, Body<ReturnLinesInput> body, Caller caller, IOrders orders, BasisReader reader, CancellationToken cancel)
    {
        Outcome<Quote> outcome = await orders.MayAccess(id, caller, cancel) && await reader.Find(id, cancel) is { } basis
            ? basis.Ask(body.Value.ToWanted()).Then(lines => Of(basis.Order.Currency, lines))
            : OrderErrors.NotFound.Refuse();
        return outcome.Ok();
    }

    internal static Quote Of(Currency currency, IReadOnlyList<AskedLine> lines)
    {
        var plan = RefundPlan.Of(currency, lines.Select(line => (line.Worth, line.Terms.FeePercent)));
        return new(
            [.. lines.Select(line => new Line(line.Line.Id, line.Quantity, line.Worth, line.Terms.FeePercent))],
            plan.Worth, plan.Fee, plan.Full, lines.Any(line => line.Terms.ShopPays));
    }
}
