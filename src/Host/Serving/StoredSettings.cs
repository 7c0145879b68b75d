using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;

namespace Tradepost.Host.Serving;

/// <summary>Settings kept in the database, laid over those of the configuration.</summary>
internal static class StoredSettings
{
    private const string Key = "shop";

    /// <summary>What the demo shop, and later an admin, may set.</summary>
    internal sealed record Stored(string? Name, ShopHero? Hero, string? Currency, bool PricesIncludeTax);

    public static async Task Apply(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<Database>();
        var settings = services.GetRequiredService<ShopSettings>();
        if (await db.Row($"select value::text from platform.settings where key = {Key}", row => row.Json<Stored>(0), cancel) is { } stored)
        {
            settings.Name = stored.Name ?? settings.Name;
            settings.Hero = stored.Hero ?? settings.Hero;
            settings.CurrencyCode = stored.Currency ?? settings.CurrencyCode;
            settings.PricesIncludeTax = stored.PricesIncludeTax;
        }
    }

    public static Task Save(Database db, Stored stored, CancellationToken cancel) =>
        db.Write("settings.save", tx => tx.Execute(
            $"""
            insert into platform.settings (key, value, updated_at) values ({Key}, {Json.Of(stored)}, {tx.Now})
            on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
            """), cancel);
}
