using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Returns;

/// <summary>Bought, paid, delivered, and on its way back.</summary>
internal static class Returning
{
    public static object Berlin { get; } =
        new { name = "Ida Buyer", line1 = "Hauptstr. 1", city = "Berlin", postalCode = "10115", country = "DE" };

    /// <summary>A paid order of a new product.</summary>
    public static async Task<Placed> Paid(this ShopFixture shop, HttpClient client, int quantity = 3, long price = 1999, bool toBerlin = false)
    {
        var variant = (await shop.Product(price, stock: 10)).VariantId;
        var order = toBerlin ? await ToBerlin(client, variant, quantity) : await client.Order(variant, quantity);
        (await client.Pay(order, Buying.Pays)).Is(200);
        return order;
    }

    /// <summary>A paid order that arrived.</summary>
    public static async Task<Placed> Delivered(
        this ShopFixture shop, HttpClient client, int quantity = 3, long price = 1999, bool toBerlin = false)
    {
        var order = await shop.Paid(client, quantity, price, toBerlin);
        await shop.Deliver(order);
        return order;
    }

    public static async Task Deliver(this ShopFixture shop, Placed order, int? quantity = null)
    {
        var admin = await shop.AdminClient();
        var lines = quantity is null ? null : new[] { new { lineId = order.Line(), quantity } };
        var parcel = (await admin.Post($"admin/orders/{order.Id}/shipments", new { carrier = "Post", lines })).Is(201).Json.Text("id");
        (await admin.Post($"admin/shipments/{parcel}/delivery")).Is(200);
    }

    public static string Line(this Placed order) => order.Answer.Json["lines"]![0]!.Text("id");

    public static object Wish(this Placed order, int quantity, string reason = "changedMind") =>
        new { lines = new[] { new { lineId = order.Line(), quantity, reason } }, comment = "Not for me" };

    public static Task<Answer> AskReturn(this HttpClient client, Placed order, int quantity, string reason = "changedMind") =>
        client.Post($"orders/{order.Id}/returns", order.Wish(quantity, reason), order.Key);

    /// <summary>The id of a return that was asked for and approved.</summary>
    public static async Task<string> Approved(this ShopFixture shop, HttpClient client, Placed order, int quantity, string reason = "damaged")
    {
        var id = (await client.AskReturn(order, quantity, reason)).Is(201).Json.Text("id");
        (await (await shop.AdminClient()).Post($"admin/returns/{id}/approval")).Is(200);
        return id;
    }

    public static object Found(this Placed order, int quantity, string refund = "full", long? amount = null, bool restock = true) => new
    {
        lines = new[] { new { lineId = order.Line(), quantity, condition = restock ? "asNew" : "damaged", restock } },
        refund,
        amount = amount is { } minor ? new { minor, currency = "USD" } : null,
    };

    /// <summary>What was paid for the whole line.</summary>
    public static long Worth(this Placed order)
    {
        var json = order.Answer.Json;
        var line = json["lines"]![0]!;
        var tax = json["totals"]!["taxIncluded"]!.GetValue<bool>() ? 0 : line.Minor("tax");
        return line.Minor("lineTotal") - line.Minor("discount") + tax;
    }

    private static async Task<Placed> ToBerlin(HttpClient client, VariantId variant, int quantity)
    {
        var cart = await client.Cart(variant, quantity);
        (await client.Put($"carts/{cart}/address", new { country = "DE", postalCode = "10115", city = "Berlin" })).Is(200);
        var options = (await client.Get($"carts/{cart}/shipping-options")).Is(200).Json.AsArray();
        var body = new OrderBody(cart, "ida@example.com", "Ida Buyer", Berlin, options[0]!.Text("id"), "card");
        return new((await client.Place(body)).Is(201));
    }
}
