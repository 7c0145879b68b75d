using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Shop;

/// <summary>
/// What the shop is and how it counts. Bound from configuration ("Shop"), the demo shop's file and what staff set. One object lives as
/// long as the host; all its values switch at once. Who needs several that fit together takes <see cref="Now"/>.
/// </summary>
public sealed class ShopSettings
{
    private ShopFacts now = new();

    /// <summary>All settings as they stand, never half old and half new.</summary>
    public ShopFacts Now => Volatile.Read(ref now);

    /// <inheritdoc cref="ShopFacts.Name"/>
    public string Name { get => Now.Name; set => Change(facts => facts with { Name = value }); }

    /// <inheritdoc cref="ShopFacts.BaseUrl"/>
    public string BaseUrl { get => Now.BaseUrl; set => Change(facts => facts with { BaseUrl = value }); }

    /// <inheritdoc cref="ShopFacts.CurrencyCode"/>
    public string CurrencyCode { get => Now.CurrencyCode; set => Change(facts => facts with { CurrencyCode = value }); }

    /// <inheritdoc cref="ShopFacts.Rounding"/>
    public Rounding Rounding { get => Now.Rounding; set => Change(facts => facts with { Rounding = value }); }

    /// <inheritdoc cref="ShopFacts.RoundingLevel"/>
    public RoundingLevel RoundingLevel { get => Now.RoundingLevel; set => Change(facts => facts with { RoundingLevel = value }); }

    /// <inheritdoc cref="ShopFacts.TimeZone"/>
    public string TimeZone { get => Now.TimeZone; set => Change(facts => facts with { TimeZone = value }); }

    /// <inheritdoc cref="ShopFacts.PricesIncludeTax"/>
    public bool PricesIncludeTax { get => Now.PricesIncludeTax; set => Change(facts => facts with { PricesIncludeTax = value }); }

    /// <inheritdoc cref="ShopFacts.ReservationTime"/>
    public TimeSpan ReservationTime { get => Now.ReservationTime; set => Change(facts => facts with { ReservationTime = value }); }

    /// <inheritdoc cref="ShopFacts.MailFrom"/>
    public string MailFrom { get => Now.MailFrom; set => Change(facts => facts with { MailFrom = value }); }

    /// <inheritdoc cref="ShopFacts.Payments"/>
    public PaymentFacts Payments { get => Now.Payments; set => Change(facts => facts with { Payments = value }); }

    /// <inheritdoc cref="ShopFacts.Hero"/>
    public ShopHero? Hero { get => Now.Hero; set => Change(facts => facts with { Hero = value }); }

    /// <summary>The shop's own currency.</summary>
    public Currency Currency => Now.Currency;

    /// <summary>Switches to other settings, all at once. Two who change different ones at once both succeed.</summary>
    public void Change(Func<ShopFacts, ShopFacts> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        ShopFacts seen;
        do
        {
            seen = Now;
        }
        while (Interlocked.CompareExchange(ref now, change(seen), seen) != seen);
    }
}
