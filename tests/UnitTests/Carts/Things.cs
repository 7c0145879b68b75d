using Tradepost.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Carts;

/// <summary>Variants, lines, carts and quotes for tests.</summary>
internal static class Things
{
    public static VariantInfo Variant(long price) => new(
        VariantId.New(), ProductId.New(), "thing", "T-1", "Thing", new Dictionary<string, string>(StringComparer.Ordinal), null,
        new Money(price, Currency.Usd), null, 100, null, null, [], Purchasable: true);

    public static CartLine Line(VariantInfo variant, int quantity) => new(CartLineId.New(), variant.Id, quantity, variant.Price.Minor);

    public static CartLine[] Lines(int count) => [.. Enumerable.Range(0, count).Select(_ => Line(Variant(1), 1))];

    public static Cart Cart(params CartLine[] lines) => new(Tradepost.Carts.Cart.NewId(), null, Currency.Usd, null, null, lines);

    public static Dictionary<VariantId, VariantInfo> Known(params VariantInfo[] variants) => variants.ToDictionary(variant => variant.Id);

    /// <summary>What the cart costs at the prices its buyer saw, with this much off the first line.</summary>
    public static Quote Quote(Cart cart, long discount = 0, long shipping = 0)
    {
        Money Usd(long minor) => new(minor, Currency.Usd);
        var lines = cart.Lines.Select((line, i) => new QuoteLine(
            line.Id.ToString(), Usd(line.SeenPriceMinor), line.Quantity, Usd(line.SeenPriceMinor * line.Quantity),
            Usd(i == 0 ? discount : 0), Usd(0))).ToArray();
        var goods = lines.Sum(line => line.LineTotal.Minor);
        return new(lines, new(Usd(goods), Usd(discount), Usd(shipping), Usd(0), Usd(goods - discount + shipping)), [], [], null);
    }
}
