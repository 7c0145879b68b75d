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
    public const int MaxCodes = 10;
    public const int MaxCodeLength = 60;

    /// <summary>One more with every change.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The request named this version: a change must find it.</summary>
    public bool MustBeThisVersion { get; init; }

    /// <summary>Promotion codes that were entered, as they were typed.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>How it will be paid; null: not chosen yet.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Whom to write to.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>Who looks at it: prices may depend on that. Null for a guest.</summary>
    public UserId? Buyer { get; init; } = UserId;

    /// <summary>What the buyer was shown last.</summary>
    public Seen Seen { get; init; } = Seen.Nothing;

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
    public bool Sells(VariantInfo variant) => variant.Purchasable && variant.PriceIn(Currency) is not null;

    /// <summary>What one unit costs in the cart's currency; of what it can't be bought in, what it costs otherwise.</summary>
    public Money Price(VariantInfo variant) => variant.PriceIn(Currency) ?? variant.Price;

    /// <summary>Whether this code was entered.</summary>
    public bool HasCode(string code) => Codes.Contains(code, StringComparer.OrdinalIgnoreCase);

    /// <summary>What of it can be priced. What is no longer sold costs nothing and can't be ordered.</summary>
    public Basket Basket(IReadOnlyDictionary<VariantId, VariantInfo> variants) => new(
        Currency, [.. Lines.Where(line => Sells(variants[line.VariantId])).Select(line => line.Priced(variants[line.VariantId], Currency))],
        Destination, ShippingOption)
    {
        Codes = Codes, PaymentMethod = PaymentMethod, Shopper = Shopper,
    };

    /// <summary>Who buys, as far as the cart knows.</summary>
    public Shopper Shopper => new(Buyer, Contact.Email);
}

/// <summary>A line as it is stored.</summary>
/// <param name="Id">The line.</param>
/// <param name="VariantId">What.</param>
/// <param name="Quantity">How many, 1–999.</param>
/// <param name="SeenPriceMinor">The price of one unit when the cart was last read.</param>
internal sealed record CartLine(CartLineId Id, VariantId VariantId, int Quantity, long SeenPriceMinor)
{
    public BasketLine Priced(VariantInfo variant, Currency currency) => new(
        Id.ToString(), variant.FullName, variant.PriceIn(currency)!.Value, Quantity, variant.WeightGrams)
    {
        ProductId = variant.ProductId, VariantId = variant.Id, CategoryId = variant.CategoryId, Brand = variant.Brand, Tags = variant.Tags,
        TaxClass = variant.TaxClass, DimensionsMm = variant.DimensionsMm,
        UnitCost = variant.Cost?.Currency == currency ? variant.Cost : null,
    };
}

/// <summary>Whom to write to about a cart.</summary>
/// <param name="Email">The address; null when none was given.</param>
/// <param name="Remind">Whether they asked to be reminded of the cart when they leave it.</param>
internal sealed record Contact(string? Email, bool Remind)
{
    public static Contact None { get; } = new(null, false);
}

/// <summary>What the buyer was shown last, besides the prices of the lines.</summary>
/// <param name="DiscountMinor">What promotions took off the goods.</param>
/// <param name="TotalMinor">The total; null when the cart was never shown.</param>
/// <param name="At">When, to the day.</param>
internal sealed record Seen(long DiscountMinor, long? TotalMinor, DateTimeOffset At)
{
    public static Seen Nothing { get; } = new(0, null, DateTimeOffset.UnixEpoch);

    public static Seen Of(Quote quote, DateTimeOffset at) => new(DiscountOf(quote), quote.Totals.Total.Minor, at);

    public static long DiscountOf(Quote quote) => quote.Lines.Sum(line => line.Discount.Minor);
}
