using System.Text.Json;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Import;

/// <summary>The variants of a row: those it lists, or the row itself as the only one.</summary>
internal static class FileVariants
{
    private static readonly Dictionary<string, string> NoOptions = new(StringComparer.Ordinal);

    public static IReadOnlyList<ImportVariant> Read(RowFields row, Currency currency, string defaultSku, int defaultStock)
    {
        if (row.Any("variants") is not { ValueKind: JsonValueKind.Array } listed || listed.GetArrayLength() == 0)
        {
            return FilePrices.Read(row, currency) is { } price
                ? [One(row, null, price, currency, defaultSku, defaultStock, NoOptions)]
                : [];
        }

        FilePrices.CheckCurrency(row, currency);
        var variants = new List<ImportVariant>();
        foreach (var (index, element) in listed.EnumerateArray().Index())
        {
            var fields = new RowFields(element.ValueKind == JsonValueKind.Object ? element : default(JsonElement).Empty());
            var price = FilePrices.Given(fields) ? FilePrices.Read(fields, currency) : FilePrices.Read(row, currency);
            if (price is { } known)
            {
                variants.Add(One(fields, row, known, currency, $"{defaultSku}-{index + 1}", defaultStock, Chosen(fields)));
            }

            row.Faults.AddRange(fields.Faults.Select(fault => $"variants[{index}].{fault}"));
        }

        return variants;
    }

    /// <summary>What can be chosen, in order.</summary>
    public static IReadOnlyList<ProductOption> Options(RowFields row) =>
        row.Any("options") is not { ValueKind: JsonValueKind.Array } listed
            ? []
            : [.. listed.EnumerateArray().Where(option => option.ValueKind == JsonValueKind.Object).Select(option => new RowFields(option))
                .Where(option => option.Text("name") is not null)
                .Select(option => new ProductOption(option.Text("name")!, option.Texts("values")))];

    private static ImportVariant One(
        RowFields fields, RowFields? product, Money price, Currency currency, string defaultSku, int defaultStock,
        Dictionary<string, string> options)
    {
        var stock = fields.Number("stock", "quantity") ?? defaultStock;
        if (stock != decimal.Truncate(stock) || stock is < 0 or > 1_000_000)
        {
            fields.Faults.Add("stock: must be a whole number between 0 and 1000000");
            stock = 0;
        }

        return new(
            fields.Text("sku") ?? defaultSku, options, price, FilePrices.Before(fields, currency), (int)stock,
            Gtin.First(fields.Texts("gtins", "gtin")), Sizes.Weight(fields) ?? (product is null ? null : Sizes.Weight(product)),
            Sizes.Dimensions(fields) ?? (product is null ? null : Sizes.Dimensions(product)));
    }

    private static Dictionary<string, string> Chosen(RowFields fields) =>
        fields.Any("options") is { ValueKind: JsonValueKind.Object } options
            ? options.EnumerateObject().ToDictionary(
                option => RowFields.OneLine(option.Name), option => RowFields.OneLine(option.Value.ToString()), StringComparer.Ordinal)
            : [];

    private static JsonElement Empty(this JsonElement _) => JsonDocument.Parse("{}").RootElement;
}
