using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions;
using Tradepost.Pricing.Taxes;

namespace Tradepost.Pricing.Engine;

/// <summary>What a basket's price depends on besides itself and the shop's tables: who buys, when, and what is offered to them.</summary>
internal sealed record Circumstances
{
    private static readonly IReadOnlyDictionary<CategoryId, IReadOnlyList<string>> NoCategories =
        new Dictionary<CategoryId, IReadOnlyList<string>>();

    private static readonly IReadOnlyDictionary<string, Money> NoPrices = new Dictionary<string, Money>(StringComparer.Ordinal);

    /// <summary>A guest, no promotions.</summary>
    public static Circumstances None { get; } = new();

    /// <summary>Promotions that may apply: those without a code, and those whose code was entered.</summary>
    public IReadOnlyList<PromotionRule> Promotions { get; init; } = [];

    /// <summary>Groups the customer is in.</summary>
    public IReadOnlyList<string> CustomerGroups { get; init; } = [];

    /// <summary>Whether this would be the customer's first order.</summary>
    public bool FirstOrder { get; init; }

    /// <summary>Now; null: windows are not looked at.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Ids and slugs of each category and those above it.</summary>
    public IReadOnlyDictionary<CategoryId, IReadOnlyList<string>> Categories { get; init; } = NoCategories;

    /// <summary>Unit prices by line key, where this shopper or this quantity gets another than the catalogue's.</summary>
    public IReadOnlyDictionary<string, Money> UnitPrices { get; init; } = NoPrices;

    /// <summary>What a tax provider said is due at the destination; null: the shop's own tables decide.</summary>
    public TaxesDue? Taxes { get; init; }

    /// <summary>The number of the certificate that frees this customer from tax at the destination; null: they pay it.</summary>
    public string? TaxExemption { get; init; }

    public Money UnitPrice(BasketLine line) => UnitPrices.TryGetValue(line.Key, out var price) ? price : line.UnitPrice;

    public IReadOnlyList<string> CategoryNames(BasketLine line) =>
        line.CategoryId is { } id && Categories.TryGetValue(id, out var names) ? names : [];
}
