using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.IntegrationTests.Inventory;

/// <summary>Products with stock for tests, taken in as an import does, and stock as other modules use it.</summary>
internal sealed class Shelf(ShopFixture shop)
{
    private static int made;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public IInventory Stock => shop.Services.GetRequiredService<IInventory>();

    /// <summary>A new product; with colours, one variant each.</summary>
    public Task<Thing> Add(long price = 1999, int stock = 10, int? grams = 500, params string[] colours) =>
        Import(new($"thing-{Interlocked.Increment(ref made)}", price, stock, grams, colours));

    /// <summary>The same product at another price.</summary>
    public Task<Thing> Reprice(Thing thing, long price) => Import(thing.Recipe with { Price = price });

    public async Task<int> Available(VariantId id) => (await Stock.Available([id], Stop))[id];

    public Task<Outcome<Done>> Reserve(OrderId order, params StockRequest[] lines) =>
        shop.Db.Write("test.reserve", tx => Stock.Reserve(tx, order, lines, tx.Now.AddMinutes(30)), Stop);

    public Task<Outcome<bool>> Sell(OrderId order) => shop.Db.Write<bool>("test.sell", async tx => await Stock.Sell(tx, order), Stop);

    public Task Release(OrderId order) => shop.Db.Write("test.release", tx => Stock.Release(tx, order, "cancelled"), Stop);

    public Task Receive(Thing thing, int quantity) => shop.Db.Write(
        "test.receive", tx => Stock.Receive(tx, [new(thing.VariantId, thing.ProductId, quantity)], "delivery", "test"), Stop);

    public Task<Level> LevelOf(VariantId id) => shop.Db.Row(
        $"select coalesce(sum(on_hand), 0)::int, coalesce(sum(reserved), 0)::int from inventory.levels where variant_id = {id}",
        row => new Level(row.GetInt32(0), row.GetInt32(1)), Stop)!;

    /// <summary>Every broken invariant of stock.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        var found = new List<string>();
        foreach (var invariant in shop.Services.GetServices<IInvariant>().Where(Tradepost.Inventory.Invariants.All.Contains))
        {
            found.AddRange(await invariant.Violations(shop.Db, Stop));
        }

        return found;
    }

    private async Task<Thing> Import(Recipe recipe)
    {
        var (name, price, stock, grams, colours) = recipe;
        var variants = (colours.Length == 0 ? [""] : colours).Select(colour => new ImportVariant(
            $"{name}{colour}".ToUpperInvariant(), Options(colour), new Money(price, Currency.Usd), null, stock, null, grams, null))
            .ToArray();
        var product = new ImportProduct
        {
            ExternalId = name, Name = $"Test {name}", Variants = variants,
            Options = colours.Length == 0 ? [] : [new ProductOption("Colour", colours)],
        };
        var report = await shop.Services.GetRequiredService<ICatalogImport>().Products("tests", One(product), null, Stop);
        Assert.Empty(report.Refused);

        var catalog = shop.Services.GetRequiredService<ICatalog>();
        var ids = await catalog.VariantsBySku([.. variants.Select(variant => variant.Sku)], Stop);
        var infos = await catalog.Variants([.. ids.Values], Stop);
        return new(recipe, infos[ids[variants[0].Sku]].ProductId, [.. variants.Select(variant => ids[variant.Sku])]);
    }

    private static Dictionary<string, string> Options(string colour) =>
        colour.Length == 0 ? [] : new(StringComparer.Ordinal) { ["Colour"] = colour };

    private static async IAsyncEnumerable<ImportProduct> One(ImportProduct product)
    {
        await Task.CompletedTask;
        yield return product;
    }
}

internal sealed record Recipe(string Name, long Price, int Stock, int? Grams, string[] Colours);

/// <summary>A product of a test and its variants.</summary>
internal sealed record Thing(Recipe Recipe, ProductId ProductId, IReadOnlyList<VariantId> Variants)
{
    public VariantId VariantId => Variants[0];

    public StockRequest Units(int quantity) => new(VariantId, quantity);
}

internal sealed record Level(int OnHand, int Reserved);
