using Tradepost.Contracts.Pricing;

namespace Tradepost.Pricing.Taxes.Providers;

/// <summary>Tells sense from nonsense in what a tax provider answers. One bad rate spoils the answer: half a tax is no tax. Pure.</summary>
internal static class ProvidedRates
{
    private const int Most = 100;
    private const int LongestName = 100;

    /// <summary>What is wrong with the answer; null when it can be used.</summary>
    public static string? Fault(IReadOnlyList<ProvidedTaxRate>? rates, IReadOnlyList<string> asked) =>
        rates is null or { Count: > Most } ? $"no rates, or more than {Most}"
        : rates.Select(rate => Fault(rate, asked)).FirstOrDefault(fault => fault is not null);

    /// <summary>A sound answer as prices use it.</summary>
    public static TaxesDue Due(IReadOnlyList<ProvidedTaxRate> rates) => new(
        [.. rates.Select(rate => new DueRate(rate.TaxClass, rate.Name.Trim(), rate.Percent, rate.AppliesToShipping))]);

    private static string? Fault(ProvidedTaxRate? rate, IReadOnlyList<string> asked) =>
        rate is null || string.IsNullOrWhiteSpace(rate.Name) || rate.Name.Trim().Length > LongestName ? "a rate without a usable name"
        : !asked.Contains(rate.TaxClass, StringComparer.Ordinal) ? $"a rate of the class {rate.TaxClass}, which was not asked for"
        : rate.Percent is < 0 or > 100 || Percents.Parse(Percents.Text(rate.Percent)) != rate.Percent ? $"a rate of {rate.Percent} %"
        : null;
}
