using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing.Taxes.Presets;

/// <summary>How staff take a table over.</summary>
/// <param name="AppliesToShipping">Null: as the table says for new taxes, and as they are for those that are there.</param>
/// <param name="Countries">Null: all of the table's.</param>
/// <param name="Replace">Whether the shop's other taxes of those countries end.</param>
internal sealed record PresetChoice(bool? AppliesToShipping, IReadOnlyList<string>? Countries, bool Replace);

/// <summary>What becomes of the shop's taxes when a table is taken over. Pure. Taken over twice, it changes nothing.</summary>
internal sealed record PresetPlan(IReadOnlyList<PresetPlan.Step> Steps)
{
    public int Count(string change) => Steps.Count(step => step.Change == change);

    /// <param name="existing">The shop's taxes of the countries concerned.</param>
    /// <param name="preset">The table.</param>
    /// <param name="choice">What of it, and how.</param>
    public static PresetPlan Of(IReadOnlyList<TaxRate> existing, TaxPreset preset, PresetChoice choice)
    {
        var byKey = existing.ToDictionary(Key.Of);
        var steps = new List<Step>();
        foreach (var rate in preset.Rates.Where(rate => choice.Countries?.Contains(rate.Country) ?? true))
        {
            byKey.Remove(Key.Of(rate), out var before);
            steps.Add(Step.Of(rate, before, choice.AppliesToShipping ?? before?.AppliesToShipping ?? preset.AppliesToShipping));
        }

        steps.AddRange(choice.Replace ? byKey.Values.Select(Step.End) : []);
        return new(steps);
    }

    /// <summary>What makes two taxes the same one: where it is due, on what, and its name.</summary>
    private sealed record Key(string Country, string? State, string? TaxClass, string PostalCodes, string Name)
    {
        public static Key Of(TaxRate rate) => Of(rate.Country, rate.State, rate.TaxClass, rate.PostalCodes, rate.Name);

        public static Key Of(PresetRate rate) =>
            Of(rate.Country, rate.State, rate.TaxClass, PostalPatterns.Stored(rate.PostalCodes), rate.Name);

        private static Key Of(string country, string? state, string? taxClass, string[]? postalCodes, string name) =>
            new(country, state, taxClass, string.Join(' ', postalCodes ?? []), name.ToLowerInvariant());
    }

    /// <summary>One tax of the plan.</summary>
    /// <param name="Change">created, updated, removed or unchanged.</param>
    /// <param name="Rate">As it will be (or was, when it ends).</param>
    /// <param name="Before">The shop's tax; null when it is new.</param>
    internal sealed record Step(string Change, TaxRateInput Rate, TaxRate? Before)
    {
        public const string Created = "created";
        public const string Updated = "updated";
        public const string Removed = "removed";
        public const string Unchanged = "unchanged";

        public static Step Of(PresetRate rate, TaxRate? before, bool onShipping)
        {
            var input = new TaxRateInput(rate.Name, rate.Country, rate.State, rate.Percent, onShipping)
            {
                TaxClass = rate.TaxClass,
                PostalCodes = PostalPatterns.Stored(rate.PostalCodes),
                ExceptPostalCodes = PostalPatterns.Stored(rate.ExceptPostalCodes),
            };
            return new(before is null ? Created : Same(input, before) ? Unchanged : Updated, input, before);
        }

        public static Step End(TaxRate rate) => new(
            Removed,
            new(rate.Name, rate.Country, rate.State, Percents.Text(rate.Percent), rate.AppliesToShipping)
            {
                TaxClass = rate.TaxClass ?? Classes.TaxClass.Every, PostalCodes = rate.PostalCodes,
                ExceptPostalCodes = rate.ExceptPostalCodes,
            },
            rate);

        private static bool Same(TaxRateInput input, TaxRate before) =>
            TaxRateInput.Parse(input.Percent!) == before.Percent && input.AppliesToShipping == before.AppliesToShipping
            && (input.ExceptPostalCodes ?? []).SequenceEqual(before.ExceptPostalCodes ?? []);
    }
}
