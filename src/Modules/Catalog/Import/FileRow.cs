using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Import;

/// <summary>
/// Makes a product of a row. One reading for all shapes: a field goes by several names, and where a title and a name stand side by side,
/// the name is a model number. docs/guides/import.md lists them.
/// </summary>
internal static class FileRow
{
    private const int DefaultStock = 25;
    private const int MostTexts = 30;

    public static (Incoming? Product, string? Fault) Read(RowFields row, Currency currency, long line)
    {
        var attributes = AttributeList.Read(row);
        var source = row.Text("source") ?? (row.Has("price_cents") ? "icecat" : "file");
        var brand = row.Text("brand");
        var name = row.Text("title") ?? row.Text("name") ?? Join(brand, row.Text("mpn"));
        var externalId = row.Text("id", "source_id", "externalId") ?? row.Text("sku") ?? Fingerprint(name, attributes);
        if (name.Length == 0)
        {
            row.Faults.Add("name: is required");
        }

        var variants = FileVariants.Read(row, currency, DefaultSku(row, source, externalId), DefaultStock);
        if (row.Faults.Count > 0)
        {
            return (null, string.Join("; ", row.Faults));
        }

        var path = Categories(row);
        var product = new ImportProduct
        {
            ExternalId = externalId,
            Slug = row.Text("slug"),
            Name = name,
            Description = PlainText.Of(row.Any("description")?.ToString()),
            Brand = brand,
            CategorySlug = path.Count > 0 ? null : row.Text("category") ?? CategoryRules.Of(name, AttributeList.Keys(row)),
            Tags = [.. row.Texts("tags").Select(tag => tag.ToLowerInvariant()).Distinct().Take(MostTexts)],
            Highlights = [.. row.Texts("highlights").Take(MostTexts)],
            Attributes = attributes,
            Options = FileVariants.Options(row),
            Variants = variants,
            Images = FileImages.Read(row, name),
            ReleasedAt = ReleasedAt(row),
        };
        return (new(source, product, path, line), null);
    }

    // A list is a path from the root. A text is a path when it holds ">", else the slug of a category that is there already.
    private static IReadOnlyList<string> Categories(RowFields row)
    {
        var listed = row.Texts("categories");
        if (listed.Count == 0 && row.Text("category") is { } text && text.Contains('>', StringComparison.Ordinal))
        {
            listed = text.Split('>', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        return [.. listed.Take(5).Select(name => name.Length > 100 ? name[..100] : char.ToUpperInvariant(name[0]) + name[1..])];
    }

    private static string DefaultSku(RowFields row, string source, string externalId) =>
        row.Text("sku") ?? (source == "icecat" ? $"IC-{externalId}" : externalId.Length > 100 ? externalId[..100] : externalId);

    // A row without any id is the same product as long as its name and specification stay.
    private static string Fingerprint(string name, IReadOnlyList<ProductSpec> attributes)
    {
        var all = name + string.Concat(attributes.Select(attribute => $"\n{attribute.Name}: {attribute.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
    }

    private static DateTimeOffset? ReleasedAt(RowFields row) =>
        DateTimeOffset.TryParse(row.Text("date_released", "releasedAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var at)
            ? at.ToUniversalTime()
            : null;

    private static string Join(string? brand, string? model) => string.Join(' ', new[] { brand, model }.Where(part => part is not null));
}
