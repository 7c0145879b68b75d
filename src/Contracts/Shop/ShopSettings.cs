using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Shop;

/// <summary>What the shop is and how it counts. Bound from configuration ("Shop") and the demo shop's file.</summary>
public sealed class ShopSettings
{
    /// <summary>As shown.</summary>
    public string Name { get; set; } = "Tradepost";

    /// <summary>The address people reach the shop at, without a slash at the end. Set from the listening address when not
    /// configured.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>ISO 4217 code of every price.</summary>
    public string CurrencyCode { get; set; } = "USD";

    /// <summary>How halves are settled.</summary>
    public Rounding Rounding { get; set; } = Rounding.HalfUp;

    /// <summary>At which level tax is rounded.</summary>
    public Pricing.RoundingLevel RoundingLevel { get; set; } = Pricing.RoundingLevel.Line;

    /// <summary>IANA name of the zone in which the shop's days begin and its campaigns start and end.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Whether prices include tax.</summary>
    public bool PricesIncludeTax { get; set; }

    /// <summary>How long unpaid orders hold their stock.</summary>
    public TimeSpan ReservationTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Who mails come from.</summary>
    public string MailFrom { get; set; } = "shop@tradepost.test";

    /// <summary>The opening picture of the storefront.</summary>
    public ShopHero? Hero { get; set; }

    /// <summary>The currency.</summary>
    public Currency Currency => Currency.Of(CurrencyCode);
}

/// <summary>The opening of the home page.</summary>
public sealed record ShopHero(
    string? Eyebrow, string Title, string? Text, string? ImageUrl, string? ImageUrlPhone, string? ImageUrlDark, string? ImageUrlPhoneDark,
        string? ImageAlt,
    string? Href, string? Action);
