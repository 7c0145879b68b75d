using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>A promotion as staff send it to be kept: the shape of a quote's, and what only a kept one has.</summary>
internal record StoredPromotionInput : PromotionInput
{
    private const int LongestBadge = 40;

    public bool? Active { get; init; }

    public bool? RequiresCode { get; init; }

    public string? Badge { get; init; }

    public bool? ShowCountdown { get; init; }

    public static StoredPromotionInput Of(Promotion promotion) => new()
    {
        Name = promotion.Name,
        Code = promotion.Code,
        StartsAt = promotion.StartsAt,
        EndsAt = promotion.EndsAt,
        Priority = promotion.Priority,
        Combinable = promotion.Combinable,
        UsageLimit = promotion.UsageLimit,
        PerCustomerLimit = promotion.PerCustomerLimit,
        Conditions = Json.Read<ConditionInput[]>(promotion.Conditions),
        Benefit = Json.Read<BenefitInput>(promotion.Benefit),
        Active = promotion.Active,
        RequiresCode = promotion.RequiresCode,
        Badge = promotion.Badge,
        ShowCountdown = promotion.ShowCountdown,
    };

    /// <summary>Notes every fault of the whole promotion, but for the currency of its amounts.</summary>
    public void CheckWhole(Faults faults)
    {
        faults.Text("name", Name, 200);
        Check(faults, "");
        faults.Unless(Code is null || !Code.Trim().Any(char.IsWhiteSpace), "code", "must not hold blanks");
        faults.OptionalText("badge", Badge, LongestBadge);
        faults.Unless(Badge is null || !string.IsNullOrWhiteSpace(Badge), "badge", "must not be blank; leave it out for none");
        faults.Unless(ShowCountdown != true || EndsAt is not null, "showCountdown", "needs endsAt: there is nothing to count down to");
        foreach (var (place, condition) in (Conditions ?? []).Index())
        {
            var unknown = condition?.Type == "country" && !faults.Has($"conditions[{place}]")
                ? condition.Any?.FirstOrDefault(code => !Contracts.Countries.IsKnown(code!.Trim().ToUpperInvariant()))
                : null;
            faults.Unless(unknown is null, $"conditions[{place}].any", $"holds {unknown}, which is not a country code");
        }
    }

    /// <summary>Writes it down, after <see cref="CheckWhole"/> found nothing.</summary>
    public void WriteTo(Promotion promotion)
    {
        var rule = ToRule("");
        (promotion.Name, promotion.Code) = (rule.Name, rule.Code);
        (promotion.StartsAt, promotion.EndsAt) = (StartsAt?.ToUniversalTime(), EndsAt?.ToUniversalTime());
        (promotion.Priority, promotion.Combinable) = (rule.Priority, rule.Combinable);
        (promotion.UsageLimit, promotion.PerCustomerLimit) = (UsageLimit, PerCustomerLimit);
        promotion.Conditions = Json.Of(rule.Conditions.Select(ConditionInput.Of)).Text;
        promotion.Benefit = Json.Of(BenefitInput.Of(rule.Benefit)).Text;
        promotion.Active = Active ?? true;
        promotion.RequiresCode = RequiresCode ?? false;
        promotion.Badge = Badge?.Trim();
        promotion.ShowCountdown = ShowCountdown ?? false;
    }
}
