using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>A promotion of the shop, as stored.</summary>
internal sealed class Promotion
{
    public required PromotionId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Opens it, whatever case it is typed in. Null: it applies by itself, unless it takes one of its bulk codes.</summary>
    public string? Code { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public int Priority { get; set; }

    public bool Combinable { get; set; }

    public int? UsageLimit { get; set; }

    public int? PerCustomerLimit { get; set; }

    /// <summary>JSON as the API writes it.</summary>
    public string Conditions { get; set; } = "[]";

    /// <summary>JSON as the API writes it.</summary>
    public string Benefit { get; set; } = "{}";

    public bool Active { get; set; }

    /// <summary>True: without a code of its own or of its bulk codes it does not apply.</summary>
    public bool RequiresCode { get; set; }

    /// <summary>A few words for the product's page; null: none.</summary>
    public string? Badge { get; set; }

    /// <summary>Whether shoppers see how long it still runs.</summary>
    public bool ShowCountdown { get; set; }

    /// <summary>Orders that hold it. Counted only while it has a usage limit, and only by SQL: never set here.</summary>
    public int Used { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The rule the engine reads.</summary>
    public PromotionRule ToRule() => new(Name, Json.Read<BenefitInput>(Benefit).ToBenefit())
    {
        Id = Id,
        Code = Code,
        StartsAt = StartsAt,
        EndsAt = EndsAt,
        Priority = Priority,
        Combinable = Combinable,
        Conditions = [.. Json.Read<ConditionInput[]>(Conditions).Select(condition => condition.ToCondition())],
    };

    /// <summary>Where it stands at this moment: deleted, off, scheduled, running, ended.</summary>
    public string State(DateTimeOffset now) =>
        DeletedAt is not null ? "deleted" : !Active ? "off" : now < StartsAt ? "scheduled" : now >= EndsAt ? "ended" : "running";
}
