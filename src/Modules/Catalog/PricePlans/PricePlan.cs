using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.PricePlans;

/// <summary>A price for a time, as staff see it.</summary>
/// <param name="State">planned, running, ended, cancelled.</param>
/// <param name="Outcome">
/// What became of the price when it was over: restored (put back), kept (somebody had edited it, so the edit stands), stays (planned for
/// good), missed (its time passed before it could begin), gone (the variant is no longer sold).
/// </param>
/// <param name="InEffect">Whether it runs and its price is the one in force: an edit may have replaced it.</param>
internal sealed record PricePlan(
    Id<PricePlan> Id, string? Name, ProductId ProductId, string ProductName, VariantId VariantId, string Sku,
    IReadOnlyDictionary<string, string> Options, Money Price, Money? CompareAtPrice, DateTimeOffset StartsAt, DateTimeOffset? EndsAt,
    string State, string? Outcome, bool InEffect, Money? PriceBefore, Money CurrentPrice, DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt, string CreatedBy, DateTimeOffset CreatedAt)
{
    public const string Planned = "planned";
    public const string Running = "running";
    public const string Ended = "ended";
    public const string Cancelled = "cancelled";

    /// <summary>The plans "p" that are wanted, with what they are for.</summary>
    public static SqlText Select(SqlText end)
    {
        SqlText sql = $"""
            select p.id, p.name, v.product_id, o.name, p.variant_id, v.sku, v.options, p.price_minor, p.compare_at_minor, p.currency,
              p.starts_at, p.ends_at, p.state, p.outcome,
              p.state = 'running' and v.price_minor = p.price_minor and v.compare_at_minor is not distinct from p.set_compare_at_minor,
              p.before_price_minor, v.price_minor, p.started_at, p.ended_at, p.created_by, p.created_at
            from catalog.price_plans p join catalog.variants v on v.id = p.variant_id join catalog.products o on o.id = v.product_id
            {end}
            """;
        return sql;
    }

    public static PricePlan Read(NpgsqlDataReader row) => new(
        row.Id<PricePlan>(0), row.TextOrNull(1), row.Id<Contracts.Kinds.Product>(2), row.GetString(3), row.Id<Contracts.Kinds.Variant>(4),
        row.GetString(5), row.Json<Dictionary<string, string>>(6), row.Money(7, 9), row.MoneyOrNull(8, 9), row.Instant(10),
        row.InstantOrNull(11), row.GetString(12), row.TextOrNull(13), row.GetBoolean(14), row.MoneyOrNull(15, 9), row.Money(16, 9),
        row.InstantOrNull(17), row.InstantOrNull(18), row.GetString(19), row.Instant(20));
}
