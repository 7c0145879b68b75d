using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>A shop with keys for one provider, whose server is ours.</summary>
public abstract class ProviderShop(TestCluster cluster) : ShopFixture(cluster)
{
    /// <summary>The provider's configuration.</summary>
    protected abstract IReadOnlyDictionary<string, string> Keys { get; }

    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var (name, value) in Keys)
        {
            builder.Configuration["Payments:" + name] = value;
        }
    }
}

/// <summary>What tests of all providers do.</summary>
internal static class ProviderSteps
{
    /// <summary>POST /payments without a card.</summary>
    public static Task<Answer> PayBy(this HttpClient client, Placed order, string method) =>
        client.Post("payments", new { orderId = order.Id, method }, order.Key);

    /// <summary>The buyer comes back to the shop.</summary>
    public static Task<Answer> ComeBack(this HttpClient client, Placed order, JsonNode payment, object? proof = null) =>
        client.Post($"payments/{payment.Text("id")}/confirmation", new { proof }, order.Key);

    public static Task<Answer> Webhook(
        this HttpClient client, string provider, string payload, params (string Name, string Value)[] headers) =>
        client.Post($"webhooks/{provider}", new StringContent(payload, Encoding.UTF8, "application/json"), headers);

    /// <summary>The id of the order's last attempt.</summary>
    public static async Task<string> Attempt(this ShopFixture shop, Placed order) => (await shop.Db.Row(
        $"select id::text from payments.payment_attempts where order_id = {order.OrderId} order by seq desc limit 1",
        row => row.GetString(0), TestContext.Current.CancellationToken))!;

    /// <summary>A number the database tells.</summary>
    public static async Task<long> Number(this ShopFixture shop, Platform.Data.SqlText sql) =>
        await shop.Db.Row(sql, row => row.GetInt64(0), TestContext.Current.CancellationToken);

    /// <summary>The order's attempts are asked about now.</summary>
    public static Task AskNow(this ShopFixture shop, Placed order) => shop.Db.Write("test.hurry", tx => tx.Execute(
        $"update payments.payment_attempts set ask_at = {tx.Now.AddSeconds(-1)} where order_id = {order.OrderId}"),
        TestContext.Current.CancellationToken);

    /// <summary>The order's reservation ended an hour ago, and its stock went back.</summary>
    public static Task Expire(this ShopFixture shop, Placed order) => shop.Db.Write("test.expire", tx => tx.Execute(
        $"update orders.orders set reserved_until = {tx.Now.AddHours(-1)} where id = {order.OrderId}"),
        TestContext.Current.CancellationToken);
}
