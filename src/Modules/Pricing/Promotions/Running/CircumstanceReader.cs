using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Promotions.Usage;

namespace Tradepost.Pricing.Promotions.Running;

/// <summary>
/// Finds out what a basket's price depends on besides itself. Promotions come from memory; the database is asked only for what one of those
/// in question needs: a code nobody knows, a limit, the customer's groups, whether they ordered before.
/// </summary>
internal sealed class CircumstanceReader(
    PromotionShelf shelf, CategoryNames categories, ICustomerGroups groups, Func<IOrders> orders, TimeProvider time)
{
    public async Task<Circumstances> For(Basket basket, Reads reads)
    {
        var now = time.GetUtcNow();
        var contents = await shelf.Read(reads.Cancel);
        var rules = contents.Automatic.Where(some => some.RunsAt(now)).ToList();
        var codes = basket.Codes.Select(code => code.Trim()).Where(code => code.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (codes.Count > 0)
        {
            rules.AddRange(await Opened(contents, codes, reads));
        }

        // Amounts of another currency say nothing about this basket; a code that was entered for one is told so.
        rules.RemoveAll(some => some.Rule.Code is null && !some.Rule.Fits(basket.Currency));
        rules = rules.ConvertAll(some => some.Rule.Fits(basket.Currency)
            ? some
            : some with { Rule = some.Rule with { Barred = PromotionReasons.Currency } });
        return rules.Count == 0 ? new() { At = now } : await For(basket, await Barred(rules, basket.Shopper, reads), now, reads);
    }

    private async Task<Circumstances> For(Basket basket, List<PromotionRule> rules, DateTimeOffset now, Reads reads)
    {
        var conditions = rules.SelectMany(rule => rule.Conditions).ToList();
        var shopper = basket.Shopper;
        var circumstances = new Circumstances { Promotions = rules, At = now };
        if (conditions.OfType<Among>().Any(among => among.Trait == LineTrait.Categories))
        {
            circumstances = circumstances with { Categories = await categories.Read(reads.Cancel) };
        }

        if (shopper.UserId is { } user && conditions.OfType<InCustomerGroup>().Any())
        {
            circumstances = circumstances with { CustomerGroups = await groups.Of(user, reads) };
        }

        return conditions.OfType<FirstOrderOnly>().Any()
            ? circumstances with { FirstOrder = shopper == Shopper.Unknown || !await HasOrdered(shopper, reads) }
            : circumstances;
    }

    private Task<bool> HasOrdered(Shopper shopper, Reads reads) => orders().HasOrdered(shopper.UserId, shopper.Email, reads);

    // A promotion counts once, however many of its codes were entered; the others are told that it is given already.
    private static async Task<IReadOnlyList<OnShelf>> Opened(ShelfContents contents, List<string> codes, Reads reads)
    {
        var opened = codes.Select(contents.Find).OfType<OnShelf>().ToList();
        var unknown = codes.Where(code => contents.Find(code) is null).ToList();
        foreach (var found in unknown.Count == 0 ? [] : await CodeLookup.Find(unknown, contents, reads))
        {
            var again = opened.Any(some => some.Id == found.Id);
            opened.Add(again ? found with { Rule = found.Rule with { Barred = PromotionReasons.NotBest } } : found);
        }

        return opened;
    }

    private static async Task<List<PromotionRule>> Barred(List<OnShelf> rules, Shopper shopper, Reads reads)
    {
        var limited = rules.Where(some => some.IsLimited && some.Rule.Barred is null).Select(some => some.Id).Distinct().ToList();
        var bars = limited.Count == 0 ? [] : await Reached(limited, CustomerKey.Of(shopper), reads);
        return rules.ConvertAll(some =>
            some.Rule.Barred is null && bars.TryGetValue(some.Id, out var reason) ? some.Rule with { Barred = reason } : some.Rule);
    }

    private static async Task<Dictionary<PromotionId, string>> Reached(List<PromotionId> limited, byte[]? customer, Reads reads)
    {
        var rows = await reads.Query(
            $"""
            select p.id, coalesce(p.used >= p.usage_limit, false), coalesce(c.used >= p.per_customer_limit, false)
            from pricing.promotions p
            left join pricing.promotion_customers c on c.promotion_id = p.id and c.customer_key = {customer}::bytea
            where p.id = any ({limited.Guids()}) and (p.used >= p.usage_limit or c.used >= p.per_customer_limit)
            """,
            row => (Id: row.Id<Contracts.Kinds.Promotion>(0), Total: row.GetBoolean(1)));
        return rows.ToDictionary(row => row.Id, row => row.Total ? PromotionReasons.UsageLimit : PromotionReasons.PerCustomerLimit);
    }
}
