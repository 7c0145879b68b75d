using System.Security.Cryptography;
using Tradepost.Contracts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>A cart as it is stored.</summary>
internal sealed record Cart(
    CartId Id, UserId? UserId, Currency Currency, Destination? Destination, ShippingMethodId? ShippingOption, IReadOnlyList<CartLine> Lines)
{
    public const int MaxQuantity = 999;
    public const int MaxLines = 200;

    /// <summary>
    /// A new id. Unlike other ids it holds nothing but chance (122 bits, UUID version 4): for a guest it is the key to the cart.
    /// </summary>
    public static CartId NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(new Guid(bytes, bigEndian: true));
    }

    public IReadOnlyCollection<VariantId> VariantIds => [.. Lines.Select(line => line.VariantId)];

    /// <summary>The same cart with this line in place of the one of its variant, or at the end.</summary>
    public Cart With(CartLine changed) => Lines.Any(line => line.Id == changed.Id)
        ? this with { Lines = [.. Lines.Select(line => line.Id == changed.Id ? changed : line)] }
        : this with { Lines = [.. Lines, changed] };

    public Cart Without(CartLineId line) => this with { Lines = [.. Lines.Where(kept => kept.Id != line)] };

    /// <summary>Whether it can be bought in this cart.</summary>
    public bool Sells(VariantInfo variant) => variant.Purchasable && variant.Price.Currency == Currency;

    /// <summary>What of it can be priced. What is no longer sold costs nothing and can't be ordered.</summary>
    public Basket Basket(IReadOnlyDictionary<VariantId, VariantInfo> variants) => new(
        Currency, [.. Lines.Where(line => Sells(variants[line.VariantId])).Select(line => line.Priced(variants[line.VariantId]))],
        Destination, ShippingOption);
}

/// <summary>A line as it is stored.</summary>
/// <param name="Id">The line.</param>
/// <param name="VariantId">What.</param>
/// <param name="Quantity">How many, 1–999.</param>
/// <param name="SeenPriceMinor">The price of one unit when the cart was last read.</param>
internal sealed record CartLine(CartLineId Id, VariantId VariantId, int Quantity, long SeenPriceMinor)
{
    public BasketLine Priced(VariantInfo variant) => new(Id.ToString(), variant.FullName, variant.Price, Quantity, variant.WeightGrams)
    {
        ProductId = variant.ProductId, VariantId = variant.Id, CategoryId = variant.CategoryId, Brand = variant.Brand, Tags = variant.Tags,
        TaxClass = variant.TaxClass, DimensionsMm = variant.DimensionsMm, UnitCost = variant.Cost,
    };
}
