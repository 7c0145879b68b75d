using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Asking;

/// <summary>What of an order may come back, until when, for which reasons, and who pays for the way.</summary>
internal static class GetReturnOptions
{
    /// <param name="Lines">Units of each line that may come back.</param>
    /// <param name="Open">Whether a return may be asked for now.</param>
    /// <param name="Until">The last instant; null: the last parcel is still on its way.</param>
    /// <param name="Days">How many days there are after the last parcel arrived.</param>
    /// <param name="Reasons">Those to choose from.</param>
    /// <param name="Conditions">The shop's words.</param>
    /// <param name="Withdrawal">The right to withdraw; null where there is none.</param>
    internal sealed record Options(
        IReadOnlyList<Line> Lines, bool Open, string? ClosedBecause, DateTimeOffset? Until, int Days, IReadOnlyList<ReasonTerms> Reasons,
        string? Conditions, Withdrawal? Withdrawal);

    internal sealed record Line(OrderLineId LineId, string Name, string? ImageUrl, int Quantity, int Returnable, int Withdrawable);

    internal sealed record Withdrawal(bool Open, DateTimeOffset? Until, int Days);

    internal static async Task<IResult> Handle(OrderId id, Caller caller, IOrders orders, BasisReader reader, CancellationToken cancel)
    {
        Outcome<Options> outcome = await orders.MayAccess(id, caller, cancel) && await reader.Find(id, cancel) is { } basis
            ? Of(basis)
            : OrderErrors.NotFound.Refuse();
        return outcome.Ok();
    }

    internal static Options Of(Basis basis)
    {
        var lines = basis.Order.Lines.Select(line => new Line(
            line.Id, line.Name, line.ImageUrl, line.Quantity, basis.Left(line), basis.MayWithdraw ? basis.Left(line, withdrawing: true) : 0))
            .ToList();
        var closed = basis.Closed() ?? (lines.All(line => line.Returnable == 0) ? ReturnsErrors.TooMany.Refuse() : null);
        return new(
            lines, closed is null, closed?.Error.Code, basis.Window.Until, basis.Window.Days,
            [.. Reasons.Choices.Select(reason => Reasons.Terms(reason, basis.Facts, basis.MayWithdraw))], basis.Facts.Conditions,
            basis.Window.HasRight
                ? new(basis.MayWithdraw && lines.Any(line => line.Withdrawable > 0), basis.Window.WithdrawUntil, ReturnWindow.LegalDays)
                : null);
    }
}
