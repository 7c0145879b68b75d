using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>A guest signs in with a cart in hand: every pair of states, over HTTP.</summary>
public sealed class CartMergeTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient guest = shop.Client();

    public void Dispose() => guest.Dispose();

    [Theory] // lines of either cart as "thing×units"; none: there is no cart
    [InlineData("none", "", "")]
    [InlineData("none", "a2", "a2")]
    [InlineData("", "", "")]
    [InlineData("", "a2 b1", "a2 b1")]
    [InlineData("a1", "", "a1")]
    [InlineData("a1", "b2", "a1 b2")]
    [InlineData("a1", "a2", "a3")]
    [InlineData("a1 b1", "b2 a1", "a2 b3")]
    [InlineData("a7", "a7", "a10")] // ten in stock
    public async Task Whatever_meets_whatever_nothing_is_lost(string own, string theirs, string together)
    {
        var (customer, _, _) = await shop.CustomerClient();
        var things = new Dictionary<char, Thing> { ['a'] = await shelf.Add(stock: 10), ['b'] = await shelf.Add(stock: 10) };
        if (own != "none")
        {
            await Fill(customer, await customer.NewCart(), own, things);
        }

        var cart = await guest.NewCart();
        await Fill(guest, cart, theirs, things);
        var claimed = (await customer.Post($"carts/{cart}/claim")).Is(200);
        Assert.Equal(together, Written(claimed, things));
        Assert.Equal(claimed.Json.Id(), (await customer.Post("carts")).Is(201).Json.Id());
        Assert.Equal(together, Written(await customer.Cart(claimed.Json.Id()), things));
        (await guest.Cart(cart)).Is(404);
        Assert.Equal(claimed.Headers.ETag!.ToString(), $"\"{claimed.Version()}\"");
    }

    [Fact]
    public async Task Address_delivery_payment_and_contact_come_along()
    {
        var ((customer, _, _), thing, other) = (await shop.CustomerClient(), await shelf.Add(), await shelf.Add());
        await customer.Put(await customer.NewCart(), thing);
        var cart = await guest.NewCart();
        await guest.Put(cart, other);
        await guest.Put($"carts/{cart}/address", new { country = "US", state = "CA", postalCode = "94105" });
        var option = (await guest.Get($"carts/{cart}/shipping-options")).Json[0]!.Id();
        await guest.Put($"carts/{cart}/shipping-option", new { id = option });
        await guest.Put($"carts/{cart}/payment-method", new { id = "cod" });
        await guest.Put($"carts/{cart}/contact", new { email = "guest@example.com", remind = true });

        var merged = (await customer.Post($"carts/{cart}/claim")).Is(200).Json;
        Assert.Equal(("94105", option, "cod"), (
            merged["address"]!["postalCode"]!.GetValue<string>(), merged["shippingOptionId"]!.GetValue<string>(),
            merged["paymentMethod"]!.GetValue<string>()));
        Assert.Equal("""{"email":"guest@example.com","remind":true}""", merged["contact"]!.ToJsonString());
    }

    [Fact]
    public async Task What_was_taken_off_sale_comes_along_to_be_seen_and_costs_nothing()
    {
        var ((customer, _, _), thing, gone) = (await shop.CustomerClient(), await shelf.Add(1000), await shelf.Add());
        await customer.Put(await customer.NewCart(), thing);
        var cart = await guest.NewCart();
        await guest.Put(cart, gone);
        (await (await shop.AdminClient()).Delete($"admin/products/{gone.ProductId}")).Is(204);
        var merged = (await customer.Post($"carts/{cart}/claim")).Is(200);
        Assert.Equal(["unavailable"], merged.Notices(1));
        Assert.Equal(1000, merged.Total("total"));
    }

    [Fact]
    public async Task What_finds_no_room_stays_in_the_guests_cart_and_is_told()
    {
        var ((customer, _, _), things) = (await shop.CustomerClient(), await Things(203));
        var (mine, theirs) = (await customer.NewCart(), await guest.NewCart());
        await Store(mine, things.Take(199));
        await Store(theirs, things.Skip(198).Take(5));

        var merged = (await customer.Post($"carts/{theirs}/claim")).Is(200);
        Assert.Equal(["linesLeftOut"], merged.CartNotices());
        Assert.Equal(200, merged.Quantities().Count);
        Assert.Equal(theirs, merged.Json["notices"]![0]!["cartId"]!.GetValue<string>());
        Assert.Equal(2, merged.Quantities().Max());
        Assert.Equal(3, (await guest.Cart(theirs)).Is(200).Quantities().Count);

        // Room is made, and the rest comes in.
        (await customer.Delete($"carts/{mine}/lines")).Is(200);
        Assert.Equal(3, (await customer.Post($"carts/{theirs}/claim")).Is(200).Quantities().Count);
    }

    private async Task<IReadOnlyList<VariantId>> Things(int count)
    {
        string[] Colours(int some) => [.. Enumerable.Range(0, some).Select(i => $"C{i}")];
        var (few, many) = (await shelf.Add(100, 50, 10, Colours(count / 2)), await shelf.Add(100, 50, 10, Colours(count - (count / 2))));
        return [.. few.Variants, .. many.Variants];
    }

    // Two hundred requests would test nothing more.
    private Task Store(string cart, IEnumerable<VariantId> variants) => shop.Db.Write(
        "test.fill",
        tx => tx.Execute(
            $"""
            insert into carts.lines (id, cart_id, variant_id, quantity, seen_price_minor, created_at, updated_at)
            select gen_random_uuid(), {Guid.Parse(cart)}, variant, 1, 100, {tx.Now}, {tx.Now}
            from unnest({variants.Select(variant => variant.Value).ToArray()}) as variant
            """),
        Shelf.Stop);

    private static async Task Fill(HttpClient client, string cart, string lines, Dictionary<char, Thing> things)
    {
        foreach (var line in lines.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            (await client.Put(cart, things[line[0]], int.Parse(line[1..], System.Globalization.CultureInfo.InvariantCulture))).Is(200);
        }
    }

    private static string Written(Answer cart, Dictionary<char, Thing> things) => string.Join(' ', cart.Json["lines"]!.AsArray()
        .Select(line => (
            Name: things.Single(thing => thing.Value.VariantId.ToString() == line!["variantId"]!.GetValue<string>()).Key,
            Units: line!["quantity"]!.GetValue<int>()))
        .OrderBy(line => line.Name).Select(line => $"{line.Name}{line.Units}"));
}
