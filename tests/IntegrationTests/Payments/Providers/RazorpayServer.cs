using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>Razorpay as its API reference tells: orders found by receipt, payments that are held until taken, refunds, signed events.</summary>
internal sealed class RazorpayServer : ProviderServer
{
    public const string KeySecret = "rzp_secret";
    public const string WebhookSecret = "rzp_webhook";
    private readonly Dictionary<string, JsonObject> orders = [];
    private readonly List<JsonObject> payments = [];
    private int number;

    public List<JsonObject> Refunds { get; } = [];

    public JsonObject OrderOf(string attempt) => orders.Values.Single(order => order["receipt"]!.GetValue<string>() == attempt);

    /// <summary>What the buyer's window brings about.</summary>
    public JsonObject BuyerPays(JsonObject order, string status = "authorized", long? amount = null)
    {
        var payment = new JsonObject
        {
            ["id"] = $"pay_{++number}", ["order_id"] = order["id"]!.DeepClone(), ["status"] = status,
            ["amount"] = amount ?? order["amount"]!.GetValue<long>(), ["currency"] = order["currency"]!.DeepClone(), ["fee"] = 47,
            ["error_reason"] = status == "failed" ? "insufficient_funds" : null,
        };
        payments.Insert(0, payment);
        return payment;
    }

    public static object Proof(JsonObject payment, string secret = KeySecret)
    {
        var (order, id) = (payment["order_id"]!.GetValue<string>(), payment["id"]!.GetValue<string>());
        return new Dictionary<string, string>
        {
            ["razorpay_order_id"] = order, ["razorpay_payment_id"] = id, ["razorpay_signature"] = Hmac(secret, $"{order}|{id}"),
        };
    }

    public static string Event(string type, JsonObject payment) => new JsonObject
    {
        ["event"] = type, ["payload"] = new JsonObject { ["payment"] = new JsonObject { ["entity"] = payment.DeepClone() } },
    }.ToJsonString();

    public static string Hmac(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    protected override Said Answer(Call call) => (call.Method, call.Path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
    {
        ("GET", ["v1", "orders"]) => List(orders.Values.Where(order => call.Path.EndsWith("=" + order["receipt"]!, StringComparison.Ordinal))),
        ("POST", ["v1", "orders"]) => Create(call),
        ("GET", ["v1", "orders", var id, "payments"]) => List(payments.Where(payment => payment["order_id"]!.GetValue<string>() == id)),
        ("POST", ["v1", "payments", var id, "capture"]) => Capture(id, call),
        ("GET", ["v1", "payments", _, "refunds"]) => List(Refunds),
        ("POST", ["v1", "payments", _, "refund"]) => Refund(call),
        _ => new(404, new JsonObject { ["error"] = new JsonObject { ["code"] = "BAD_REQUEST_ERROR" } }),
    };

    private Said Create(Call call)
    {
        var order = call.Json.DeepClone().AsObject();
        order["id"] = $"order_{++number}";
        orders[order["id"]!.GetValue<string>()] = order;
        return Ok(order);
    }

    private Said Capture(string id, Call call)
    {
        var payment = payments.Single(some => some["id"]!.GetValue<string>() == id);
        if (payment["status"]!.GetValue<string>() != "authorized" || payment["amount"]!.GetValue<long>() != call.Json["amount"]!.GetValue<long>())
        {
            return new(400, new JsonObject { ["error"] = new JsonObject { ["code"] = "BAD_REQUEST_ERROR" } });
        }

        payment["status"] = "captured";
        return Ok(payment);
    }

    private Said Refund(Call call)
    {
        Refunds.Add(new JsonObject
        {
            ["id"] = $"rfnd_{++number}", ["status"] = "processed", ["receipt"] = call.Json["receipt"]!.DeepClone(),
            ["amount"] = call.Json["amount"]!.DeepClone(),
        });
        return Ok(Refunds[^1]);
    }

    private static Said List(IEnumerable<JsonObject> items) =>
        new(200, new JsonObject { ["items"] = new JsonArray([.. items.Select(item => item.DeepClone())]) });
}
