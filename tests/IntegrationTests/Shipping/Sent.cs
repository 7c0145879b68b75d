using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Shipping;

/// <summary>Paid orders, and parcels of them.</summary>
internal static class Sent
{
    /// <summary>A paid order to a town; what a courier does with it may depend on it.</summary>
    public static async Task<Placed> Paid(
        this ShopFixture shop, HttpClient client, int quantity = 1, string town = "Portland", string? line2 = null,
        string name = "Ada Buyer")
    {
        var cart = await client.Cart((await shop.Product(stock: 5)).VariantId, quantity);
        var address = new { name, line1 = "1 Main Street", line2, city = town, state = "OR", postalCode = "97201", country = "US" };
        var order = new Placed((await client.Place(await client.Checkout(cart) with { ShippingAddress = address })).Is(201));
        (await client.Pay(order, Buying.Pays)).Is(200);
        return order;
    }

    /// <summary>A label for all that is left.</summary>
    public static Task<Answer> Buy(this HttpClient admin, Placed order, string carrier, string? service = null) =>
        admin.Post($"admin/orders/{order.Id}/shipments", new { carrier, service });

    /// <summary>All parcels of an order as staff see them.</summary>
    public static async Task<JsonArray> Parcels(this HttpClient admin, Placed order) =>
        (await admin.Get($"admin/orders/{order.Id}/shipments")).Is(200).Json.AsArray();
}
