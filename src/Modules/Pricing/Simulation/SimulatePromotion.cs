using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions;

namespace Tradepost.Pricing.Simulation;

/// <summary>
/// What a promotion would have done to orders of the past: each is priced again from its own evidence, with the promotion added. Without a
/// promotion nothing is changed, and every order must come to what was charged. Limits of use are not counted; nobody is assumed
/// to have bought more or less.
/// </summary>
internal static class SimulatePromotion
{
    internal sealed record Request : IChecked
    {
        private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

        /// <summary>The promotion to try; null: the change of nothing.</summary>
        public PromotionInput? Promotion { get; init; }

        public DateTimeOffset? From { get; init; }

        /// <summary>Until just before this instant.</summary>
        public DateTimeOffset? To { get; init; }

        /// <summary>Whether everybody would have entered the promotion's code. True when left out.</summary>
        public bool? AssumeCode { get; init; }

        /// <summary>Whether the promotion's own window counts. False when left out: it is tried on days it was not meant for.</summary>
        public bool? RespectWindow { get; init; }

        public void Check(Faults faults)
        {
            Promotion?.Check(faults, "promotion.");
            faults.Required("from", From);
            faults.Required("to", To);
            faults.Unless(From is null || To is null || From < To, "to", "must be after from");
            faults.Unless(From is null || To is null || To - From <= Longest, "to", "must be within 366 days of from");
        }
    }

    internal static async Task<IResult> Handle(Body<Request> body, Simulator simulator, ShopSettings shop, CancellationToken cancel)
    {
        var request = body.Value;
        var faults = new Faults();
        request.Promotion?.CheckCurrency(faults, "promotion.", shop.Currency);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var change = new Change(request.Promotion?.ToRule("The promotion"), request.AssumeCode ?? true, request.RespectWindow ?? false);
        Outcome<SimulationReport> report = await simulator.Run(change, request.From!.Value, request.To!.Value, shop.Currency, cancel);
        return report.Ok();
    }
}
