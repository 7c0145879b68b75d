using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Crashes;

/// <summary>A browser that keeps its keys and repeats what got no answer.</summary>
internal sealed class Buyer
{
    private readonly string orderKey = Guid.CreateVersion7().ToString();
    private readonly string paymentKey = Guid.CreateVersion7().ToString();
    private object? body;
    private string? order;
    private string? token;

    /// <summary>A cart with two of the variant, ready to be ordered.</summary>
    public async Task Prepare(HttpClient client, string variant)
    {
        var cart = (await client.Post("carts", new { })).Is(201).Json["id"]!.GetValue<string>();
        (await client.Post($"carts/{cart}/lines", new { variantId = variant, quantity = 2 })).Is(200);
        (await client.Put($"carts/{cart}/address", new { country = "US", state = "CA", postalCode = "94105", city = "San Francisco" }))
            .Is(200);
        var option = (await client.Get($"carts/{cart}/shipping-options")).Is(200).Json[0]!["id"]!.GetValue<string>();
        (await client.Put($"carts/{cart}/shipping-option", new { id = option })).Is(200);
        body = new
        {
            cartId = cart,
            email = "buyer@example.com",
            name = "Bea Buyer",
            shippingOptionId = option,
            paymentMethod = "card",
            shippingAddress = new { name = "Bea Buyer", line1 = "1 Market Street", city = "San Francisco", state = "CA",
                postalCode = "94105", country = "US" },
        };
    }

    /// <summary>Orders and pays; what gets no answer is let be.</summary>
    public async Task TryToBuy(HttpClient client)
    {
        try
        {
            await PlaceOrder(client);
            await Pay(client);
        }
        catch (HttpRequestException)
        {
            // The host died before it could answer. A browser shows an error; its keys are kept.
        }
    }

    /// <summary>The same requests with the same keys, as a browser sends them when its user tries again.</summary>
    public async Task BuyAgain(HttpClient client)
    {
        await PlaceOrder(client);
        await Pay(client);
    }

    /// <summary>Cancels; no answer is let be.</summary>
    public async Task TryToCancel(HttpClient client)
    {
        try
        {
            await client.Post($"orders/{order}/cancellation", new { reason = "changed my mind" }, ("X-Order-Token", token!));
        }
        catch (HttpRequestException)
        {
            // As above.
        }
    }

    /// <summary>One of the two comes back: it arrived, is asked for, agreed to, received and looked at. No answer is let be.</summary>
    public async Task TryToReturn(HttpClient client, (string Name, string Value) staff)
    {
        var line = (await Order(client))["lines"]![0]!["id"]!.GetValue<string>();
        var parcel = (await client.Post($"admin/orders/{order}/shipments", new { carrier = "Post" }, staff)).Is(201).Json["id"];
        (await client.Post($"admin/shipments/{parcel}/delivery", null, staff)).Is(200);
        var wish = new { lines = new[] { new { lineId = line, quantity = 1, reason = "damaged" } } };
        var asked = (await client.Post($"orders/{order}/returns", wish, ("X-Order-Token", token!))).Is(201).Json["id"];
        (await client.Post($"admin/returns/{asked}/approval", null, staff)).Is(200);
        var found = new { lines = new[] { new { lineId = line, quantity = 1, condition = "asNew", restock = true } }, refund = "full" };
        try
        {
            await client.Post($"admin/returns/{asked}/receipt", found, staff);
        }
        catch (HttpRequestException)
        {
            // As above.
        }
    }

    /// <summary>The order as its buyer sees it.</summary>
    public async Task<JsonNode> Order(HttpClient client) => (await client.Get($"orders/{order}", ("X-Order-Token", token!))).Is(200).Json;

    private async Task PlaceOrder(HttpClient client)
    {
        var answer = (await client.Post("orders", body, ("Idempotency-Key", orderKey))).Is(201);
        (order, token) = (answer.Json["id"]!.GetValue<string>(), answer.Json["accessToken"]!.GetValue<string>());
    }

    private async Task Pay(HttpClient client)
    {
        var answer = await Pay(client, paymentKey);
        if (answer.Code == "payments.interrupted")
        {
            // The reconciler ended the attempt the host died in. Its key stays with it; the buyer presses the button again.
            answer = await Pay(client, Guid.CreateVersion7().ToString());
        }

        // The webhook or the reconciler may have brought it to its end already.
        Assert.True(answer.Status == 200 || answer.Code == "payments.already_paid", answer.Text);
    }

    private Task<Answer> Pay(HttpClient client, string key) => client.Post(
        "payments", new { orderId = order, method = "card", details = new { number = "4242424242424242" } }, ("Idempotency-Key", key),
            ("X-Order-Token", token!));
}
