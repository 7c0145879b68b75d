using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.Editing;
using Tradepost.Catalog.PriceTimes;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.CurrencyPrices;

/// <summary>
/// Sets all of a product's prices in the shop's other currencies. What is left out is not sold in that currency any more.
/// </summary>
internal static class SetCurrencyPrices
{
    internal sealed record Given(VariantId? VariantId, Money? Price, Money? CompareAtPrice);

    internal sealed record Request(IReadOnlyList<Given>? Prices) : IChecked
    {
        private const int Most = 5000;

        public void Check(Faults faults)
        {
            faults.Required("prices", Prices);
            faults.Unless(Prices is null || Prices.Count <= Most, "prices", $"must be at most {Most}");
            var seen = new HashSet<(VariantId?, Currency?)>();
            foreach (var (index, given) in (Prices ?? []).Take(Most).Index())
            {
                var at = $"prices[{index}]";
                faults.Unless(given is not null, at, "is required");
                faults.Required(at + ".variantId", given?.VariantId);
                faults.Amount(at + ".price", given?.Price);
                faults.OptionalAmount(at + ".compareAtPrice", given?.CompareAtPrice);
                var same = given?.CompareAtPrice is not { } compare || given.Price is not { } price || compare.Currency == price.Currency;
                faults.Unless(same, at + ".compareAtPrice", "must be in the currency of the price");
                faults.Unless(seen.Add((given?.VariantId, given?.Price?.Currency)), at, "stands there twice");
            }
        }

        /// <summary>Prices in currencies the shop does not have. Its own is set with the product.</summary>
        public void CheckAgainst(ShopFacts shop, Faults faults)
        {
            foreach (var (index, given) in Prices!.Index())
            {
                faults.Unless(shop.OtherCurrencies.Contains(given.Price!.Value.Currency), $"prices[{index}].price",
                    $"must be in one of the shop's other currencies");
            }
        }
    }

    internal static async Task<IResult> Handle(
        ProductId id, Body<Request> body, HttpContext http, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        body.Value.CheckAgainst(shop.Now, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var done = await db.Write<Done>("catalog.set_currency_prices", tx => Set(tx, id, body.Value.Prices!, http), cancel);
        return done.Try(out _, out var refused) ? await GetAdminPrices.Answer(id, http, shop, db, cancel) : refused.ToResult();
    }

    private static async Task<Outcome<Done>> Set(Tx tx, ProductId id, IReadOnlyList<Given> prices, HttpContext http)
    {
        if (!(await EditProduct.Open(tx, id, http)).Try(out var product, out var refusal))
        {
            return refusal;
        }

        var (own, faults) = (product.LiveVariants.Select(variant => variant.Id).ToHashSet(), new Faults());
        foreach (var (index, given) in prices.Index())
        {
            faults.Unless(own.Contains(given.VariantId!.Value), $"prices[{index}].variantId", "is not a variant of this product");
        }

        if (faults.Refusal() is { } unknown)
        {
            return unknown;
        }

        await Store(tx, id, prices);
        product.Edited(tx.Now);
        await tx.Flush();
        PriceChanges.Tell(tx, [id]);
        return Done.Value;
    }

    private static async Task Store(Tx tx, ProductId id, IReadOnlyList<Given> prices)
    {
        var (variants, codes) = (
            prices.Select(given => given.VariantId!.Value.Value).ToArray(),
            prices.Select(given => given.Price!.Value.Currency.Code).ToArray());
        await tx.Execute(
            $"""
            delete from catalog.variant_prices c using catalog.variants v
            where v.id = c.variant_id and v.product_id = {id}
              and not exists (select from unnest({variants}, {codes}) as n (variant, code) where n.variant = v.id and n.code = c.currency)
            """);
        await tx.Execute(
            $"""
            insert into catalog.variant_prices as c (variant_id, currency, price_minor, compare_at_minor, created_at, updated_at)
            select n.variant, n.code, n.price, n.compare, {tx.Now}, {tx.Now}
            from unnest({variants}, {codes}, {prices.Select(given => given.Price!.Value.Minor).ToArray()},
              {prices.Select(given => given.CompareAtPrice?.Minor).ToArray()}) as n (variant, code, price, compare)
            on conflict (variant_id, currency) do update
              set price_minor = excluded.price_minor, compare_at_minor = excluded.compare_at_minor, updated_at = excluded.updated_at
            where (c.price_minor, c.compare_at_minor) is distinct from (excluded.price_minor, excluded.compare_at_minor)
            """);
    }
}
