using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Delivery;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Promotions.Running;
using Tradepost.Pricing.Quotes;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.SpecialPrices;
using Tradepost.Pricing.Taxes;

namespace Tradepost.Pricing;

/// <summary>Prices baskets from tables kept in memory. They are read once and dropped when staff change them, on every node.</summary>
internal sealed class PriceBook : IPricing
{
    private readonly Database db;
    private readonly ShopSettings shop;
    private readonly CircumstanceReader circumstances;
    private readonly SpecialPriceBook specials;
    private readonly TaxBook taxes;
    private readonly TimeProvider time;
    private Lazy<Task<PriceTables>>? tables;

    public PriceBook(
        Database db, Changes changes, ShopSettings shop, CircumstanceReader circumstances, SpecialPriceBook specials, TaxBook taxes,
        TimeProvider time)
    {
        (this.db, this.shop, this.circumstances) = (db, shop, circumstances);
        (this.specials, this.taxes, this.time) = (specials, taxes, time);
        changes.Listen(Heard, Forget);
    }

    private Terms Terms
    {
        get
        {
            var now = shop.Now; // one moment's settings: half of an old rule and half of a new one would be neither
            return new(now.Rounding, now.PricesIncludeTax)
            {
                Level = now.RoundingLevel, Now = new(time.GetUtcNow(), ShopTime.ZoneOf(now.TimeZone)),
            };
        }
    }

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

    public async Task<ShippingProblem?> ShippingProblem(Basket basket, CancellationToken cancel) =>
        Engine.Shipping.Problem(basket, await Tables(cancel), Terms);

    public async Task<Money?> FreeShippingOver(CancellationToken cancel)
    {
        var thresholds = (await Tables(cancel)).ShippingMethods.Where(method => method.Active && method.Currency == shop.Currency)
            .SelectMany(method => method.FreeThresholds()).ToArray();
        return thresholds.Length == 0 ? null : new Money(thresholds.Min(), shop.Currency);
    }

    private async Task<Outcome<Quote>> Price(Basket basket, Reads reads)
    {
        var known = await Tables(reads.Cancel);
        var offered = await specials.Into(await circumstances.For(basket, reads), basket, reads);
        return PriceBasket.Price(basket, known, Terms, await taxes.Add(offered, basket, known, reads));
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
            await MethodShelf.Read(context, CancellationToken.None))
        {
            Calendar = await Calendars.ForReckoning(context, CancellationToken.None),
            TaxClasses = await context.TaxClasses.Select(some => some.Code).ToListAsync(CancellationToken.None),
        };
    }
}
