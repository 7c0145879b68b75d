using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>
/// The variants a product is to have, worked out from what was written: those listed, else one for each combination of the options,
/// else one.
/// </summary>
/// <param name="Options">What can be chosen, in order.</param>
/// <param name="Variants">At least one; every choice of options is different and complete.</param>
internal sealed record VariantPlan(IReadOnlyList<ProductOption> Options, IReadOnlyList<VariantPlan.Wanted> Variants)
{
    /// <summary>The plan, unless a fault was noted.</summary>
    /// <param name="input">Checked already, field by field.</param>
    /// <param name="price">Of variants made from the options, when the product itself names none.</param>
    /// <param name="faults">Where to note what does not fit together.</param>
    public static VariantPlan Of(ProductInput input, Money price, Faults faults)
    {
        var listed = input.Variants ?? [];
        var options = Tidy(input.Options is { Count: > 0 } given ? given : Named(listed));
        CheckOptions(options, input.Options is { Count: > 0 } ? "options" : "variants", faults);
        if (listed.Count > 0)
        {
            foreach (var (index, variant) in listed.Index())
            {
                faults.Unless((variant.Price ?? input.Price) is not null, $"variants[{index}].price", "is required");
            }

            var wanted = listed.Select(variant => Listed(variant, input, price, options)).ToArray();
            CheckChoices(wanted, options, faults);
            return new(options, wanted);
        }

        return new(options, [.. Combinations(options).Select((choice, index) => Made(choice, input, price, index, options.Length > 0))]);
    }

    // Options nobody declared are those the variants name, with the values they take.
    private static IEnumerable<ProductOption> Named(IReadOnlyList<VariantInput> variants) =>
        variants.SelectMany(variant => variant.Options ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .GroupBy(option => option.Key.Trim(), StringComparer.Ordinal)
            .Select(group => new ProductOption(group.Key, [.. group.Select(option => option.Value ?? "")]));

    private static ProductOption[] Tidy(IEnumerable<ProductOption> options) => [.. options.Select(option => new ProductOption(
        option.Name.Trim(), [.. option.Values.Select(value => value.Trim()).Distinct(StringComparer.Ordinal)]))];

    // In the order of the options, whatever order the choice was written in.
    private static Wanted Listed(VariantInput variant, ProductInput product, Money price, ProductOption[] options)
    {
        var written = (variant.Options ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .GroupBy(option => option.Key.Trim(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value?.Trim() ?? "");
        var choice = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options.Where(option => written.ContainsKey(option.Name)))
        {
            choice[option.Name] = written[option.Name];
        }

        return new(
            variant.Id, Blank(variant.Sku), Blank(variant.Gtin), choice, variant.Price ?? product.Price ?? price, variant.CompareAtPrice,
            variant.WeightGrams ?? product.WeightGrams, variant.DimensionsMm ?? product.DimensionsMm, variant.Stock ?? product.Stock ?? 0,
            written.Count == choice.Count) { Cost = variant.Cost ?? product.Cost };
    }

    private static Wanted Made(Dictionary<string, string> choice, ProductInput input, Money price, int index, bool several) => new(
        null, several && Blank(input.Sku) is { } sku ? $"{sku}-{index + 1}" : Blank(input.Sku), several ? null : Blank(input.Gtin), choice,
        input.Price ?? price,
        input.CompareAtPrice, input.WeightGrams, input.DimensionsMm, input.Stock ?? 0, true) { Cost = input.Cost };

    private static IEnumerable<Dictionary<string, string>> Combinations(ProductOption[] options)
    {
        IEnumerable<IEnumerable<KeyValuePair<string, string>>> choices = [[]];
        foreach (var option in options)
        {
            choices = choices.SelectMany(choice => option.Values.Select(value => choice.Append(KeyValuePair.Create(option.Name, value))))
                .ToArray();
        }

        return choices.Select(choice => new Dictionary<string, string>(choice, StringComparer.Ordinal));
    }

    // Declared options are checked with the body; those that variants bring are not known before.
    private static void CheckOptions(ProductOption[] options, string field, Faults faults) => faults.Unless(
        options.Length <= 5 && options.All(option => option.Name.Length is > 0 and <= 50
            && option.Values.All(value => value.Length is > 0 and <= 100)),
        field, "must have at most 5 options, with names of 1 to 50 and values of 1 to 100 characters");

    private static void CheckChoices(Wanted[] variants, ProductOption[] options, Faults faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, variant) in variants.Index())
        {
            var field = $"variants[{index}].options";
            faults.Unless(variant.OnlyKnownOptions, field, "names an option the product does not have");
            foreach (var option in options)
            {
                var chosen = variant.Options.GetValueOrDefault(option.Name);
                faults.Unless(chosen is not null, field, $"must choose a {option.Name}");
                var offered = chosen is null || option.Values.Contains(chosen, StringComparer.Ordinal);
                faults.Unless(offered, field, $"chooses a {option.Name} that is not offered");
            }

            faults.Unless(seen.Add(string.Join('\n', variant.Options.Values)), field, "are those of another variant");
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A variant as it is to be.</summary>
    internal sealed record Wanted(
        VariantId? Id, string? Sku, string? Gtin, IReadOnlyDictionary<string, string> Options, Money Price, Money? CompareAtPrice,
        int? WeightGrams,
        DimensionsMm? DimensionsMm, int Stock, bool OnlyKnownOptions)
    {
        public Money? Cost { get; init; }
    }
}
