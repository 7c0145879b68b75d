using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>
/// Sets up to a thousand special prices at once: what is there already is changed, the rest is added. All of them or none.
/// </summary>
internal static class SetSpecialPrices
{
    private const int Most = 1000;

    internal sealed record Request(IReadOnlyList<SpecialPriceInput>? Prices) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("prices", Prices);
            faults.Unless(Prices is null or { Count: >= 1 and <= Most }, "prices", $"must be between 1 and {Most}");
            var seen = new HashSet<object>();
            foreach (var (index, price) in (Prices ?? []).Take(Most).Index())
            {
                faults.Unless(price is not null, $"prices[{index}]", "is required");
                price?.Check($"prices[{index}].", null, faults);
                var key = (price?.VariantId, price?.CustomerGroup, price?.MinQuantity ?? 1, price?.Price?.Currency, price?.StartsAt);
                faults.Unless(price is null || seen.Add(key), $"prices[{index}]", "stands there twice");
            }
        }
    }

    internal sealed record Answer(IReadOnlyList<SpecialPriceView> Prices);

    internal static async Task<IResult> Handle(
        Body<Request> body, ShopSettings shop, ICatalog catalog, Database db, CancellationToken cancel)
    {
        var (faults, prices) = (new Faults(), body.Value.Prices!);
        var known = await catalog.Variants([.. prices.Select(price => price.VariantId!.Value).Distinct()], cancel);
        foreach (var (index, price) in prices.Index())
        {
            price.Check($"prices[{index}].", shop.Now, faults);
            faults.Unless(known.ContainsKey(price.VariantId!.Value), $"prices[{index}].variantId", "is not a variant");
        }

        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var stored = await db.Write<IReadOnlyList<SpecialPriceView>>(
            "pricing.set_special_prices", async tx => await Store(tx, prices), cancel);
        var named = await SpecialPriceView.Named(stored.Value, catalog, cancel);
        return ((Outcome<Answer>)new Answer(named)).Ok();
    }

    private static async Task<List<SpecialPriceView>> Store(Tx tx, IReadOnlyList<SpecialPriceInput> prices)
    {
        T[] Column<T>(Func<SpecialPriceInput, T> value) => [.. prices.Select(value)];
        var stored = await tx.Query(
            $"""
            insert into pricing.special_prices as s (
              id, variant_id, customer_group, min_quantity, currency, price_minor, starts_at, ends_at, created_at, updated_at)
            select n.id, n.variant, n.customers, n.units, n.currency, n.price, n.starts, n.ends, {tx.Now}, {tx.Now}
            from unnest(
              {Column(_ => Id<SpecialPrice>.New().Value)}, {Column(price => price.VariantId!.Value.Value)},
              {Column(price => price.CustomerGroup)}, {Column(price => price.MinQuantity ?? 1)},
              {Column(price => price.Price!.Value.Currency.Code)}, {Column(price => price.Price!.Value.Minor)},
              {Column(price => price.StartsAt?.UtcDateTime)}, {Column(price => price.EndsAt?.UtcDateTime)})
              as n (id, variant, customers, units, currency, price, starts, ends)
            order by n.variant, n.currency, n.customers, n.units
            on conflict (variant_id, currency, customer_group, min_quantity, starts_at) do update set
              price_minor = excluded.price_minor, ends_at = excluded.ends_at, version = s.version + 1, updated_at = excluded.updated_at
            returning id, variant_id, customer_group, min_quantity, price_minor, currency, starts_at, ends_at, version, updated_at
            """,
            SpecialPriceView.Read);
        foreach (var variant in stored.Select(price => price.VariantId).Distinct())
        {
            tx.Touch(PricingTags.SpecialPrices(variant));
        }

        return stored;
    }
}
