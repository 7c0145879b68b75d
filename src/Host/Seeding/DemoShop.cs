using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Identity;
using Tradepost.Host.Cli;
using Tradepost.Host.Serving;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Seeding;

/// <summary>
/// Loads the demo shop into a database that has never served. Each step is marked when it is done, so that a start that was interrupted
/// goes on where it stopped, and a shop that sells is never touched.
/// </summary>
internal static class DemoShop
{
    private const string Key = "demo";
    private static readonly TimeSpan Age = TimeSpan.FromDays(120);

    private enum Step
    {
        None,
        Catalogue,
        Accounts,
        History,
    }

    public static async Task Load(Session session, TextWriter output, CancellationToken stop)
    {
        var clock = new ReplayClock();
        await using var services = session.Services(clock);
        var db = services.GetRequiredService<Database>();
        var done = await DoneSoFar(db, stop);
        if (done == Step.History || (done == Step.None && await HasProducts(services, stop)))
        {
            return;
        }

        var folder = services.GetRequiredService<WebRoots>().Demo;
        if (done < Step.Catalogue)
        {
            await Catalogue(services, folder, clock, stop);
            await Mark(db, Step.Catalogue, stop);
        }

        await StoredSettings.Apply(services, stop);
        if (done < Step.Accounts)
        {
            await Accounts(services, output, stop);
            await DemoPromotions.Load(services, folder, clock.GetUtcNow(), stop);
            await Mark(db, Step.Accounts, stop);
        }

        // Marked first: a past that was half replayed stays so rather than being sold twice.
        await Mark(db, Step.History, stop);
        await DemoHistory.Replay(services, DemoFiles.Read<DemoFiles.Past>(folder, "customers.json"), clock, stop);
    }

    private static async Task<bool> HasProducts(IServiceProvider services, CancellationToken stop) =>
        (await services.GetRequiredService<ICatalogPages>().Slugs(null, 1, stop)).Count > 0;

    private static async Task<Step> DoneSoFar(Database db, CancellationToken stop) =>
        await db.Row($"select value #>> '{{}}' from platform.settings where key = {Key}", row => Enum.Parse<Step>(row.GetString(0)), stop);

    private static Task Mark(Database db, Step step, CancellationToken stop) => db.Write("demo.mark", tx => tx.Execute(
        $"""
        insert into platform.settings (key, value, updated_at) values ({Key}, {Json.Of(step.ToString())}, {tx.Now})
        on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
        """), stop);

    private static async Task Catalogue(IServiceProvider services, string folder, ReplayClock clock, CancellationToken stop)
    {
        var shop = DemoFiles.Read<DemoFiles.Shop>(folder, "shop.json");
        var stored = new StoredSettings.Stored(shop.ShopName, shop.Hero, shop.Currency, shop.PricesIncludeTax)
        {
            Shipping = shop.Shipping,
        };
        await StoredSettings.Save(services.GetRequiredService<Database>(), stored, stop);
        await StoredSettings.Apply(services, stop);
        var import = services.GetRequiredService<ICatalogImport>();
        var categories = DemoFiles.Read<DemoFiles.Category[]>(folder, "categories.json");
        await import.Categories(
            [.. categories.Select((some, position) => new ImportCategory(
                some.Slug, some.Name, some.Parent, some.Description, some.Image, position))], stop);
        clock.Back = Age;
        await import.Products("demo", Products(folder, Currency.Of(shop.Currency), clock), null, stop);
        clock.Back = TimeSpan.Zero;
    }

    private static async IAsyncEnumerable<ImportProduct> Products(string folder, Currency currency, TimeProvider clock)
    {
        var sold = DemoFiles.Read<DemoFiles.Past>(folder, "customers.json").Orders
            .Where(order => order.Outcome != "cancelled")
            .SelectMany(order => order.Lines)
            .GroupBy(line => line.Sku, StringComparer.Ordinal)
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Quantity), StringComparer.Ordinal);
        var products = DemoFiles.Read<DemoFiles.Product[]>(folder, "products.json");
        for (var i = 0; i < products.Length; i++)
        {
            // Those tagged new came out lately; the others over the years before, in the file's order.
            var days = products[i].Tags.Contains("new", StringComparer.Ordinal) ? i : 200 + (7 * i);
            yield return products[i].ToImport(currency, sold, clock.GetUtcNow() + Age - TimeSpan.FromDays(days));
        }

        await Task.CompletedTask;
    }

    private static async Task Accounts(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        var given = Environment.GetEnvironmentVariable("TRADEPOST_DEMO_PASSWORD");
        var password = string.IsNullOrEmpty(given) ? Passwords.MakeUp() : given;
        var users = services.GetRequiredService<IUsers>();
        await users.Ensure("admin@tradepost.test", password, "Ada", "Marlow", [Roles.Customer, Roles.Admin], stop);
        await users.Ensure("vendor@tradepost.test", password, "Vera", "Finch", [Roles.Customer, Roles.Vendor], stop);
        await users.Ensure("customer@tradepost.test", password, "June", "Okafor", [Roles.Customer], stop);
        if (string.IsNullOrEmpty(given))
        {
            await output.WriteLineAsync(
                $"Demo accounts admin@tradepost.test, vendor@tradepost.test and customer@tradepost.test; password {password}");
        }
    }
}
