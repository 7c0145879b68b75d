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

    [Fact]
    public async Task A_change_made_on_another_node_is_told_within_two_seconds()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        await using var other = await OtherNode.Start(shop.ConnectionString);
        await using var stream = await Follow.Start(client, order);
        Assert.Equal("pendingPayment", (await stream.Next()).Text("status"));
        using var there = new HttpClient { BaseAddress = new Uri(other.Address + "/api/v1/") };
        (await there.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal("cancelled", (await stream.NextWhere(seen => seen.Text("status") == "cancelled")).Text("status"));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 2);
    }

    [Fact]
    public async Task Who_comes_back_and_missed_nothing_is_told_nothing()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        string? last;
        await using (var stream = await Follow.Start(client, order))
        {
            await stream.Next();
            last = stream.LastId;
        }

        await using var again = await Follow.Start(client, order, last);
        (await client.Post($"orders/{order.Id}/cancellation", new { }, order.Key)).Is(200);
        Assert.Equal("cancelled", (await again.Next()).Text("status"));
    }

    [Fact]
    public async Task One_caller_does_not_keep_more_than_twenty_lines_open()
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        var lines = new List<Follow>();
        for (var i = 0; i < 20; i++)
        {
            lines.Add(await Follow.Start(client, order));
        }

        (await client.Get($"orders/{order.Id}/events", order.Key)).Is(429);
        foreach (var line in lines)
        {
            await line.DisposeAsync();
        }

        await Eventually.Is(
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"orders/{order.Id}/events");
                request.Headers.Add(order.Key.Name, order.Key.Value);
                using var answer = await client.SendAsync(
                    request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                return (int)answer.StatusCode;
            },
            status => status == 200, "room again");
    }

    private sealed class Follow(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        /// <summary>The id of the last event.</summary>
        public string? LastId { get; private set; }

        public static async Task<Follow> Start(HttpClient client, Placed order, string? lastId = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"orders/{order.Id}/events");
            request.Headers.Add(order.Key.Name, order.Key.Value);
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
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
                else if (line.StartsWith("id: ", StringComparison.Ordinal))
                {
                    LastId = line[4..];
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
