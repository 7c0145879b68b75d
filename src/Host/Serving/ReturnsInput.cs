using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Serving;

/// <summary>What staff say of how the shop takes things back.</summary>
internal sealed record ReturnsInput(int? WindowDays, decimal? RestockingFeePercent, bool? FreeReturns, string? Conditions)
{
    private const int MostDays = 3650;

    public void Check(Faults faults)
    {
        faults.Range("returns.windowDays", WindowDays, 0, MostDays);
        faults.Unless(RestockingFeePercent is >= 0 and <= 100 && decimal.Round(RestockingFeePercent.Value, 2) == RestockingFeePercent,
            "returns.restockingFeePercent", "must be between 0 and 100, with at most two decimals");
        faults.Required("returns.freeReturns", FreeReturns);
        faults.OptionalText("returns.conditions", Conditions, 2000);
    }

    public ReturnFacts ToFacts() => new()
    {
        WindowDays = WindowDays!.Value,
        RestockingFeePercent = RestockingFeePercent!.Value,
        FreeReturns = FreeReturns!.Value,
        Conditions = string.IsNullOrWhiteSpace(Conditions) ? null : Conditions.Trim(),
    };
}
