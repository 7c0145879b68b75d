namespace Tradepost.Inventory;

/// <summary>What a change of stock did to the units of a variant that can be bought, over all locations.</summary>
internal sealed record StockChange(VariantId Id, ProductId ProductId, int Before, int After)
{
    /// <summary>The variants whose stock began (true) or ended (false).</summary>
    public static IReadOnlyDictionary<VariantId, bool> Crossings(IEnumerable<StockChange> changes) =>
        changes.Where(change => change.Before > 0 != change.After > 0).ToDictionary(change => change.Id, change => change.After > 0);
}
