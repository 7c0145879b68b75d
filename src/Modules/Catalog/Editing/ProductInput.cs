using System.Text.Json.Serialization;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>A product as staff write it. What is required depends on whether it is new.</summary>
internal abstract record ProductInput : IChecked
{
    public string? Name { get; init; }

    public string? Slug { get; init; }

    public string? Description { get; init; }

    public string? Brand { get; init; }

    public CategoryId? CategoryId { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string>? Highlights { get; init; }

    public Money? Price { get; init; }

    public Money? CompareAtPrice { get; init; }

    /// <summary>What one unit cost the shop.</summary>
    public Money? Cost { get; init; }

    public string? Sku { get; init; }

    public string? Gtin { get; init; }

    /// <summary>Units on the shelf of each new variant that does not say its own.</summary>
    public int? Stock { get; init; }

    public int? WeightGrams { get; init; }

    public DimensionsMm? DimensionsMm { get; init; }

    /// <summary>active or draft.</summary>
    public string? Status { get; init; }

    /// <summary>The code of a tax class; null or left out when new: the standard one.</summary>
    public string? TaxClass { get; init; }

    /// <summary>A list of {name, value}, or an object of names and values.</summary>
    [JsonConverter(typeof(SpecListConverter))]
    public IReadOnlyList<ProductSpec>? Attributes { get; init; }

    public IReadOnlyList<ProductOption>? Options { get; init; }

    /// <summary>All variants. Left out: one for each combination of the options.</summary>
    public IReadOnlyList<VariantInput>? Variants { get; init; }

    public virtual void Check(Faults faults) => ProductFaults.Check(this, faults);

    /// <summary>Amounts in another currency than the shop's. Asked apart: a body does not know the shop.</summary>
    public void CheckCurrency(Currency currency, Faults faults)
    {
        void Amount(string field, Money? amount) =>
            faults.Unless(amount is null || amount.Value.Currency == currency, field, $"must be in {currency}");

        Amount("price", Price);
        Amount("compareAtPrice", CompareAtPrice);
        Amount("cost", Cost);
        foreach (var (index, variant) in (Variants ?? []).Index())
        {
            Amount($"variants[{index}].price", variant.Price);
            Amount($"variants[{index}].compareAtPrice", variant.CompareAtPrice);
            Amount($"variants[{index}].cost", variant.Cost);
        }
    }
}

/// <summary>One combination of options. Without an id it is new, unless a variant has its SKU already.</summary>
internal sealed record VariantInput(
    VariantId? Id, string? Sku, string? Gtin, IReadOnlyDictionary<string, string>? Options, Money? Price, Money? CompareAtPrice,
    int? WeightGrams,
    DimensionsMm? DimensionsMm, int? Stock)
{
    /// <summary>What one unit cost the shop.</summary>
    public Money? Cost { get; init; }
}
