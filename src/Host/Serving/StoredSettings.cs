using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Serving;

/// <summary>Settings kept in the database, laid over those of the configuration.</summary>
internal static class StoredSettings
{
    /// <summary>All nodes read the settings anew when this is touched.</summary>
    public const string Tag = "settings";

    private const string Key = "shop";

    /// <summary>What the demo shop and staff may set.</summary>
    internal sealed record Stored(string? Name, ShopHero? Hero, string? Currency, bool PricesIncludeTax)
    {
        public IReadOnlyList<Currency>? OtherCurrencies { get; init; }

        public Rounding? Rounding { get; init; }

        public RoundingLevel? RoundingLevel { get; init; }

        public string? TimeZone { get; init; }

        public PaymentFacts? Payments { get; init; }
        public ReturnFacts? Returns { get; init; }
        public NoticeSettings? Notices { get; init; }
        public LegalFacts? Legal { get; init; }

        public OrderRules? Orders { get; init; }

        /// <summary>How often staff changed them: their ETag.</summary>
        public int Version { get; init; }

        /// <summary>These settings over others: what is not stored stays as it is.</summary>
        public ShopFacts Over(ShopFacts others) => others with
        {
            Name = Name ?? others.Name,
            Hero = Hero ?? others.Hero,
            CurrencyCode = Currency ?? others.CurrencyCode,
            PricesIncludeTax = PricesIncludeTax,
            OtherCurrencies = OtherCurrencies ?? others.OtherCurrencies,
            Rounding = Rounding ?? others.Rounding,
            RoundingLevel = RoundingLevel ?? others.RoundingLevel,
            TimeZone = TimeZone ?? others.TimeZone,
            Payments = Payments ?? others.Payments,
            Returns = Returns ?? others.Returns,
            Notices = Notices ?? others.Notices,
            Legal = Legal ?? others.Legal,
            Orders = Orders ?? others.Orders,
            Version = Version,
        };
    }

    public static Task Apply(IServiceProvider services, CancellationToken cancel) =>
        Apply(services.GetRequiredService<Database>(), services.GetRequiredService<ShopSettings>(), cancel);

    /// <summary>Reads what is stored and switches to it, unless something newer is in force already.</summary>
    public static async Task Apply(Database db, ShopSettings settings, CancellationToken cancel)
    {
        if (await db.Row($"select value::text from platform.settings where key = {Key}", row => row.Json<Stored>(0), cancel) is { } stored)
        {
            Apply(stored, settings);
        }
    }

    public static void Apply(Stored stored, ShopSettings settings) =>
        settings.Change(now => stored.Version >= now.Version ? stored.Over(now) : now);

    /// <summary>What is stored, held until the transaction ends, so that two who change it wait for each other.</summary>
    public static async Task<Stored?> Open(Tx tx)
    {
        await tx.Execute($"select pg_advisory_xact_lock(hashtext('platform.settings'))");
        return await tx.Row($"select value::text from platform.settings where key = {Key}", row => row.Json<Stored>(0));
    }

    public static Task Save(Database db, Stored stored, CancellationToken cancel) =>
        db.Write("settings.save", tx => { Save(tx, stored); return Task.CompletedTask; }, cancel);

    public static void Save(Tx tx, Stored stored)
    {
        tx.Queue(
            $"""
            insert into platform.settings (key, value, updated_at) values ({Key}, {Json.Of(stored)}, {tx.Now})
            on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
            """);
        tx.Touch(Tag);
    }
}
