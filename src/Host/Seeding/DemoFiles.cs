using System.Text.Json;
using Tradepost.Contracts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Seeding;

/// <summary>The demo shop as its files describe it.</summary>
internal static class DemoFiles
{
    internal sealed record Shop(string ShopName, string Currency, bool PricesIncludeTax, ShopHero? Hero, ShippingFacts? Shipping);

    internal sealed record Category(string Slug, string Name, string? Parent, string? Description, string? Image);

    internal sealed record Product(
        string Slug, string Name, string Brand, string Category, string Description, string[] Highlights, string[] Tags, int? WeightGrams,
        DimensionsMm? DimensionsMm, ProductSpec[] Attributes, ProductOption[]? Options, Variant[] Variants, Image[] Images);

    internal sealed record Variant(
        string Sku, Dictionary<string, string>? Options, long PriceMinor, long? CompareAtMinor, int Stock, int? WeightGrams, string? Gtin);

    internal sealed record Image(string File, string Alt, Dictionary<string, string>? Options);

    internal sealed record Past(Customer[] Customers, PastOrder[] Orders);

    internal sealed record Customer(string Email, string FirstName, string LastName, string? Phone, Address[] Addresses);

    internal sealed record PastOrder(int DaysAgo, string Customer, PastLine[] Lines, string Outcome);

    internal sealed record PastLine(string Sku, int Quantity);

    public static T Read<T>(string folder, string name)
    {
        using var stream = File.OpenRead(Path.Combine(folder, name));
        return JsonSerializer.Deserialize<T>(stream, ApiJson.Options) ?? throw new InvalidDataException($"{name} is empty.");
    }

    /// <summary>The product to take in. Past orders take their units again, so these are added first.</summary>
    public static ImportProduct ToImport(this Product product, Currency currency, IReadOnlyDictionary<string, int> soldBefore,
        DateTimeOffset releasedAt) => new()
    {
        ExternalId = product.Slug,
        Slug = product.Slug,
        Name = product.Name,
        Description = product.Description,
        Brand = product.Brand,
        CategorySlug = product.Category,
        Tags = product.Tags,
        Highlights = product.Highlights,
        Attributes = product.Attributes,
        Options = product.Options ?? [],
        ReleasedAt = releasedAt,
        Images = [.. product.Images.Select(image => new ProductImage("/media/products/" + image.File, image.Alt, image.Options))],
        Variants =
        [
            .. product.Variants.Select(variant => new ImportVariant(
                variant.Sku, variant.Options ?? [], new Money(variant.PriceMinor, currency),
                variant.CompareAtMinor is { } compareAt ? new Money(compareAt, currency) : null,
                variant.Stock + soldBefore.GetValueOrDefault(variant.Sku), variant.Gtin, variant.WeightGrams ?? product.WeightGrams,
                    product.DimensionsMm)),
        ],
    };
}
