namespace Tradepost.Catalog.Products;

/// <summary>Patterns for <c>ilike</c>.</summary>
internal static class Like
{
    /// <summary>Any text that holds these words, taken literally.</summary>
    public static string Holding(string words) =>
        "%" + words.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal) + "%";
}
