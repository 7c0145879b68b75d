using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions.Benefits;

namespace Tradepost.Pricing.Promotions;

/// <summary>A benefit as the API writes it: a type, and what that type needs. Percentages are texts.</summary>
internal sealed record BenefitInput
{
    private const int LargestQuantity = 1_000_000;
    private const int MostTiers = 100;
    private static readonly string[] Types = ["percent", "fixed", "buyXGetY", "quantityGroup", "tiers", "freeShipping"];

    public string? Type { get; init; }

    public string? Percent { get; init; }

    public string? Target { get; init; }

    public Money? Cap { get; init; }

    public Money? Amount { get; init; }

    public int? Buy { get; init; }

    public int? Get { get; init; }

    public string? PercentOff { get; init; }

    public int? Size { get; init; }

    public Money? AmountEach { get; init; }

    public IReadOnlyList<TierInput?>? Tiers { get; init; }

    public static BenefitInput Of(Benefit benefit) => benefit switch
    {
        PercentOff some => new()
        {
            Type = "percent", Percent = Percents.Text(some.Percent), Target = Words.Of(some.Target), Cap = some.Cap,
        },
        AmountOff some => new() { Type = "fixed", Amount = some.Amount, Target = Words.Of(some.Target) },
        BuyXGetY some => new() { Type = "buyXGetY", Buy = some.Buy, Get = some.Get, PercentOff = Percents.Text(some.PercentOff) },
        QuantityGroup some => new() { Type = "quantityGroup", Size = some.Size, AmountEach = some.AmountEach },
        Tiers some => new() { Type = "tiers", Tiers = [.. some.Steps.Select(TierInput.Of)] },
        _ => new() { Type = "freeShipping" },
    };

    public void Check(Faults faults, string at)
    {
        if (!Types.Contains(Type, StringComparer.Ordinal))
        {
            faults.Add(at + "type", "must be one of " + string.Join(", ", Types));
            return;
        }

        switch (Type)
        {
            case "percent":
                Rate("percent", Percent);
                Word<PercentTarget>();
                faults.OptionalAmount(at + "cap", Cap);
                break;
            case "fixed":
                faults.Amount(at + "amount", Amount);
                Word<AmountTarget>();
                break;
            case "buyXGetY":
                faults.Range(at + "buy", Buy, 1, LargestQuantity);
                faults.Range(at + "get", Get, 1, LargestQuantity);
                Rate("percentOff", PercentOff);
                break;
            case "quantityGroup":
                faults.Range(at + "size", Size, 1, LargestQuantity);
                faults.Amount(at + "amountEach", AmountEach);
                break;
            case "tiers":
                CheckTiers(faults, at);
                break;
        }

        void Rate(string field, string? percent)
        {
            faults.Required(at + field, percent);
            faults.Unless(Percents.Parse(percent) is not null, at + field, Percents.Rule);
        }

        void Word<T>()
            where T : struct, Enum
        {
            var known = Target is null || Words.All<T>().Contains(Target, StringComparer.Ordinal);
            faults.Unless(known, at + "target", "must be one of " + string.Join(", ", Words.All<T>()));
        }
    }

    /// <summary>The benefit, after <see cref="Check"/> found nothing. They are of the order unless they say else.</summary>
    public Benefit ToBenefit() => Type switch
    {
        "percent" => new PercentOff(
            Percents.Parse(Percent)!.Value, Target is null ? PercentTarget.Order : Words.Parse<PercentTarget>(Target), Cap),
        "fixed" => new AmountOff(Amount!.Value, Target is null ? AmountTarget.Order : Words.Parse<AmountTarget>(Target)),
        "buyXGetY" => new BuyXGetY(Buy!.Value, Get!.Value, Percents.Parse(PercentOff)!.Value),
        "quantityGroup" => new QuantityGroup(Size!.Value, AmountEach!.Value),
        "tiers" => new Tiers([.. Tiers!.Select(tier => tier!.ToTier())]),
        _ => new FreeShipping(),
    };

    public IEnumerable<(string Field, Money Amount)> Amounts()
    {
        var some = new[] { ("cap", Cap), ("amount", Amount), ("amountEach", AmountEach) }
            .Concat((Tiers ?? []).Select((tier, i) => ($"tiers[{i}].unitPrice", tier?.UnitPrice)));
        foreach (var (field, amount) in some)
        {
            if (amount is { } given)
            {
                yield return (field, given);
            }
        }
    }

    private void CheckTiers(Faults faults, string at)
    {
        faults.Unless(Tiers is { Count: > 0 and <= MostTiers }, at + "tiers", $"must hold 1 to {MostTiers} tiers");
        for (var i = 0; Tiers is not null && i < Math.Min(Tiers.Count, MostTiers); i++)
        {
            faults.Required($"{at}tiers[{i}]", Tiers[i]);
            Tiers[i]?.Check(faults, $"{at}tiers[{i}].");
        }

        var distinct = Tiers?.Select(tier => tier?.MinQuantity).Distinct().Count();
        faults.Unless(distinct == Tiers?.Count, at + "tiers", "names a quantity twice");
    }
}

/// <summary>A tier as the API writes it.</summary>
internal sealed record TierInput(int? MinQuantity, string? Percent, Money? UnitPrice)
{
    public static TierInput Of(Tier tier) =>
        new(tier.MinQuantity, tier.Percent is { } percent ? Percents.Text(percent) : null, tier.UnitPrice);

    public void Check(Faults faults, string at)
    {
        faults.Range(at + "minQuantity", MinQuantity, 1, 1_000_000);
        faults.Unless(Percent is null != UnitPrice is null, at + "percent", "give either percent or unitPrice");
        faults.Unless(Percent is null || Percents.Parse(Percent) is not null, at + "percent", Percents.Rule);
        faults.OptionalAmount(at + "unitPrice", UnitPrice);
    }

    public Tier ToTier() => new(MinQuantity!.Value, Percents.Parse(Percent), UnitPrice);
}
