using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>What goes into a cart and out of it, over HTTP.</summary>
public sealed class CartLineTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient client = shop.Client();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_new_cart_is_empty_and_free()
    {
        var cart = (await client.Post("carts")).Is(201);
        Assert.EndsWith("/carts/" + cart.Json.Id(), cart.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(cart.Json["lines"]!.AsArray());
        Assert.Empty(cart.Json["promotions"]!.AsArray());
        Assert.Equal((0, 0, "USD"), (cart.Total("subtotal"), cart.Total("total"), cart.Json["currency"]!.GetValue<string>()));
        Assert.Equal(cart.Json.ToJsonString(), (await client.Cart(cart.Json.Id())).Is(200).Json.ToJsonString());
    }

    [Fact]
    public async Task A_line_shows_what_it_is_and_what_it_costs()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add(1999, 10, 500, "Black", "Red"));
        var answer = (await client.Post($"carts/{cart}/lines", new { variantId = thing.Variants[1], quantity = 2 })).Is(200);

        var line = answer.Line();
        Assert.Equal(thing.ProductId.ToString(), line["productId"]!.GetValue<string>());
        Assert.Equal(thing.Variants[1].ToString(), line["variantId"]!.GetValue<string>());
        Assert.Equal($"Test {thing.Recipe.Name}", line["name"]!.GetValue<string>());
        Assert.Equal("""{"Colour":"Red"}""", line["options"]!.ToJsonString());
        Assert.Equal("""{"minor":1999,"currency":"USD"}""", line["unitPrice"]!.ToJsonString());
        Assert.Equal(3998, line["lineTotal"]!["minor"]!.GetValue<long>());
        Assert.Empty(answer.Notices());
        Assert.Equal((3998, 3998), (answer.Total("subtotal"), answer.Total("total")));
        Assert.Equal(line.Id(), answer.Json["trace"]![0]!["lineId"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_variant_adds_up_and_another_becomes_a_line_of_its_own()
    {
        var (cart, thing, other) = (await client.NewCart(), await shelf.Add(), await shelf.Add());
        await client.Put(cart, thing, 2);
        await client.Put(cart, other);
        var answer = (await client.Put(cart, thing, 3)).Is(200);
        Assert.Equal([5, 1], answer.Quantities());
        Assert.Equal([5, 1], (await client.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task Tabs_that_add_at_once_add_up()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add(stock: 100));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Put(cart, thing)));
        Assert.All(answers, answer => answer.Is(200));
        Assert.Equal([20], (await client.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task Tabs_that_add_at_once_never_hold_more_than_there_is()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add(stock: 5));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.Put(cart, thing)));
        Assert.Equal(5, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal("inventory.insufficient", answer.Is(409).Code));
        Assert.Equal([5], (await client.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task More_than_there_is_is_refused_with_what_there_is()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add(stock: 3));
        await client.Put(cart, thing, 2);
        var refused = (await client.Put(cart, thing, 2)).Is(409);
        Assert.Equal(("inventory.insufficient", 3), (refused.Code, refused.Json["available"]!.GetValue<int>()));
        Assert.Equal([2], (await client.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task A_product_with_one_variant_is_enough_and_one_with_several_is_not()
    {
        var (cart, single, several) = (await client.NewCart(), await shelf.Add(), await shelf.Add(1999, 10, 500, "Black", "Red"));
        (await client.Post($"carts/{cart}/lines", new { productId = single.ProductId, quantity = 1 })).Is(200);
        var unclear = new { productId = several.ProductId, quantity = 1 };
        Assert.Equal(["variantId"], (await client.Post($"carts/{cart}/lines", unclear)).Is(400).Faulty);
        var mixed = new { productId = single.ProductId, variantId = several.VariantId, quantity = 1 };
        Assert.Equal(["variantId"], (await client.Post($"carts/{cart}/lines", mixed)).Is(400).Faulty);
    }

    [Theory]
    [InlineData("""{"quantity":1}""", "variantId")]
    [InlineData("""{"variantId":"x","quantity":0}""", "quantity,variantId")]
    [InlineData("""{"productId":"019ab000-0000-7000-8000-000000000009","quantity":1000}""", "quantity")]
    [InlineData("""{"productId":"019ab000-0000-7000-8000-000000000009","quantity":1.5}""", "quantity")]
    [InlineData("""{"productId":"019ab000-0000-7000-8000-000000000009","quantity":-1}""", "quantity")]
    [InlineData("""{"productId":"019ab000-0000-7000-8000-000000000009"}""", "quantity")]
    [InlineData("""{"productId":7,"quantity":"1"}""", "productId,quantity")]
    public async Task Faulty_fields_of_a_line_are_named(string body, string faulty)
    {
        var answer = await client.Post($"carts/{await client.NewCart()}/lines", JsonNode.Parse(body));
        Assert.Equal(faulty, string.Join(",", answer.Is(400).Faulty.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add());
        object product = new { productId = ProductId.New(), quantity = 1 }, variant = new { variantId = VariantId.New(), quantity = 1 };
        Assert.Equal("carts.product_not_found", (await client.Post($"carts/{cart}/lines", product)).Is(404).Code);
        Assert.Equal("carts.product_not_found", (await client.Post($"carts/{cart}/lines", variant)).Is(404).Code);
        Assert.Equal("carts.not_found", (await client.Put(CartId.New().ToString(), thing)).Is(404).Code);
        var line = $"carts/{cart}/lines/{CartLineId.New()}";
        Assert.Equal("carts.line_not_found", (await client.Patch(line, new { quantity = 1 })).Is(404).Code);
        Assert.Equal("carts.line_not_found", (await client.Delete(line)).Is(404).Code);
        Assert.Equal(["id"], (await client.Get("carts/nonsense")).Is(400).Faulty);
    }

    [Fact]
    public async Task A_quantity_can_be_set_and_zero_takes_the_line_out()
    {
        var (cart, thing, other) = (await client.NewCart(), await shelf.Add(1000, 9), await shelf.Add(100));
        var line = (await client.Put(cart, thing, 4)).Line().Id();
        await client.Put(cart, other);

        Assert.Equal(7100, (await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 7 })).Is(200).Total("subtotal"));
        var refused = (await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 10 })).Is(409);
        Assert.Equal(9, refused.Json["available"]!.GetValue<int>());
        Assert.Equal(["quantity"], (await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 1000 })).Is(400).Faulty);
        Assert.Equal([1], (await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 0 })).Is(200).Quantities());
        (await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 1 })).Is(404);
    }

    [Fact]
    public async Task A_line_and_all_lines_can_be_taken_out()
    {
        var (cart, thing, other) = (await client.NewCart(), await shelf.Add(), await shelf.Add());
        var line = (await client.Put(cart, thing)).Line().Id();
        await client.Put(cart, other);
        Assert.Equal([1], (await client.Delete($"carts/{cart}/lines/{line}")).Is(200).Quantities());
        Assert.Empty((await client.Delete($"carts/{cart}/lines")).Is(200).Quantities());
        Assert.Empty((await client.Cart(cart)).Quantities());
    }

    [Fact]
    public async Task A_quantity_may_go_down_though_there_are_fewer_still_and_the_buyer_is_told()
    {
        var (cart, thing) = (await client.NewCart(), await shelf.Add(stock: 10));
        var line = (await client.Put(cart, thing, 8)).Line().Id();
        await shelf.Reserve(OrderId.New(), thing.Units(9));

        var read = (await client.Cart(cart)).Is(200);
        Assert.Equal(["insufficientStock"], read.Notices());
        Assert.Equal(1, read.Line()["notices"]![0]!["available"]!.GetValue<int>());
        Assert.Equal(["insufficientStock"], (await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 2 })).Is(200).Notices());
        Assert.Empty((await client.Patch($"carts/{cart}/lines/{line}", new { quantity = 1 })).Is(200).Notices());
    }

    [Fact]
    public async Task What_is_taken_off_sale_stays_visible_and_costs_nothing()
    {
        var (cart, thing, other) = (await client.NewCart(), await shelf.Add(5000), await shelf.Add(100));
        await client.Put(cart, thing, 2);
        await client.Put(cart, other);
        (await (await shop.AdminClient()).Delete($"admin/products/{thing.ProductId}")).Is(204);

        var read = (await client.Cart(cart)).Is(200);
        Assert.Equal(["unavailable"], read.Notices());
        Assert.Equal((0, 100), (read.Line()["lineTotal"]!["minor"]!.GetValue<long>(), read.Total("total")));
        Assert.Equal("carts.not_sold", (await client.Put(cart, thing)).Is(409).Code);
    }
}
