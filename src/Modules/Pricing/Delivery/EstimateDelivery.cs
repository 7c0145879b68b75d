using Microsoft.AspNetCore.Http;
using Tradepost.Contracts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Delivery;

/// <summary>
/// What it costs and how long it takes to have one of a product sent somewhere, before there is a cart. Anonymous: it tells no more than a
/// cart with that product would.
/// </summary>
internal static class EstimateDelivery
{
    /// <param name="Options">Cheapest first.</param>
    /// <param name="Problem">Why there are none; null when there are.</param>
    internal sealed record Estimate(IReadOnlyList<Option> Options, ShippingProblem? Problem);

    internal sealed record Option(
        ShippingMethodId Id, string Name, Money Price, EstimatedDays EstimatedDays, DeliveryWindow? EstimatedDelivery);

    internal static async Task<IResult> Handle(
        ProductId id, HttpContext http, IPricing pricing, ICatalog catalog, ICatalogPages pages, CancellationToken cancel)
    {
        var (faults, query) = (new Faults(), http.Request.Query);
        var place = new DestinationInput(
            QueryValues.Text(query, "country", 2, faults), QueryValues.Text(query, "state", 10, faults),
            QueryValues.Text(query, "postalCode", 20, faults), null);
        place.Check(faults);
        var named = QueryValues.Text(query, "variantId", 40, faults);
        faults.Unless(named is null || VariantId.TryParse(named, null, out _), "variantId", "is not an id");
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var found = await Find(id, named is null ? null : VariantId.Parse(named, null), catalog, pages, cancel);
        return found.Succeeded ? (await Of(found.Value, place.ToDestination(), pricing, cancel)).Ok() : found.Refusal.ToResult();
    }

    private static async Task<Outcome<Estimate>> Of(VariantInfo variant, Destination to, IPricing pricing, CancellationToken cancel)
    {
        var line = new BasketLine("product", variant.FullName, variant.Price, 1, variant.WeightGrams)
        {
            ProductId = variant.ProductId, VariantId = variant.Id, CategoryId = variant.CategoryId, Brand = variant.Brand,
            Tags = variant.Tags, TaxClass = variant.TaxClass, DimensionsMm = variant.DimensionsMm,
        };
        var basket = new Basket(variant.Price.Currency, [line], to, null);
        var options = await pricing.ShippingOptions(basket, cancel);
        return new Estimate(
            [.. options.Select(one => new Option(one.Id, one.Name, one.Price, one.EstimatedDays, one.EstimatedDelivery))],
            options.Count > 0 ? null : await pricing.ShippingProblem(basket, cancel));
    }

    // As in a cart, the variant may be left out when there is but one.
    private static async Task<Outcome<VariantInfo>> Find(
        ProductId product, VariantId? named, ICatalog catalog, ICatalogPages pages, CancellationToken cancel)
    {
        if ((named ?? await catalog.OnlyVariant(product, cancel)) is not { } id)
        {
            return (await pages.Product(product.ToString(), cancel)).Value is null
                ? SettingsErrors.ProductNotFound.Refuse()
                : PlatformErrors.Invalid.On("variantId", "is required: the product has several variants");
        }

        var known = await catalog.Variants([id], cancel);
        return known.TryGetValue(id, out var variant) && variant.Purchasable && variant.ProductId == product
            ? variant
            : SettingsErrors.ProductNotFound.Refuse();
    }
}
