using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions.Benefits;

namespace Tradepost.Pricing.Promotions;

/// <summary>A promotion as the engine reads it.</summary>
internal sealed record PromotionRule(string Name, Benefit Benefit)
{
    /// <summary>The stored promotion; null for one that is only tried.</summary>
    public PromotionId? Id { get; init; }

    /// <summary>The code that opens it, compared without regard to case; null: it applies by itself.</summary>
    public string? Code { get; init; }

    /// <summary>From this moment on; null: always.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Until just before this moment; null: for good.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Lower ones first, each on what the earlier ones left.</summary>
    public int Priority { get; init; }

    /// <summary>False: it applies only alone.</summary>
    public bool Combinable { get; init; } = true;

    /// <summary>All must hold.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Why it can't apply whatever is bought, known from elsewhere (a limit that is reached); null when nothing bars it.</summary>
    public string? Barred { get; init; }

    /// <summary>Whether it means something in this currency: all its amounts are in it, or it has none.</summary>
    public bool Fits(Currency currency) =>
        Benefit.Amounts.All(amount => amount.Currency == currency)
        && Conditions.OfType<MinSubtotal>().All(condition => condition.Amount.Currency == currency);
}

/// <summary>What must hold for a promotion to apply.</summary>
internal abstract record Condition;

/// <summary>Goods worth at least this, after the promotions before.</summary>
internal sealed record MinSubtotal(Money Amount) : Condition;

/// <summary>Some line of at least so many units.</summary>
internal sealed record MinLineQuantity(int Quantity) : Condition;

/// <summary>At least so many units in all.</summary>
internal sealed record MinQuantity(int Quantity) : Condition;

/// <summary>Something bought is one of these; a benefit of lines touches only those.</summary>
internal sealed record Among(LineTrait Trait, IReadOnlySet<string> Any) : Condition;

/// <summary>The customer is in one of these groups.</summary>
internal sealed record InCustomerGroup(IReadOnlySet<string> Any) : Condition;

/// <summary>It goes to one of these countries.</summary>
internal sealed record InCountry(IReadOnlySet<string> Any) : Condition;

/// <summary>It is paid in one of these ways.</summary>
internal sealed record PaidBy(IReadOnlySet<string> Any) : Condition;

/// <summary>The customer has not ordered before.</summary>
internal sealed record FirstOrderOnly : Condition;

/// <summary>What of a line a promotion can be restricted by. The names are those of the conditions on the wire.</summary>
internal enum LineTrait
{
    Products,
    Categories,
    Brands,
    Vendors,
    Tags,
}
