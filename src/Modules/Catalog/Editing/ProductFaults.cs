using System.Text.RegularExpressions;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog.Editing;

/// <summary>What can be wrong with a product as staff write it, each under the name of its field.</summary>
internal static partial class ProductFaults
{
    public const int MostVariants = 200;
    private const int MaxName = 300;
    private const int MaxDescription = 20_000;
    private const int MostTexts = 50;
    private const int MostOptions = 5;
    private const int MaxSku = 100;
    private const int MostStock = 1_000_000;
    private const int MostGrams = 1_000_000;
    private const int MostMillimetres = 100_000;

    public static void Check(ProductInput input, Faults faults)
    {
        faults.OptionalText("name", input.Name, MaxName);
        faults.Unless(input.Name is null || input.Name.Trim().Length > 0, "name", "must not be empty");
        faults.Unless(input.Slug is null || Slug.IsWellFormed(input.Slug), "slug", "must be lower-case words joined by hyphens");
        faults.OptionalText("description", input.Description, MaxDescription);
        faults.OptionalText("brand", input.Brand, 100);
        faults.Unless(input.Status is null or Product.Active or Product.Draft, "status", "must be active or draft");
        faults.Unless(input.TaxClass is null || TaxClassCode().IsMatch(input.TaxClass), "taxClass", "is not the code of a tax class");
        Texts("tags", input.Tags, 50, faults);
        Texts("highlights", input.Highlights, 300, faults);
        Attributes(input.Attributes ?? [], faults);
        Options(input.Options ?? [], faults);
        Sellable("", new(null, input.Sku, input.Gtin, null, input.Price, input.CompareAtPrice, input.WeightGrams, input.DimensionsMm,
            input.Stock) { Cost = input.Cost }, faults);
        Variants(input.Variants ?? [], faults);
    }

    private static void Variants(IReadOnlyList<VariantInput> variants, Faults faults)
    {
        faults.Unless(variants.Count <= MostVariants, "variants", $"must be at most {MostVariants}");
        var skus = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, variant) in variants.Take(MostVariants).Index())
        {
            var at = $"variants[{index}]";
            faults.Unless(variant is not null, at, "is required");
            if (variant is not null)
            {
                Sellable(at + ".", variant, faults);
                faults.Unless(string.IsNullOrWhiteSpace(variant.Sku) || skus.Add(variant.Sku.Trim()), at + ".sku",
                    "stands in another variant too");
            }
        }
    }

    // What a product without options and a single variant have in common.
    private static void Sellable(string at, VariantInput input, Faults faults)
    {
        faults.OptionalAmount(at + "price", input.Price);
        faults.OptionalAmount(at + "compareAtPrice", input.CompareAtPrice);
        faults.OptionalAmount(at + "cost", input.Cost);
        faults.OptionalText(at + "sku", input.Sku, MaxSku);
        faults.Unless(string.IsNullOrEmpty(input.Gtin) || Gtin.IsValid(input.Gtin), at + "gtin", "is not a GTIN: its check digit is wrong");
        faults.Unless(input.Stock is null or (>= 0 and <= MostStock), at + "stock", $"must be between 0 and {MostStock}");
        faults.Unless(input.WeightGrams is null or (> 0 and <= MostGrams), at + "weightGrams", $"must be between 1 and {MostGrams}");
        if (input.DimensionsMm is { } size)
        {
            faults.Range(at + "dimensionsMm.width", size.Width, 1, MostMillimetres);
            faults.Range(at + "dimensionsMm.height", size.Height, 1, MostMillimetres);
            faults.Range(at + "dimensionsMm.depth", size.Depth, 1, MostMillimetres);
        }
    }

    private static void Options(IReadOnlyList<ProductOption> options, Faults faults)
    {
        faults.Unless(options.Count <= MostOptions, "options", $"must be at most {MostOptions}");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, option) in options.Take(MostOptions).Index())
        {
            var at = $"options[{index}]";
            faults.Text(at + ".name", option?.Name, 50);
            faults.Unless(option?.Name is null || names.Add(option.Name.Trim()), at + ".name", "stands in another option too");
            Texts(at + ".values", option?.Values, 100, faults);
            faults.Unless(option?.Values is { Count: > 0 }, at + ".values", "must hold at least one value");
            faults.Unless(
                option?.Values is null || option.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count() == option.Values.Count,
                at + ".values", "must differ");
        }

        var combinations = options.Aggregate(1L, (product, option) => Math.Min(product * (option?.Values?.Count ?? 1), MostVariants + 1));
        faults.Unless(combinations <= MostVariants, "options", $"make more than {MostVariants} variants");
    }

    private static void Attributes(IReadOnlyList<ProductSpec> attributes, Faults faults)
    {
        faults.Unless(attributes.Count <= 100, "attributes", "must be at most 100");
        foreach (var (index, attribute) in attributes.Take(100).Index())
        {
            faults.Text($"attributes[{index}].name", attribute.Name, 100);
            faults.Text($"attributes[{index}].value", attribute.Value, 1000);
        }
    }

    private static void Texts(string field, IReadOnlyList<string>? texts, int max, Faults faults)
    {
        faults.Unless(texts is null || texts.Count <= MostTexts, field, $"must be at most {MostTexts}");
        foreach (var (index, text) in (texts ?? []).Take(MostTexts).Index())
        {
            faults.Text($"{field}[{index}]", text, max);
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TaxClassCode();
}
