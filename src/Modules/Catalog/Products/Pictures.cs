using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Products;

/// <summary>Which picture shows which variant.</summary>
internal static class Pictures
{
    /// <summary>
    /// The picture that shows a choice of options best: the first whose own options all agree with the choice, those that name more before
    /// those that name fewer. Null when every picture shows another choice.
    /// </summary>
    public static ProductImage? Showing(IEnumerable<ProductImage> images, IReadOnlyDictionary<string, string> choice) =>
        images.Where(image => Agrees(image.Options, choice)).OrderByDescending(image => image.Options?.Count ?? 0).FirstOrDefault();

    private static bool Agrees(IReadOnlyDictionary<string, string>? shown, IReadOnlyDictionary<string, string> choice) =>
        shown is null || shown.All(option => choice.TryGetValue(option.Key, out var value) && value == option.Value);
}
