using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Serving;

/// <summary>The shop's settings as staff see and change them. A change is in force on all nodes a moment later.</summary>
internal static class AdminSettings
{
    /// <summary>The shop sells already: its own currency stays.</summary>
    public static readonly ErrorCode CurrencyInUse = new("settings.currency_in_use", 409,
        "The shop has products with prices in its currency, so it can't change.");

    /// <param name="Currency">The shop's own.</param>
    /// <param name="Currencies">All it sells in, its own first.</param>
    /// <param name="Rounding">How halves are settled.</param>
    /// <param name="RoundingLevel">At which level tax is rounded.</param>
    /// <param name="TimeZone">IANA name.</param>
    internal sealed record View(
        string ShopName, Currency Currency, IReadOnlyList<Currency> Currencies, bool PricesIncludeTax, Rounding Rounding,
        RoundingLevel RoundingLevel, string TimeZone)
    {
        /// <summary>How money is taken.</summary>
        public PaymentFacts Payments { get; init; } = new();
        /// <summary>How things are taken back.</summary>
        public required ReturnFacts Returns { get; init; }
        /// <summary>How letters look.</summary>
        public NoticesView Notices { get; init; } = new(null, "", null);
        /// <summary>Who sells, for invoices.</summary>
        public required LegalFacts Legal { get; init; }

        /// <summary>How orders are taken.</summary>
        public required OrderRules Orders { get; init; }

        public static View Of(ShopFacts facts) => new(
            facts.Name, facts.Currency, facts.Currencies, facts.PricesIncludeTax, facts.Rounding, facts.RoundingLevel, facts.TimeZone)
        {
            Payments = facts.Payments,
            Returns = facts.Returns,
            Notices = NoticesView.Of(facts.Notices),
            Legal = facts.Legal,
            Orders = facts.Orders,
        };
    }

    public static void MapAdminSettings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/settings", (HttpContext http, ShopSettings settings) => Answer(http, settings.Now))
            .Needs(Permissions.SettingsWrite).WithName("GetAdminSettings").WithTags("Shop").WithSummary("The shop's settings")
            .Gives<View>();
        api.MapPut("/admin/settings", Change)
            .Needs(Permissions.SettingsWrite).WithName("ChangeSettings").WithTags("Shop").WithSummary("Change the shop's settings")
            .Gives<View>().Refuses(CurrencyInUse, PlatformErrors.Stale);
    }

    private static async Task<IResult> Change(
        Body<SettingsInput> body, HttpContext http, ShopSettings settings, ICatalog catalog, Database db, AnswerCache answers,
        CancellationToken cancel)
    {
        var changed = await db.Write("settings.change", tx => Store(tx, body.Value, http, settings, catalog), cancel);
        if (!changed.Try(out var stored, out var refusal))
        {
            return refusal.ToResult();
        }

        // Here at once: whoever changed them sees them in their very next request.
        StoredSettings.Apply(stored, settings);
        answers.Forget();
        return Answer(http, stored.Over(settings.Now));
    }

    private static async Task<Outcome<StoredSettings.Stored>> Store(
        Tx tx, SettingsInput input, HttpContext http, ShopSettings settings, ICatalog catalog)
    {
        var stored = await StoredSettings.Open(tx) ?? new(null, null, null, settings.PricesIncludeTax);
        if (Etags.Check(http, stored.Version) is { } stale)
        {
            return stale;
        }

        var (now, own) = (stored.Over(settings.Now), input.Currency!.Value);
        if (own != now.Currency && await catalog.HasProducts(tx))
        {
            return CurrencyInUse.With("currency", now.Currency);
        }

        var next = stored with
        {
            Name = input.ShopName!.Trim(),
            Currency = own.Code,
            OtherCurrencies = [.. input.Currencies!.Where(currency => currency != own)],
            PricesIncludeTax = input.PricesIncludeTax!.Value,
            Rounding = input.Rounding,
            RoundingLevel = input.RoundingLevel,
            TimeZone = input.TimeZone,
            Payments = input.Payments ?? stored.Payments,
            Returns = input.Returns?.ToFacts() ?? stored.Returns,
            Notices = input.Notices?.ToSettings() ?? stored.Notices,
            Legal = input.Legal?.ToFacts() ?? stored.Legal,
            Orders = input.Orders?.ToFacts() ?? stored.Orders,
            Version = stored.Version + 1,
        };
        StoredSettings.Save(tx, next);
        return next;
    }

    private static IResult Answer(HttpContext http, ShopFacts facts)
    {
        http.Response.Headers.ETag = Etags.Of(facts.Version);
        return Results.Json(View.Of(facts), ApiJson.Options);
    }
}
