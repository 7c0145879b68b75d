using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>Promotion codes nobody knows, contact and way to pay, over HTTP.</summary>
public sealed class CartCodeTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient client = shop.Client();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("NOSUCH")]
    [InlineData("'; drop table carts.carts; --")]
    [InlineData("%")]
    [InlineData("日本語 🎁")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_code_nobody_knows_is_refused_with_the_reason_and_not_kept(string code)
    {
        var cart = await client.NewCart();
        await client.Put(cart, await shelf.Add());
        var refused = (await client.Post($"carts/{cart}/promotions", new { code })).Is(409);
        Assert.Equal(("promotions.not_applicable", "unknownCode"), (refused.Code, refused.Json["reason"]!.GetValue<string>()));
        Assert.Contains("no such code", refused.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);

        var read = (await client.Cart(cart)).Is(200);
        Assert.Empty(read.Json["promotions"]!.AsArray());
        Assert.Empty(read.Json["rejectedPromotions"]!.AsArray());
        Assert.Equal(2, read.Version());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"code":"   "}""")]
    [InlineData("""{"code":7}""")]
    [InlineData("""{"code":null}""")]
    [InlineData("""{"code":"a\u0000b"}""")]
    [InlineData("""{"code":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    public async Task A_faulty_code_is_named(string body) => Assert.Equal(
        ["code"], (await client.Post($"carts/{await client.NewCart()}/promotions", JsonNode.Parse(body))).Is(400).Faulty);

    [Theory]
    [InlineData("NOSUCH")]
    [InlineData("a%2Fb")]
    [InlineData("%25")]
    public async Task Taking_out_a_code_that_is_not_there_is_no_mistake(string code)
    {
        var cart = await client.NewCart();
        Assert.Equal(1, (await client.Delete($"carts/{cart}/promotions/{code}")).Is(200).Version());
    }

    [Fact]
    public async Task A_cart_that_is_not_there_takes_no_code() =>
        Assert.Equal("carts.not_found", (await client.Post($"carts/{CartId.New()}/promotions", new { code = "X" })).Is(404).Code);

    [Fact]
    public async Task A_line_tells_its_discount_and_its_tax()
    {
        var cart = await client.NewCart();
        await client.Put(cart, await shelf.Add(1000), 2);
        var line = (await client.Put($"carts/{cart}/address", new { country = "US", state = "CA" })).Is(200).Line();
        Assert.Equal((0, 145), (line["discount"]!["minor"]!.GetValue<long>(), line["tax"]!["minor"]!.GetValue<long>()));
    }

    [Fact]
    public async Task A_way_to_pay_that_is_offered_is_kept_and_another_named()
    {
        var cart = await client.NewCart();
        Assert.Equal("cod", (await client.Put($"carts/{cart}/payment-method", new { id = "cod" })).Is(200).Json["paymentMethod"]!
            .GetValue<string>());
        Assert.Equal("cod", (await client.Cart(cart)).Json["paymentMethod"]!.GetValue<string>());
        foreach (var faulty in new object[] { new { id = "barter" }, new { id = "upi" }, new { }, new { id = 3 } })
        {
            Assert.Equal(["id"], (await client.Put($"carts/{cart}/payment-method", faulty)).Is(400).Faulty);
        }
    }

    [Fact]
    public async Task Nobody_is_to_be_reminded_who_did_not_ask_and_what_was_said_stays_until_it_is_taken_back()
    {
        var cart = await client.NewCart();
        async Task<(string?, bool)> Contact(object body)
        {
            var contact = (await client.Put($"carts/{cart}/contact", body)).Is(200).Json["contact"]!;
            return (contact["email"]!.GetValue<string>(), contact["remind"]!.GetValue<bool>());
        }

        Assert.Equal(("a@example.com", false), await Contact(new { email = " a@example.com " }));
        Assert.Equal(("a@example.com", true), await Contact(new { email = "a@example.com", remind = true }));
        Assert.Equal(("b@example.com", true), await Contact(new { email = "b@example.com" }));
        Assert.Equal(("b@example.com", false), await Contact(new { email = "b@example.com", remind = false }));
        Assert.Equal(["email"], (await client.Put($"carts/{cart}/contact", new { email = "nobody" })).Is(400).Faulty);
        Assert.Equal(["email"], (await client.Put($"carts/{cart}/contact", new { remind = true })).Is(400).Faulty);
    }
}
