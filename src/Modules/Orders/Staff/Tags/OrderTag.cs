using Tradepost.Platform.Http;

namespace Tradepost.Orders.Staff.Tags;

/// <summary>A word staff mark orders with: small letters, without commas.</summary>
internal static class OrderTag
{
    public const int Longest = 40;
    public const int Most = 20;

    /// <summary>As it is kept; null when nothing is left of it.</summary>
    public static string? Plain(string? tag) => string.IsNullOrWhiteSpace(tag) ? null : tag.Trim().ToLowerInvariant();

    public static void Check(Faults faults, string field, IReadOnlyList<string>? tags)
    {
        faults.Unless(tags is null || tags.Count <= Most, field, $"must be at most {Most}");
        faults.Unless(
            tags is null || tags.All(tag => Plain(tag) is { Length: <= Longest } plain && !plain.Contains(',', StringComparison.Ordinal)),
            field, $"must each have 1 to {Longest} characters and no comma");
    }

    public static string[] Plain(IReadOnlyList<string>? tags) =>
        [.. (tags ?? []).Select(tag => Plain(tag)!).Distinct(StringComparer.Ordinal)];
}
