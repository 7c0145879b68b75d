using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Presets;

/// <summary>The tables of taxes the shop knows.</summary>
internal static class ListTaxPresets
{
    internal sealed record View(
        string Id, string Name, string AsOf, string Source, bool AppliesToShipping, IReadOnlyList<string> Countries,
        IReadOnlyList<string> TaxClasses, int Rates, IReadOnlyList<LeftOut> LeftOut);

    internal static IResult Handle(PageQuery page)
    {
        var views = TaxPreset.All.Skip(page.Offset).Take(page.PageSize).Select(preset => new View(
            preset.Id, preset.Name, preset.AsOf, preset.Source, preset.AppliesToShipping, preset.Countries, preset.Classes,
            preset.Rates.Count, preset.LeftOut));
        Outcome<Paged<View>> list = new Paged<View>([.. views], page.Page, page.PageSize, TaxPreset.All.Count);
        return list.Ok();
    }
}
