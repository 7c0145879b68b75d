using System.Collections.Concurrent;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;

namespace Tradepost.Pricing.CustomerGroups;

/// <summary>Which groups customers are in, remembered by customer. Bounded; when full, it starts afresh.</summary>
internal sealed class GroupMembership : ICustomerGroups
{
    /// <summary>Everything is dropped under this name: groups change rarely.</summary>
    public const string Tag = "customer-groups";

    private const int Most = 50_000;
    private readonly Database db;
    private readonly ConcurrentDictionary<UserId, IReadOnlyList<string>> known = new();
    private long epoch;

    public GroupMembership(Database db, Changes changes)
    {
        this.db = db;
        changes.Listen(Heard, Forget);
    }

    public Task<IReadOnlyList<string>> Of(UserId user, CancellationToken cancel) => Of(user, new Reads(db, cancel));

    public async Task<IReadOnlyList<string>> Of(UserId user, Reads reads)
    {
        if (known.TryGetValue(user, out var remembered))
        {
            return remembered;
        }

        var since = Interlocked.Read(ref epoch);
        var groups = await reads.Query(
            $"""
            select g.code from pricing.customer_group_members m join pricing.customer_groups g on g.id = m.group_id
            where m.user_id = {user} order by g.code
            """,
            row => row.GetString(0));
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[user] = groups;
        if (since != Interlocked.Read(ref epoch))
        {
            known.TryRemove(user, out _);
        }

        return groups;
    }

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
        known.Clear();
    }
}
