using Tradepost.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Carts;

/// <summary>Variants, lines and carts for tests.</summary>
internal static class Things
{
    public static VariantInfo Variant(long price) => new(
        VariantId.New(), ProductId.New(), "thing", "T-1", "Thing", new Dictionary<string, string>(StringComparer.Ordinal), null,
        new Money(price, Currency.Usd), null, 100, null, null, [], Purchasable: true);

    public static CartLine Line(VariantInfo variant, int quantity) => new(CartLineId.New(), variant.Id, quantity, variant.Price.Minor);

    public static Cart Cart(params CartLine[] lines) => new(Tradepost.Carts.Cart.NewId(), null, Currency.Usd, null, null, lines);

    public static Dictionary<VariantId, VariantInfo> Known(params VariantInfo[] variants) => variants.ToDictionary(variant => variant.Id);
}
