using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions.Running;
using Tradepost.Pricing.Promotions.Stored;

namespace Tradepost.Pricing.Promotions.Usage;

/// <summary>Counts what orders use, and gives it back. Rows are always locked in the order of promotions.</summary>
internal sealed class PromotionUses(Database db, PromotionShelf shelf, ShopSettings shop) : IPromotions
{
    private sealed record Held(PromotionId Promotion, byte[] Customer, PromotionCodeId? Code);

    public async Task Use(Tx tx, OrderId order, Shopper buyer, Money orderTotal, IReadOnlyList<AppliedPromotion> applied)
    {
        var counted = applied.Where(some => some.Id is not null).OrderBy(some => some.Id!.Value).ToList();
        if (counted.Count == 0)
        {
            return;
        }

        var customer = CustomerKey.Of(buyer) ?? throw new InvalidOperationException("An order is placed by somebody.");
        var running = await shelf.Read(tx.Cancel);
        foreach (var some in counted)
        {
            Count(tx, order, customer, orderTotal, some, running.Find(some.Id!.Value));
        }
    }

    public async Task GiveBack(Tx tx, OrderId order)
    {
        // A share of each promotion is held first: whoever sets a limit meanwhile waits, and counts this order as gone.
        await tx.Query(
            $"""
            select p.id from pricing.promotions p where p.id in (
              select promotion_id from pricing.promotion_uses where order_id = {order} and given_back_at is null)
            order by p.id for key share
            """,
            row => row.Id<Contracts.Kinds.Promotion>(0));
        var held = await tx.Query(
            $"""
            update pricing.promotion_uses set given_back_at = {tx.Now} where order_id = {order} and given_back_at is null
            returning promotion_id, customer_key, code_id
            """,
            row => new Held(
                row.Id<Contracts.Kinds.Promotion>(0), row.GetFieldValue<byte[]>(1), row.IdOrNull<Contracts.Kinds.PromotionCode>(2)));
        foreach (var some in held.OrderBy(some => some.Promotion))
        {
            Counters.Uncount(tx, some.Promotion, some.Customer, some.Code);
        }
    }

    public async Task Ensure(string name, Json promotion, CancellationToken cancel)
    {
        var there = await db.Row(
            $"select 1 from pricing.promotions where name = {name} and deleted_at is null limit 1", row => row.GetInt32(0), cancel);
        if (there == 0)
        {
            var input = Json.Read<StoredPromotionInput>(promotion.Text);
            _ = (await CreatePromotion.Make(input with { Name = name }, shop.Currency, db, cancel)).Value;
        }
    }

    // What memory does not know was taken away a moment ago, on another node perhaps: it applied when it was priced, but no longer.
    private static void Count(Tx tx, OrderId order, byte[] customer, Money orderTotal, AppliedPromotion some, OnShelf? known)
    {
        var id = some.Id!.Value;
        var bulk = some.Code is { } typed && !typed.Equals(known?.Rule.Code, StringComparison.OrdinalIgnoreCase)
            ? typed.Trim().ToUpperInvariant()
            : null;
        Record(tx, order, customer, orderTotal, some, bulk, known);
        if (known?.UsageLimit is not null)
        {
            Counters.CountUse(tx, id, Refuse(some, PromotionReasons.UsageLimit));
        }

        if (known?.PerCustomerLimit is not null)
        {
            Counters.CountCustomer(tx, id, customer, Refuse(some, PromotionReasons.PerCustomerLimit));
        }

        if (bulk is not null)
        {
            Counters.CountCode(tx, id, bulk, Refuse(some, PromotionReasons.UsageLimit));
        }
    }

    // Holds a share of the promotion's row, and only writes when its limits are of the kinds that are counted here.
    private static void Record(Tx tx, OrderId order, byte[] customer, Money total, AppliedPromotion some, string? bulk, OnShelf? known)
    {
        var (limited, each) = (known?.UsageLimit is not null, known?.PerCustomerLimit is not null);
        tx.Queue(
            $"""
            insert into pricing.promotion_uses (
              id, promotion_id, code_id, code, order_id, customer_key, amount_minor, order_total_minor, currency, used_at)
            select {Guid.CreateVersion7()}, p.id, (select c.id from pricing.promotion_codes c where c.code = {bulk}), {some.Code},
              {order}, {customer}, {some.Amount.Minor}, {total.Minor}, {some.Amount.Currency}, {tx.Now}
            from pricing.promotions p
            where p.id = {some.Id!.Value} and p.deleted_at is null and p.active
              and (p.usage_limit is not null) = {limited} and (p.per_customer_limit is not null) = {each}
            for key share of p
            """,
            Refuse(some, known is null ? PromotionReasons.Ended : PromotionReasons.UsageLimit));
    }

    private static Func<int, Refusal?> Refuse(AppliedPromotion some, string reason) => rows => rows > 0
        ? null
        : PricingErrors.PromotionNotApplicable.With("reason", reason).With("promotionCode", some.Code).With("promotion", some.Name);
}
