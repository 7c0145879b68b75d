using Tradepost.Contracts;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Serving;

/// <summary>What a storefront must know of the shop before it shows anything.</summary>
internal static class SettingsRoute
{
    internal sealed record PublicSettings(
        string ShopName, string Currency, bool PricesIncludeTax, IReadOnlyList<CountryChoice> Countries, ShopHero? Hero,
            GatewayHints? Gateway, string TimeZone)
    {
        /// <summary>All currencies the shop sells in, its own first.</summary>
        public IReadOnlyList<Platform.Types.Currency> Currencies { get; init; } = [];
    }

    internal sealed record CountryChoice(string Code, string Name, bool PostalCodeRequired, bool StateRequired,
        IReadOnlyList<State> States);

    internal sealed record GatewayHints(string Provider, IReadOnlyList<TestCard> TestCards);

    internal sealed record TestCard(string Number, string Label);

    private static readonly GatewayHints Demo = new("demo",
    [
        new("4242424242424242", "Pays"),
        new("4000000000000002", "Is declined"),
        new("4000000000009995", "Has insufficient funds"),
        new("4000000000003220", "Asks for a confirmation"),
        new("4000000000000259", "Pays, and the answer comes late"),
    ]);

    public static void MapShopSettings(this IEndpointRouteBuilder api) =>
        api.MapGet("/settings", (ShopSettings settings) => Results.Json(Of(settings), ApiJson.Options))
            .AllowAnonymous().WithName("GetSettings").WithTags("Shop").WithSummary("The shop's public settings").Gives<PublicSettings>();

    public static PublicSettings Of(ShopSettings all) => Of(all.Now);

    private static PublicSettings Of(ShopFacts settings) => new(
        settings.Name, settings.CurrencyCode, settings.PricesIncludeTax,
        [.. Countries.All.Select(country => new CountryChoice(
            country.Code, country.Name, country.PostalCodeRequired, country.StateRequired, country.States ?? []))],
        settings.Hero, Demo, settings.TimeZone) { Currencies = settings.Currencies };
}
