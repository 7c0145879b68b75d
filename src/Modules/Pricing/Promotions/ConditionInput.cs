using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions;

/// <summary>A condition as the API writes it: a type, and what that type needs.</summary>
internal sealed record ConditionInput(string? Type, Money? Amount, int? Quantity, IReadOnlyList<string?>? Any)
{
    private const int Most = 1000;
    private const int LargestQuantity = 1_000_000;

    private static readonly Dictionary<string, LineTrait> Traits =
        Words.All<LineTrait>().ToDictionary(word => word, Words.Parse<LineTrait>, StringComparer.Ordinal);

    private static readonly string[] Others =
        ["minSubtotal", "minLineQuantity", "minQuantity", "customerGroup", "country", "firstOrder", "paymentMethod"];

    public static ConditionInput Of(Condition condition) => condition switch
    {
        MinSubtotal some => new("minSubtotal", some.Amount, null, null),
        MinLineQuantity some => new("minLineQuantity", null, some.Quantity, null),
        MinQuantity some => new("minQuantity", null, some.Quantity, null),
        Among some => new(Words.Of(some.Trait), null, null, Sorted(some.Any)),
        InCustomerGroup some => new("customerGroup", null, null, Sorted(some.Any)),
        InCountry some => new("country", null, null, Sorted(some.Any)),
        PaidBy some => new("paymentMethod", null, null, Sorted(some.Any)),
        _ => new("firstOrder", null, null, null),
    };

    public void Check(Faults faults, string at)
    {
        if (Type is null || !(Traits.ContainsKey(Type) || Others.Contains(Type, StringComparer.Ordinal)))
        {
            faults.Add(at + "type", "must be one of " + string.Join(", ", Others.Concat(Traits.Keys)));
            return;
        }

        switch (Type)
        {
            case "minSubtotal":
                faults.Amount(at + "amount", Amount);
                break;
            case "minLineQuantity" or "minQuantity":
                faults.Range(at + "quantity", Quantity, 1, LargestQuantity);
                break;
            case "firstOrder":
                break;
            default:
                var listed = Any is { Count: > 0 and <= Most } && Any.All(one => !string.IsNullOrWhiteSpace(one) && one.Length <= 200);
                faults.Unless(listed, at + "any", $"must hold 1 to {Most} texts of at most 200 characters");
                break;
        }
    }

    /// <summary>The condition, after <see cref="Check"/> found nothing.</summary>
    public Condition ToCondition() => Type switch
    {
        "minSubtotal" => new MinSubtotal(Amount!.Value),
        "minLineQuantity" => new MinLineQuantity(Quantity!.Value),
        "minQuantity" => new MinQuantity(Quantity!.Value),
        "customerGroup" => new InCustomerGroup(Set()),
        "country" => new InCountry(Set()),
        "paymentMethod" => new PaidBy(Set()),
        "firstOrder" => new FirstOrderOnly(),
        _ => new Among(Traits[Type!], Set()),
    };

    private HashSet<string> Set() => Any!.Select(one => one!.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string[] Sorted(IReadOnlySet<string> some) => [.. some.Order(StringComparer.Ordinal)];
}
