using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Shop;

/// <summary>The shop's settings at one moment.</summary>
public sealed record ShopFacts
{
    /// <summary>As shown.</summary>
    public string Name { get; init; } = "Tradepost";

    /// <summary>The address people reach the shop at, without a slash at the end. Set from the listening address when not
    /// configured.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>ISO 4217 code of the shop's own currency: of every price in the catalogue itself.</summary>
    public string CurrencyCode { get; init; } = "USD";

    /// <summary>The currencies it sells in besides, by fixed prices.</summary>
    public IReadOnlyList<Currency> OtherCurrencies { get; init; } = [];

    /// <summary>How halves are settled.</summary>
    public Rounding Rounding { get; init; } = Rounding.HalfUp;

    /// <summary>At which level tax is rounded.</summary>
    public RoundingLevel RoundingLevel { get; init; } = RoundingLevel.Line;

    /// <summary>IANA name of the zone in which the shop's days begin and its campaigns start and end.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whether prices include tax.</summary>
    public bool PricesIncludeTax { get; init; }

    /// <summary>How long unpaid orders hold their stock.</summary>
    public TimeSpan ReservationTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Who mails come from.</summary>
    public string MailFrom { get; init; } = "shop@tradepost.test";

    /// <summary>The opening picture of the storefront.</summary>
    public ShopHero? Hero { get; init; }

    /// <summary>How it takes money.</summary>
    public PaymentFacts Payments { get; init; } = new();
    /// <summary>How things are taken back.</summary>
    public ReturnFacts Returns { get; init; } = new();

    /// <summary>How it sends things.</summary>
    public ShippingFacts Shipping { get; init; } = new();
    /// <summary>How its letters look.</summary>
    public NoticeSettings Notices { get; init; } = new();
    /// <summary>Who sells, for invoices.</summary>
    public LegalFacts Legal { get; init; } = new();

    /// <summary>How orders are taken.</summary>
    public OrderRules Orders { get; init; } = new();

    /// <summary>How often staff changed them.</summary>
    public int Version { get; init; }

    /// <summary>The shop's own currency.</summary>
    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>All currencies it sells in, its own first.</summary>
    public IReadOnlyList<Currency> Currencies => [Currency, .. OtherCurrencies];

    /// <summary>Whether it sells in this currency.</summary>
    public bool Sells(Currency currency) => currency == Currency || OtherCurrencies.Contains(currency);
}

/// <summary>The opening of the home page.</summary>
public sealed record ShopHero(
    string? Eyebrow, string Title, string? Text, string? ImageUrl, string? ImageUrlPhone, string? ImageUrlDark, string? ImageUrlPhoneDark,
        string? ImageAlt,
    string? Href, string? Action);
