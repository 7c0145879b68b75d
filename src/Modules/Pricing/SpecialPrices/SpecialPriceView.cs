using Npgsql;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>A special price as staff see it.</summary>
internal sealed record SpecialPriceView(
    Id<SpecialPrice> Id, VariantId VariantId, string Sku, string Name, string? CustomerGroup, int MinQuantity, Money Price,
    DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, int Version, DateTimeOffset UpdatedAt)
{
    public static SqlText Select(SqlText end)
    {
        SqlText sql = $"""
            select id, variant_id, customer_group, min_quantity, price_minor, currency, starts_at, ends_at, version, updated_at
            from pricing.special_prices {end}
            """;
        return sql;
    }

    public static SpecialPriceView Read(NpgsqlDataReader row) => new(
        row.Id<SpecialPrice>(0), row.Id<Contracts.Kinds.Variant>(1), "", "", row.TextOrNull(2), row.GetInt32(3), row.Money(4, 5),
        row.InstantOrNull(6), row.InstantOrNull(7), row.GetInt32(8), row.Instant(9));

    /// <summary>The same rows with the names of what they are for.</summary>
    public static async Task<IReadOnlyList<SpecialPriceView>> Named(
        IReadOnlyList<SpecialPriceView> rows, ICatalog catalog, CancellationToken cancel)
    {
        var variants = await catalog.Variants([.. rows.Select(row => row.VariantId).Distinct()], cancel);
        return [.. rows.Select(row => variants.TryGetValue(row.VariantId, out var variant)
            ? row with { Sku = variant.Sku, Name = variant.FullName }
            : row)];
    }
}
