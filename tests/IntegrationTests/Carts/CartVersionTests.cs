using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>One cart in several tabs, over HTTP.</summary>
public sealed class CartVersionTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient client = shop.Client();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Every_answer_names_its_version_and_only_changes_make_another()
    {
        var made = (await client.Post("carts")).Is(201);
        var cart = made.Json.Id();
        Assert.Equal("\"1\"", made.Headers.ETag!.ToString());
        Assert.Equal(made.Version(), (await client.Cart(cart)).Version());

        var added = (await client.Put(cart, await shelf.Add(), 2)).Is(200);
        Assert.Equal((2, "\"2\""), (added.Version(), added.Headers.ETag!.ToString()));
        Assert.Equal(added.Json.ToJsonString(), (await client.Cart(cart)).Is(200).Json.ToJsonString());
        Assert.Equal(added.Headers.ETag, (await client.Cart(cart)).Headers.ETag);
    }

    [Fact]
    public async Task A_change_that_names_an_older_version_changes_nothing_whatever_it_is()
    {
        var (cart, thing, other) = (await client.NewCart(), await shelf.Add(stock: 20), await shelf.Add());
        var old = await client.Put(cart, thing);
        var line = old.Line().Id();
        await client.Put($"carts/{cart}/address", new { country = "US", state = "CA" });
        var option = (await client.Get($"carts/{cart}/shipping-options")).Json[0]!.Id();
        var before = (await client.Cart(cart)).Json.ToJsonString();
        var stale = old.IfMatch();

        Answer[] answers =
        [
            await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 5 }, stale),
            await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 0 }, stale),
            await client.Delete($"carts/{cart}/lines/{line}", stale), await client.Delete($"carts/{cart}/lines", stale),
            await client.Post($"carts/{cart}/lines", new { variantId = other.VariantId, quantity = 1 }, stale),
            await client.Put($"carts/{cart}/address", new { country = "DE" }, stale),
            await client.Put($"carts/{cart}/shipping-option", new { id = option }, stale),
            await client.Put($"carts/{cart}/payment-method", new { id = "card" }, stale),
            await client.Put($"carts/{cart}/contact", new { email = "x@example.com" }, stale),
            await client.Post($"carts/{cart}/promotions", new { code = "X" }, stale),
            await client.Delete($"carts/{cart}/promotions/X", stale),
            await (await shop.CustomerClient()).Client.Post($"carts/{cart}/claim", null, stale),
        ];
        Assert.All(answers, answer => Assert.Equal("request.stale", answer.Is(412).Code));
        Assert.Equal(before, (await client.Cart(cart)).Json.ToJsonString());
    }

    [Fact]
    public async Task Of_tabs_that_change_one_version_at_once_one_wins_and_the_others_are_told()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add(stock: 50));
        var shown = await client.Put(cart, thing);
        var answers = await Task.WhenAll(Enumerable.Range(2, 10).Select(
            quantity => client.Patch($"carts/{cart}/lines/{shown.Line().Id()}", new { quantity }, shown.IfMatch())));
        var won = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != won), answer => Assert.Equal("request.stale", answer.Is(412).Code));
        Assert.Equal(won.Json.ToJsonString(), (await client.Cart(cart)).Json.ToJsonString());
        Assert.Equal(shown.Version() + 1, won.Version());
    }

    [Fact]
    public async Task Without_a_version_tabs_that_change_different_things_at_once_all_get_their_way_and_see_the_whole()
    {
        var (cart, things) = (await client.NewCart(), new List<Thing>());
        for (var i = 0; i < 8; i++)
        {
            things.Add(await shelf.Add(1000, 9));
        }

        var answers = await Task.WhenAll(things.Select(thing => client.Put(cart, thing, 2)));
        Assert.All(answers, answer => answer.Is(200));
        var whole = (await client.Cart(cart)).Is(200);
        Assert.Equal((8, 16_000, 9), (whole.Quantities().Count, whole.Total("total"), whole.Version()));
        Assert.Contains(answers, answer => answer.Json.ToJsonString() == whole.Json.ToJsonString());
        Assert.All(answers, answer => Assert.Equal(answer.Quantities().Count * 2000, answer.Total("total")));
    }

    [Fact]
    public async Task Claiming_and_adding_at_once_loses_nothing_that_was_said_to_be_added()
    {
        var ((customer, _, _), mine, added) = (await shop.CustomerClient(), await shelf.Add(), await shelf.Add(stock: 100));
        await customer.Put(await customer.NewCart(), mine);
        var guest = await client.NewCart();
        await client.Put(guest, added);

        var adding = Enumerable.Range(0, 8).Select(_ => client.Put(guest, added)).ToArray();
        var claimed = await customer.Post($"carts/{guest}/claim");
        var answers = await Task.WhenAll(adding);
        claimed.Is(200);
        Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[200, 404]));
        var whole = await customer.Cart(claimed.Json.Id());
        Assert.Equal([1, 1 + answers.Count(answer => answer.Status == 200)], whole.Quantities());
    }
}
