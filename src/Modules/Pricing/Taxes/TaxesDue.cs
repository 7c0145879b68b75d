using Tradepost.Contracts.Pricing;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Taxes;

/// <summary>A tax due at some place.</summary>
/// <param name="TaxClass">What it is for; null: everything.</param>
/// <param name="Name">As shown.</param>
/// <param name="Percent">0 to 100. A class is freed by a tax of 0 %.</param>
/// <param name="AppliesToShipping">Whether it is due on shipping and fees too.</param>
internal sealed record DueRate(string? TaxClass, string Name, decimal Percent, bool AppliesToShipping);

/// <summary>
/// The taxes due at one place. A class of which the place says nothing is taxed as the standard one, so that nothing goes untaxed by
/// mistake; shipping is taxed as the standard class is, by those taxes that apply to it.
/// </summary>
/// <param name="rates">In the order they are shown.</param>
internal sealed class TaxesDue(IReadOnlyList<DueRate> rates)
{
    public static TaxesDue None { get; } = new([]);

    public IReadOnlyList<Rate> OnShipping => Rates(TaxClasses.Standard, onShipping: true);

    public IReadOnlyList<Rate> On(string taxClass) =>
        Rates(rates.Any(rate => rate.TaxClass == taxClass) ? taxClass : TaxClasses.Standard, onShipping: false);

    private Rate[] Rates(string taxClass, bool onShipping) =>
    [
        .. rates.Where(rate => (rate.TaxClass is null || rate.TaxClass == taxClass)
                && rate.Percent > 0 && (rate.AppliesToShipping || !onShipping))
            .Select(rate => new Rate(rate.Name, rate.Percent)),
    ];
}
