using Tradepost.Contracts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.UnitTests.Pricing.Shipping;

/// <summary>Zones, parcels and methods with zones for tests.</summary>
internal static class Zones
{
    public static readonly Terms Plain = Baskets.Plain;

    public static StoredZone Stored(string name, string basis = RateBases.Flat, long price = 500, params string[]? places) => new()
    {
        Id = Id<StoredZone>.New(), MethodId = ShippingMethodId.New(), Position = 0, Name = name, Basis = basis, BasePriceMinor = price,
        Places = places,
    };

    public static StoredZone Table(string name, string basis, (long Bound, long Price)[] steps, params string[]? places) =>
        Stored(name, basis, 0, places) with
        {
            RateBounds = [.. steps.Select(step => step.Bound)], RatePricesMinor = [.. steps.Select(step => step.Price)],
        };

    public static ShippingMethod Method(string code, params StoredZone[] zones)
    {
        var method = Baskets.Method(code, basePrice: 990, perKg: 100, freeOver: 10_000);
        method.Chart = new([.. zones.Select(Zone.Of)]);
        return method;
    }

    public static BasketLine Piece(int grams, DimensionsMm? size = null, int quantity = 1, long price = 1000) =>
        Baskets.Line("a", price, quantity, grams) with { DimensionsMm = size };

    public static ShippingOption? Offer(ShippingMethod method, Destination to, params BasketLine[] lines) =>
        Tradepost.Pricing.Engine.Shipping.Options(Baskets.Basket(to, null, lines), Baskets.Tables([], method), Plain).SingleOrDefault();

    public static ShippingProblem? Problem(Destination to, BasketLine line, params ShippingMethod[] methods) =>
        Tradepost.Pricing.Engine.Shipping.Problem(Baskets.Basket(to, null, line), Baskets.Tables([], methods), Plain);

    public static Destination Zip(string code, string? state = null) => new("US", state, code, null);
}
