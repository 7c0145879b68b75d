using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Catalog;

/// <summary>What other modules may ask of the catalogue.</summary>
public interface ICatalog
{
    /// <summary>What is sold under these ids. Unknown ones are missing from the answer; deleted and inactive ones are there, not
    /// purchasable.</summary>
    Task<IReadOnlyDictionary<VariantId, VariantInfo>> Variants(IReadOnlyCollection<VariantId> ids, CancellationToken cancel);

    /// <summary>The only variant of a product; null when the product is unknown, or has several.</summary>
    Task<VariantId?> OnlyVariant(ProductId product, CancellationToken cancel);

    /// <summary>
    /// The variant a product's page opens with: the first in stock, else the first; null when the product is unknown.
    /// </summary>
    Task<VariantId?> LeadVariant(ProductId product, CancellationToken cancel);

    /// <summary>Variants by SKU, for imports and the demo shop's history.</summary>
    Task<IReadOnlyDictionary<string, VariantId>> VariantsBySku(IReadOnlyCollection<string> skus, CancellationToken cancel);

    /// <summary>Variants of which the name, brand or SKU holds the words, for staff lists. At most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<VariantId>> FindVariants(string words, int limit, CancellationToken cancel);

    /// <summary>Whether there is any product, be it deleted. Waits for those being made, and new ones wait for this transaction.</summary>
    Task<bool> HasProducts(Tx tx);

    /// <summary>Keeps listings right when a variant's stock begins or ends. Part of the transaction that changed the stock.</summary>
    Task SetInStock(Tx tx, IReadOnlyDictionary<VariantId, bool> inStock);
}

/// <summary>A variant as carts, orders and stock screens need it.</summary>
/// <param name="Id">The variant.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="Slug">The product's address.</param>
/// <param name="Sku">Stock keeping unit, unique.</param>
/// <param name="Name">The product's name.</param>
/// <param name="Options">Chosen options, "Colour" → "Black"; empty for an only variant.</param>
/// <param name="ImageUrl">The picture that shows it best.</param>
/// <param name="Price">For one unit.</param>
/// <param name="CompareAtPrice">The price it was reduced from.</param>
/// <param name="WeightGrams">Shipping weight of one unit in grams.</param>
/// <param name="Brand">Brand name.</param>
/// <param name="CategoryId">The product's category.</param>
/// <param name="Tags">The product's tags.</param>
/// <param name="Purchasable">False when inactive or deleted.</param>
public sealed record VariantInfo(
    VariantId Id, ProductId ProductId, string Slug, string Sku, string Name, IReadOnlyDictionary<string, string> Options, string? ImageUrl,
    Money Price, Money? CompareAtPrice, int? WeightGrams, string? Brand, CategoryId? CategoryId, IReadOnlyList<string> Tags,
        bool Purchasable)
{
    /// <summary>Size of one unit; null when unknown.</summary>
    public DimensionsMm? DimensionsMm { get; init; }

    /// <summary>How it is taxed: the code of a tax class.</summary>
    public string TaxClass { get; init; } = Pricing.TaxClasses.Standard;

    /// <summary>What one unit cost the shop; null when unknown. Never shown to shoppers.</summary>
    public Money? Cost { get; init; }

    /// <summary>Fixed prices in the other currencies the shop sells in.</summary>
    public IReadOnlyList<Money> OtherPrices { get; init; } = [];

    /// <summary>What one unit costs in this currency; null when it is not sold in it.</summary>
    public Money? PriceIn(Currency currency)
    {
        if (Price.Currency == currency)
        {
            return Price;
        }

        foreach (var price in OtherPrices)
        {
            if (price.Currency == currency)
            {
                return price;
            }
        }

        return null;
    }

    /// <summary>Name and options in one line: "Aria Phone, Black, 256 GB".</summary>
    public string FullName => Options.Count == 0 ? Name : $"{Name}, {string.Join(", ", Options.Values)}";
}
