using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>Stripe as its API reference tells: PaymentIntents, refunds, keys that answer the same again, signed events.</summary>
internal sealed class StripeServer : ProviderServer
{
    public const string SecretKey = "sk_test_tradepost";
    public const string WebhookSecret = "whsec_tradepost";
    private readonly Dictionary<string, (string Body, Said Said)> keyed = [];
    private readonly Dictionary<string, JsonObject> intents = [];
    private readonly Dictionary<string, JsonObject> refunds = [];
    private int number;

    /// <summary>The intent of an attempt.</summary>
    public JsonObject Intent(string attempt) =>
        intents.Values.Single(intent => intent["metadata"]!["attempt"]!.GetValue<string>() == attempt);

    public int IntentsOf(string attempt) => intents.Values.Count(intent => intent["metadata"]!["attempt"]!.GetValue<string>() == attempt);

    public IReadOnlyCollection<JsonObject> Refunds => refunds.Values;

    /// <summary>Refunds begin as pending.</summary>
    public bool SlowRefunds { get; set; }

    /// <summary>What the buyer does in Stripe's fields.</summary>
    public void BuyerPays(JsonObject intent, long? amount = null)
    {
        var money = amount ?? intent["amount"]!.GetValue<long>();
        if (intent["capture_method"]!.GetValue<string>() == "manual")
        {
            (intent["status"], intent["amount_capturable"]) = ("requires_capture", money);
            return;
        }

        Take(intent, money);
    }

    public static void BuyerIsDeclined(JsonObject intent, string code)
    {
        intent["status"] = "requires_payment_method";
        intent["last_payment_error"] = new JsonObject { ["code"] = "card_declined", ["decline_code"] = code };
    }

    public void FinishRefunds()
    {
        foreach (var refund in refunds.Values)
        {
            refund["status"] = "succeeded";
        }
    }

    /// <summary>An event about an intent, as it is posted.</summary>
    public static string Event(JsonObject told, string type, string? id = null) => new JsonObject
    {
        ["id"] = id ?? $"evt_{Guid.CreateVersion7():N}", ["object"] = "event", ["type"] = type,
        ["data"] = new JsonObject { ["object"] = told.DeepClone() },
    }.ToJsonString();

    public static string Sign(string payload, DateTimeOffset now, string secret = WebhookSecret)
    {
        var stamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{stamp}.{payload}"));
        return $"t={stamp},v1={Convert.ToHexStringLower(hash)}";
    }

    protected override Said Answer(Call call)
    {
        if (call.Headers.GetValueOrDefault("authorization") != "Bearer " + SecretKey)
        {
            return Error(401, "invalid_request_error", "api_key_invalid");
        }

        if (call.Method == "GET")
        {
            return Handle(call);
        }

        var key = call.Headers["idempotency-key"];
        if (keyed.TryGetValue(key, out var known))
        {
            return known.Body == call.Path + call.Body ? known.Said : Error(400, "idempotency_error", "idempotency_key_in_use");
        }

        var said = Handle(call);
        keyed[key] = (call.Path + call.Body, said with { Body = said.Body!.DeepClone() });
        return said;
    }

    private Said Handle(Call call)
    {
        var steps = call.Path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (call.Method, steps) switch
        {
            ("POST", ["v1", "payment_intents"]) => Create(call),
            ("GET", ["v1", "payment_intents", var id]) => intents.TryGetValue(id, out var found) ? Ok(found)
                : Error(404, "invalid_request_error", "resource_missing"),
            ("POST", ["v1", "payment_intents", var id, "capture"]) => Capture(intents[id], call),
            ("POST", ["v1", "payment_intents", var id, "cancel"]) => Cancel(intents[id]),
            ("POST", ["v1", "refunds"]) => Refund(call),
            ("GET", ["v1", "refunds", var id]) => Ok(refunds[id]),
            _ => Error(404, "invalid_request_error", "url_unknown"),
        };
    }

    private Said Create(Call call)
    {
        var id = $"pi_{++number}_{Guid.CreateVersion7():N}";
        intents[id] = new JsonObject
        {
            ["id"] = id, ["object"] = "payment_intent", ["amount"] = long.Parse(call.Form["amount"], CultureInfo.InvariantCulture),
            ["amount_received"] = 0, ["amount_capturable"] = 0, ["currency"] = call.Form["currency"],
            ["status"] = "requires_payment_method", ["capture_method"] = call.Form["capture_method"],
            ["client_secret"] = id + "_secret_x", ["metadata"] = new JsonObject { ["attempt"] = call.Form["metadata[attempt]"] },
        };
        return Ok(intents[id]);
    }

    private static Said Capture(JsonObject intent, Call call)
    {
        if (intent["status"]!.GetValue<string>() != "requires_capture")
        {
            return Error(400, "invalid_request_error", "payment_intent_unexpected_state");
        }

        Take(intent, long.Parse(call.Form["amount_to_capture"], CultureInfo.InvariantCulture));
        return Ok(intent);
    }

    private static Said Cancel(JsonObject intent)
    {
        if (intent["status"]!.GetValue<string>() is "succeeded" or "canceled")
        {
            return Error(400, "invalid_request_error", "payment_intent_unexpected_state");
        }

        intent["status"] = "canceled";
        return Ok(intent);
    }

    private Said Refund(Call call)
    {
        var id = $"re_{++number}";
        refunds[id] = new JsonObject
        {
            ["id"] = id, ["object"] = "refund", ["amount"] = long.Parse(call.Form["amount"], CultureInfo.InvariantCulture),
            ["payment_intent"] = call.Form["payment_intent"], ["status"] = SlowRefunds ? "pending" : "succeeded",
        };
        return Ok(refunds[id]);
    }

    private static void Take(JsonObject intent, long money)
    {
        (intent["status"], intent["amount_received"], intent["amount_capturable"]) = ("succeeded", money, 0);
        intent["latest_charge"] = new JsonObject
        {
            ["id"] = "ch_1", ["balance_transaction"] = new JsonObject { ["fee"] = 59, ["currency"] = intent["currency"]!.DeepClone() },
        };
    }

    private static Said Error(int status, string type, string code) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["type"] = type, ["code"] = code, ["message"] = code },
    });
}
