using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions;

/// <summary>
/// A promotion as the API writes it, in quotes and in the shop's own list alike. Nothing is sure before <see cref="Check"/>.
/// </summary>
internal record PromotionInput
{
    private const int MostConditions = 50;
    private const int LargestPriority = 1_000_000;
    private const int MostUses = 1_000_000_000;

    public string? Name { get; init; }

    public string? Code { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public int? Priority { get; init; }

    public bool? Combinable { get; init; }

    public int? UsageLimit { get; init; }

    public int? PerCustomerLimit { get; init; }

    public IReadOnlyList<ConditionInput?>? Conditions { get; init; }

    public BenefitInput? Benefit { get; init; }

    /// <summary>The rule as the API writes it. Limits are not part of a rule.</summary>
    public static PromotionInput Of(PromotionRule rule) => new()
    {
        Name = rule.Name,
        Code = rule.Code,
        StartsAt = rule.StartsAt,
        EndsAt = rule.EndsAt,
        Priority = rule.Priority,
        Combinable = rule.Combinable,
        Conditions = [.. rule.Conditions.Select(ConditionInput.Of)],
        Benefit = BenefitInput.Of(rule.Benefit),
    };

    /// <summary>Notes every fault under "prefix.field", or under "field" with an empty prefix.</summary>
    public void Check(Faults faults, string prefix)
    {
        faults.OptionalText(prefix + "name", Name, 200);
        faults.OptionalText(prefix + "code", Code, 60);
        faults.Unless(Code is null || !string.IsNullOrWhiteSpace(Code), prefix + "code", "must not be blank; leave it out for none");
        faults.Unless(StartsAt is null || EndsAt is null || StartsAt < EndsAt, prefix + "endsAt", "must be after startsAt");
        Optional("priority", Priority, -LargestPriority, LargestPriority);
        Optional("usageLimit", UsageLimit, 1, MostUses);
        Optional("perCustomerLimit", PerCustomerLimit, 1, MostUses);
        faults.Unless(Conditions is null or { Count: <= MostConditions }, prefix + "conditions", $"must have at most {MostConditions}");
        for (var i = 0; Conditions is not null && i < Math.Min(Conditions.Count, MostConditions); i++)
        {
            faults.Required($"{prefix}conditions[{i}]", Conditions[i]);
            Conditions[i]?.Check(faults, $"{prefix}conditions[{i}].");
        }

        faults.Required(prefix + "benefit", Benefit);
        Benefit?.Check(faults, prefix + "benefit.");

        void Optional(string field, int? value, int min, int max)
        {
            if (value is not null)
            {
                faults.Range(prefix + field, value, min, max);
            }
        }
    }

    /// <summary>Amounts must be in this currency, which the promotion itself does not know.</summary>
    public void CheckCurrency(Faults faults, string prefix, Currency currency)
    {
        foreach (var (field, amount) in Amounts(prefix))
        {
            faults.Unless(amount.Currency == currency, field, $"must be in {currency}");
        }
    }

    /// <summary>The rule, after <see cref="Check"/> found nothing.</summary>
    /// <param name="fallback">What it is called when it has no name of its own.</param>
    public PromotionRule ToRule(string fallback) => new(Name?.Trim() ?? Code?.Trim() ?? fallback, Benefit!.ToBenefit())
    {
        Code = Code?.Trim(),
        StartsAt = StartsAt,
        EndsAt = EndsAt,
        Priority = Priority ?? 0,
        Combinable = Combinable ?? true,
        Conditions = [.. (Conditions ?? []).Select(condition => condition!.ToCondition())],
    };

    private IEnumerable<(string Field, Money Amount)> Amounts(string prefix)
    {
        foreach (var (place, condition) in (Conditions ?? []).Index())
        {
            if (condition?.Amount is { } amount)
            {
                yield return ($"{prefix}conditions[{place}].amount", amount);
            }
        }

        foreach (var (field, amount) in Benefit?.Amounts() ?? [])
        {
            yield return ($"{prefix}benefit.{field}", amount);
        }
    }
}
