using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Pricing.Delivery;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Taxes.Exemptions;
using Tradepost.Pricing.Taxes.Providers;

namespace Tradepost.Pricing.Taxes;

/// <summary>What taxes depend on besides the shop's tables: who is exempt, and what a tax provider says.</summary>
internal sealed class TaxBook(
    RememberedTaxes remembered, AskTaxes provider, ExemptionShelf exemptions, ShopSettings shop, TimeProvider time)
{
    private DateOnly Today => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(time.GetUtcNow(), ShopTime.ZoneOf(shop.TimeZone)).DateTime);

    /// <summary>Asks whoever must be asked. May use the network: never inside a transaction.</summary>
    public async Task Prepare(Destination? destination, Shopper shopper, PriceTables tables, Reads reads)
    {
        await exemptions.Of(shopper.UserId, reads);
        await provider.Ask(destination, Today, tables.TaxClasses, reads.Cancel);
    }

    /// <summary>The circumstances with what is known of taxes. Uses the database at most, and no network.</summary>
    public async ValueTask<Circumstances> Add(Circumstances circumstances, Basket basket, PriceTables tables, Reads reads)
    {
        if (basket.Destination is not { } place)
        {
            return circumstances;
        }

        var certificates = await exemptions.Of(basket.Shopper.UserId, reads);
        return circumstances with
        {
            Taxes = remembered.Find(RememberedTaxes.Place.Of(place, tables.TaxClasses)),
            TaxExemption = certificates.Count == 0 ? null : TaxExemption.At(certificates, place, Today)?.Number,
        };
    }
}
