using System.Collections.Concurrent;
using Npgsql;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;

namespace Tradepost.Pricing.Taxes.Exemptions;

/// <summary>Customers' certificates, remembered until one changes: most customers have none, and every cart asks. Bounded.</summary>
internal sealed class ExemptionShelf
{
    /// <summary>Dropped under this name.</summary>
    public const string Tag = "pricing.tax_exemptions";

    private const int Most = 50_000;

    private readonly ConcurrentDictionary<UserId, IReadOnlyList<TaxExemption>> byUser = new();
    private long epoch;

    public ExemptionShelf(Changes changes) => changes.Listen(Heard, Forget);

    /// <summary>Those of the customer; none of a guest.</summary>
    public async ValueTask<IReadOnlyList<TaxExemption>> Of(UserId? user, Reads reads) =>
        user is not { } id ? [] : byUser.TryGetValue(id, out var known) ? known : await Read(id, reads);

    private async Task<IReadOnlyList<TaxExemption>> Read(UserId user, Reads reads)
    {
        var since = Interlocked.Read(ref epoch);
        var found = await reads.Query(
            $"""
            select id, number, country, state, valid_from, valid_until, created_at, updated_at
            from pricing.tax_exemptions where user_id = {user}
            """,
            row => new TaxExemption
            {
                Id = row.Id<TaxExemption>(0), UserId = user, Number = row.GetString(1), Country = row.GetString(2),
                State = row.TextOrNull(3), ValidFrom = Day(row, 4), ValidUntil = Day(row, 5), CreatedAt = row.Instant(6),
                UpdatedAt = row.Instant(7),
            });
        if (byUser.Count >= Most)
        {
            byUser.Clear();
        }

        byUser[user] = found;
        if (Interlocked.Read(ref epoch) != since)
        {
            byUser.TryRemove(user, out _); // something changed while it was read
        }

        return found;
    }

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private void Heard(IReadOnlyCollection<string> tags)
    {
        if (tags.Contains(Tag))
        {
            Forget();
        }
    }

    private void Forget()
    {
        Interlocked.Increment(ref epoch);
        byUser.Clear();
    }
}
