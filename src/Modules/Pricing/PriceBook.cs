using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Promotions.Running;
using Tradepost.Pricing.Quotes;
using Tradepost.Pricing.Taxes;

namespace Tradepost.Pricing;

/// <summary>Prices baskets from tables kept in memory. They are read once and dropped when staff change them, on every node.</summary>
internal sealed class PriceBook : IPricing
{
    private readonly Database db;
    private readonly ShopSettings shop;
    private readonly CircumstanceReader circumstances;
    private readonly TaxBook taxes;
    private Lazy<Task<PriceTables>>? tables;

    public PriceBook(Database db, Changes changes, ShopSettings shop, CircumstanceReader circumstances, TaxBook taxes)
    {
        (this.db, this.shop, this.circumstances, this.taxes) = (db, shop, circumstances, taxes);
        changes.Listen(Heard, Forget);
    }

    private Terms Terms => new(shop.Rounding, shop.PricesIncludeTax) { Level = shop.RoundingLevel };

    public async Task Prepare(Destination? destination, Shopper shopper, CancellationToken cancel) =>
        await taxes.Prepare(destination, shopper, await Tables(cancel), new Reads(db, cancel));

    public Task<Outcome<Quote>> Price(Basket basket, CancellationToken cancel) => Price(basket, new Reads(db, cancel));

    public Task<Outcome<Quote>> Price(Tx tx, Basket basket) => Price(basket, new Reads(db, tx));

    public async Task<IReadOnlyList<ShippingOption>> ShippingOptions(Basket basket, CancellationToken cancel)
    {
        var known = await Tables(cancel);
        var options = Engine.Shipping.Options(basket, known, Terms);
        var due = await taxes.Add(Circumstances.None, basket, known, new Reads(db, cancel));
        return due.TaxExemption is null ? options : TaxExempt.Of(options, due.Taxes ?? known.TaxesAt(basket.Destination), Terms);
    }

    public Totals Recompute(Json evidence) => Evidence.Recompute(evidence);

    public async Task<Money?> FreeShippingOver(CancellationToken cancel)
    {
        var thresholds = (await Tables(cancel)).ShippingMethods
            .Where(method => method is { Active: true, FreeOverMinor: not null } && method.Currency == shop.Currency)
            .Select(method => method.FreeOverMinor!.Value).ToArray();
        return thresholds.Length == 0 ? null : new Money(thresholds.Min(), shop.Currency);
    }

    private async Task<Outcome<Quote>> Price(Basket basket, Reads reads)
    {
        var known = await Tables(reads.Cancel);
        return PriceBasket.Price(basket, known, Terms, await taxes.Add(await circumstances.For(basket, reads), basket, known, reads));
    }

    private void Heard(IReadOnlyCollection<string> tags)
    {
        if (tags.Contains(Settings.Tag))
        {
            Forget();
        }
    }

    private void Forget() => Volatile.Write(ref tables, null);

    // The promise to read is put up before the reading begins, so a change that comes in between takes it down again.
    private async Task<PriceTables> Tables(CancellationToken cancel)
    {
        var mine = new Lazy<Task<PriceTables>>(Read);
        var reading = Interlocked.CompareExchange(ref tables, mine, null) ?? mine;
        try
        {
            return await reading.Value.WaitAsync(cancel);
        }
        catch when (reading.Value.IsFaulted)
        {
            Interlocked.CompareExchange(ref tables, null, reading);
            throw;
        }
    }

    private async Task<PriceTables> Read()
    {
        await using var context = db.Context<PricingDb>();
        return new(
            await context.TaxRates.AsNoTracking().ToListAsync(CancellationToken.None),
            await context.ShippingMethods.AsNoTracking().ToListAsync(CancellationToken.None))
        {
            TaxClasses = await context.TaxClasses.Select(some => some.Code).ToListAsync(CancellationToken.None),
        };
    }
}
