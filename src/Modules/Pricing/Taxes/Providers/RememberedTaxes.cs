using System.Collections.Concurrent;
using Tradepost.Contracts;

namespace Tradepost.Pricing.Taxes.Providers;

/// <summary>
/// What a tax provider answered, remembered for a while. Reading it waits for nobody and nothing, which is why prices may be made from it
/// inside a transaction. Bounded; when full it starts afresh.
/// </summary>
internal sealed class RememberedTaxes(TimeProvider time)
{
    /// <summary>Places remembered at once.</summary>
    public const int Most = 20_000;

    private readonly ConcurrentDictionary<Place, Memory> byPlace = new();

    /// <summary>The taxes due there as the provider told them; null: not known, the tables decide.</summary>
    public TaxesDue? Find(Place place) => Recall(place)?.Taxes;

    /// <summary>Whether it need not be asked again yet, because it answered or failed a moment ago.</summary>
    public bool Knows(Place place) => Recall(place) is { } memory && time.GetUtcNow() < memory.FreshUntil;

    /// <summary>Remembers an answer, or (null) that there was none.</summary>
    /// <param name="place">Where.</param>
    /// <param name="taxes">What is due there.</param>
    /// <param name="fresh">How long nobody asks again.</param>
    /// <param name="grace">How much longer it counts: who was shown a price while it was fresh may order at it.</param>
    public void Keep(Place place, TaxesDue? taxes, TimeSpan fresh, TimeSpan grace)
    {
        if (byPlace.Count >= Most)
        {
            byPlace.Clear();
        }

        var now = time.GetUtcNow();
        byPlace[place] = new(taxes, now + fresh, now + fresh + grace);
    }

    private Memory? Recall(Place place) =>
        byPlace.TryGetValue(place, out var memory) && time.GetUtcNow() < memory.Until ? memory : null;

    /// <summary>What taxes depend on, as far as a provider is asked.</summary>
    internal readonly record struct Place(string Country, string? State, string? PostalCode, string TaxClasses)
    {
        public static Place Of(Destination destination, IReadOnlyList<string> taxClasses) => new(
            destination.Country, destination.State, PostalPatterns.CodeOf(destination),
            string.Join(' ', taxClasses.Order(StringComparer.Ordinal)));
    }

    private sealed record Memory(TaxesDue? Taxes, DateTimeOffset FreshUntil, DateTimeOffset Until);
}
