using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Verification;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>A purchase step by step, as a storefront does it.</summary>
internal static class Buying
{
    public const string Pays = "4242424242424242";
    public const string Declined = "4000000000000002";
    public const string NoFunds = "4000000000009995";
    public const string Challenged = "4000000000003220";
    public const string LosesAnswer = "4000000000000259";

    public static object Address { get; } = new
    {
        name = "Ada Buyer", line1 = "1 Main Street", city = "Portland", state = "OR", postalCode = "97201", country = "US",
    };

    /// <summary>A key nobody used before.</summary>
    public static string NewKey() => Guid.CreateVersion7().ToString("N");

    /// <summary>A cart with units of a variant in it.</summary>
    public static async Task<string> Cart(this HttpClient client, VariantId variant, int quantity = 1)
    {
        var id = (await client.Post("carts", new { })).Is(201).Json["id"]!.GetValue<string>();
        (await client.Post($"carts/{id}/lines", new { variantId = variant, quantity })).Is(200);
        return id;
    }

    /// <summary>The body of POST /orders for a cart, sent the cheapest way.</summary>
    public static async Task<OrderBody> Checkout(this HttpClient client, string cart, string method = "card")
    {
        (await client.Put($"carts/{cart}/address", new { country = "US", state = "OR", postalCode = "97201", city = "Portland" })).Is(200);
        var options = (await client.Get($"carts/{cart}/shipping-options")).Is(200).Json.AsArray();
        return new(cart, "buyer@example.com", "Ada Buyer", Address, options[0]!["id"]!.GetValue<string>(), method);
    }

    /// <summary>POST /orders.</summary>
    public static Task<Answer> Place(this HttpClient client, OrderBody body, string? key = null) =>
        client.Post("orders", body, ("Idempotency-Key", key ?? NewKey()));

    /// <summary>An order of some units by whoever the client is.</summary>
    public static async Task<Placed> Order(this HttpClient client, VariantId variant, int quantity = 1, string method = "card")
    {
        var body = await client.Checkout(await client.Cart(variant, quantity), method);
        return new((await client.Place(body)).Is(201));
    }

    /// <summary>POST /payments by card.</summary>
    public static Task<Answer> Pay(this HttpClient client, Placed order, string number, string? key = null) =>
        client.Post(
            "payments", new { orderId = order.Id, method = "card", details = new { number } },
            [order.Key, .. key is null ? Array.Empty<(string, string)>() : [("Idempotency-Key", key)]]);

    /// <summary>GET /orders/{id}.</summary>
    public static Task<Answer> Order(this HttpClient client, Placed order) => client.Get($"orders/{order.Id}", order.Key);

    /// <summary>No invariant of stock, money or orders is broken. Asked again for a moment, since work may be under way.</summary>
    public static async Task NothingIsWrong(this ShopFixture shop) => await Eventually.Is(
        async () =>
        {
            var found = new List<string>();
            foreach (var invariant in shop.Services.GetServices<IInvariant>())
            {
                found.AddRange(await invariant.Violations(shop.Db, TestContext.Current.CancellationToken));
            }

            return found;
        },
        found => found.Count == 0,
        "nothing wrong");

    /// <summary>The order once it stands where it should.</summary>
    public static Task<Answer> OrderOnceIt(this HttpClient client, Placed order, string status, string paymentStatus) => Eventually.Is(
        () => client.Order(order),
        answer => answer.Json.Text("status") == status && answer.Json["payment"]!.Text("status") == paymentStatus,
        $"{status}, {paymentStatus}");
}

/// <summary>Reads answers in few words.</summary>
internal static class Reading
{
    public static string Text(this JsonNode json, string name) => json[name]!.GetValue<string>();

    public static long Minor(this JsonNode json, string name) => json[name]!["minor"]!.GetValue<long>();

    public static IEnumerable<string> Events(this JsonNode order) => order["timeline"]!.AsArray().Select(entry => entry!.Text("event"));
}

/// <summary>The body of POST /orders.</summary>
internal sealed record OrderBody(
    string CartId, string Email, string Name, object ShippingAddress, string ShippingOptionId, string PaymentMethod,
    string? ReturnUrl = null);

/// <summary>An order and the key to it.</summary>
internal sealed record Placed(Answer Answer)
{
    public string Id { get; } = Answer.Json["id"]!.GetValue<string>();

    public string Number { get; } = Answer.Json["number"]!.GetValue<string>();

    public string? Token { get; } = Answer.Json["accessToken"]?.GetValue<string>();

    public OrderId OrderId => new(Guid.Parse(Id));

    /// <summary>The header that opens it for a guest.</summary>
    public (string Name, string Value) Key => ("X-Order-Token", Token ?? "");
}
