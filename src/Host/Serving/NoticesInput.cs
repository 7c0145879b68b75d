using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Serving;

/// <summary>How letters look, as staff write it.</summary>
/// <param name="LogoUrl">A whole https address or a path of the shop.</param>
/// <param name="Accent">#rrggbb.</param>
/// <param name="Footer">What stands below every letter.</param>
internal sealed record NoticesInput(string? LogoUrl, string? Accent, string? Footer)
{
    public void Check(Faults faults)
    {
        faults.OptionalText("notices.logoUrl", LogoUrl, 500);
        faults.Unless(
            string.IsNullOrWhiteSpace(LogoUrl) || IsPath(LogoUrl) || IsAddress(LogoUrl), "notices.logoUrl",
            "must begin with https:// or be a path of the shop");
        faults.Unless(Accent is null || NoticeSettings.IsColour(Accent), "notices.accent", "must be a colour like #0b6156");
        faults.OptionalText("notices.footer", Footer, 500);
    }

    public NoticeSettings ToSettings()
    {
        var plain = new NoticeSettings();
        return new() { LogoUrl = Given(LogoUrl), Accent = Accent ?? plain.Accent, Footer = Given(Footer) };
    }

    private static bool IsPath(string text) => text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>How letters look, as staff see it.</summary>
internal sealed record NoticesView(string? LogoUrl, string Accent, string? Footer)
{
    public static NoticesView Of(NoticeSettings settings) => new(settings.LogoUrl, settings.Accent, settings.Footer);
}
