using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>Orders that tell their changes.</summary>
public sealed class FollowOrderTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task The_order_comes_at_once_and_again_after_each_change()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        await using var stream = await Follow.Start(client, order);
        Assert.Equal("pendingPayment", (await stream.Next()).Text("status"));
        (await client.Pay(order, Buying.Pays)).Is(200);
        Assert.Equal("processing", (await stream.NextWhere(seen => seen["payment"]!.Text("status") == "paid")).Text("status"));
        var admin = await shop.AdminClient();
        var parcel = (await admin.Post($"admin/orders/{order.Id}/shipments", new { carrier = "Parcel Post" })).Is(201).Json.Text("id");
        var shipped = await stream.NextWhere(seen => seen.Text("status") == "shipped");
        Assert.Single(shipped["shipments"]!.AsArray());
        (await admin.Post($"admin/shipments/{parcel}/delivery")).Is(200);
        Assert.Equal("delivered", (await stream.NextWhere(seen => seen.Text("status") != "shipped")).Text("status"));
    }

    [Fact]
    public async Task Somebody_elses_order_is_not_followed()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        (await client.Get($"orders/{order.Id}/events")).Is(404);
    }

    private sealed class Follow(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        public static async Task<Follow> Start(HttpClient client, Placed order)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"orders/{order.Id}/events");
            request.Headers.Add(order.Key.Name, order.Key.Value);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
            return new(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        }

        public async Task<JsonNode> Next()
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(Patience);
            var name = "";
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                {
                    name = line[7..];
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    Assert.Equal("order", name);
                    return JsonNode.Parse(line[6..])!;
                }
            }

            throw new InvalidOperationException("The stream ended.");
        }

        public async Task<JsonNode> NextWhere(Func<JsonNode, bool> right)
        {
            while (true)
            {
                var seen = await Next();
                if (right(seen))
                {
                    return seen;
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>A shop that is told to stop while somebody follows an order.</summary>
public sealed class ClosingTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_line_that_is_still_open_does_not_keep_the_shop_from_closing()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"orders/{order.Id}/events");
        request.Headers.Add(order.Key.Name, order.Key.Value);
        using var response = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(8));
        await shop.App.StopAsync(patience.Token);
        Assert.False(patience.IsCancellationRequested, "the open line was waited for");
    }
}
