using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>PayPal as its API reference tells: tokens, Orders v2, authorisations, refunds, and whether it sent a webhook.</summary>
internal sealed class PayPalServer : ProviderServer
{
    public const string WebhookId = "WH-TRADEPOST";
    private readonly Dictionary<string, (string Body, Said Said)> keyed = [];
    private readonly Dictionary<string, JsonObject> orders = [];
    private readonly HashSet<string> sent = [];
    private int number;

    public int Tokens { get; private set; }

    /// <summary>The next capture is declined: the buyer must choose another card at PayPal.</summary>
    public bool DeclineNext { get; set; }

    public List<JsonObject> Refunds { get; } = [];

    public JsonObject OrderOf(string attempt) => orders.Values.Single(order => Unit(order)["custom_id"]!.GetValue<string>() == attempt);

    public static void BuyerApproves(JsonObject order) => order["status"] = "APPROVED";

    /// <summary>A webhook PayPal will admit to have sent.</summary>
    public string Event(string type, JsonNode resource)
    {
        var id = $"WH-{++number}-{Guid.CreateVersion7():N}";
        sent.Add(id);
        return new JsonObject { ["id"] = id, ["event_type"] = type, ["resource"] = resource.DeepClone() }.ToJsonString();
    }

    protected override Said Answer(Call call)
    {
        if (call.Path == "/v1/oauth2/token")
        {
            Tokens++;
            return call.Headers["authorization"].StartsWith("Basic ", StringComparison.Ordinal)
                ? Ok(new JsonObject { ["access_token"] = "A21.token", ["token_type"] = "Bearer", ["expires_in"] = 32400 })
                : new(401, new JsonObject { ["error"] = "invalid_client" });
        }

        if (call.Headers.GetValueOrDefault("authorization") != "Bearer A21.token")
        {
            return new(401, new JsonObject { ["name"] = "AUTHENTICATION_FAILURE" });
        }

        if (call.Path == "/v1/notifications/verify-webhook-signature")
        {
            var fine = call.Json["webhook_id"]!.GetValue<string>() == WebhookId
                && call.Json["transmission_sig"]!.GetValue<string>() == "signed"
                && sent.Contains(call.Json["webhook_event"]!["id"]!.GetValue<string>());
            return Ok(new JsonObject { ["verification_status"] = fine ? "SUCCESS" : "FAILURE" });
        }

        if (call.Method == "GET" || !call.Headers.TryGetValue("paypal-request-id", out var key))
        {
            return Handle(call);
        }

        if (keyed.TryGetValue(key, out var known))
        {
            return known.Body == call.Path + call.Body ? known.Said with { Body = known.Said.Body!.DeepClone() }
                : Issue(422, "PAYPAL_REQUEST_ID_PREVIOUSLY_USED");
        }

        var said = Handle(call);
        if (said.Status < 300)
        {
            keyed[key] = (call.Path + call.Body, said with { Body = said.Body!.DeepClone() });
        }

        return said;
    }

    private Said Handle(Call call) => (call.Method, call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
    {
        ("POST", ["v2", "checkout", "orders"]) => Create(call),
        ("GET", ["v2", "checkout", "orders", var id]) =>
            orders.TryGetValue(id, out var order) ? Ok(order) : Issue(404, "RESOURCE_NOT_FOUND"),
        ("POST", ["v2", "checkout", "orders", var id, "capture"]) => Take(orders[id], "captures", "COMPLETED"),
        ("POST", ["v2", "checkout", "orders", var id, "authorize"]) => Take(orders[id], "authorizations", "CREATED"),
        ("POST", ["v2", "payments", "authorizations", var id, "capture"]) => Capture(id, call),
        ("POST", ["v2", "payments", "authorizations", var id, "void"]) => Void(id),
        ("POST", ["v2", "payments", "captures", _, "refund"]) => Refund(call),
        _ => Issue(404, "RESOURCE_NOT_FOUND"),
    };

    private Said Create(Call call)
    {
        var id = $"PP{++number:D6}";
        var unit = call.Json["purchase_units"]![0]!.DeepClone().AsObject();
        unit["payments"] = new JsonObject();
        orders[id] = new JsonObject
        {
            ["id"] = id, ["status"] = "PAYER_ACTION_REQUIRED", ["intent"] = call.Json["intent"]!.DeepClone(),
            ["purchase_units"] = new JsonArray(unit),
            ["links"] = new JsonArray(new JsonObject
            {
                ["rel"] = "payer-action", ["href"] = $"https://www.paypal.com/checkoutnow?token={id}",
            }),
        };
        return Ok(orders[id]);
    }

    private Said Take(JsonObject order, string kind, string status)
    {
        if (order["status"]!.GetValue<string>() != "APPROVED")
        {
            return Issue(422, order["status"]!.GetValue<string>() == "COMPLETED" ? "ORDER_ALREADY_CAPTURED" : "ORDER_NOT_APPROVED");
        }

        if (DeclineNext)
        {
            DeclineNext = false;
            return Issue(422, "INSTRUMENT_DECLINED");
        }

        var amount = Unit(order)["amount"]!.DeepClone();
        Unit(order)["payments"]![kind] = new JsonArray(Payment(status, amount));
        order["status"] = "COMPLETED";
        return Ok(order);
    }

    private Said Capture(string hold, Call call)
    {
        var order = Holding(hold);
        Unit(order)["payments"]!["authorizations"]![0]!["status"] = "CAPTURED";
        Unit(order)["payments"]!["captures"] = new JsonArray(Payment("COMPLETED", call.Json["amount"]!.DeepClone()));
        return Ok(Unit(order)["payments"]!["captures"]![0]!);
    }

    private Said Void(string hold)
    {
        var authorization = Unit(Holding(hold))["payments"]!["authorizations"]![0]!;
        authorization["status"] = "VOIDED";
        return Ok(authorization);
    }

    private Said Refund(Call call)
    {
        Refunds.Add(new JsonObject { ["id"] = $"RF{++number}", ["status"] = "COMPLETED", ["amount"] = call.Json["amount"]!.DeepClone() });
        return Ok(Refunds[^1]);
    }

    private JsonObject Payment(string status, JsonNode amount) => new()
    {
        ["id"] = $"PAY{++number}", ["status"] = status, ["amount"] = amount,
        ["seller_receivable_breakdown"] = new JsonObject
        {
            ["paypal_fee"] = new JsonObject { ["currency_code"] = amount["currency_code"]!.DeepClone(), ["value"] = "0.89" },
        },
    };

    private JsonObject Holding(string hold) => orders.Values.Single(
        order => Unit(order)["payments"]!["authorizations"] is JsonArray held && held[0]!["id"]!.GetValue<string>() == hold);

    private static JsonObject Unit(JsonObject order) => order["purchase_units"]![0]!.AsObject();

    private static Said Issue(int status, string issue) => new(status, new JsonObject
    {
        ["name"] = "UNPROCESSABLE_ENTITY", ["details"] = new JsonArray(new JsonObject { ["issue"] = issue }),
    });
}
