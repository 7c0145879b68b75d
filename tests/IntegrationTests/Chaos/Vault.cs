using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>The bank's own truth: what was taken for what, and what went back. Lives as long as the test, whatever dies.</summary>
internal sealed class Vault(Postman postman)
{
    private const string LosesAnswer = "4000000000000259";
    private const string Challenged = "4000000000003220";
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> byAttempt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Returned> refunds = new(StringComparer.Ordinal);

    /// <summary>A charge.</summary>
    internal sealed record Entry(string Attempt, string Reference, string Status, long Minor, string Currency, string Order, string? Token,
        string? Reason, bool Loses);

    /// <summary>Money given back.</summary>
    internal sealed record Returned(string Refund, string Reference, string Attempt, long Minor);

    public IReadOnlyList<Entry> Charges
    {
        get
        {
            lock (gate)
            {
                return [.. byAttempt.Values];
            }
        }
    }

    public IReadOnlyList<Returned> Refunds
    {
        get
        {
            lock (gate)
            {
                return [.. refunds.Values];
            }
        }
    }

    public (int Status, JsonNode Answer, bool Loses) Charge(JsonNode body)
    {
        var (attempt, number) = (Text(body, "attemptId"), Text(body["card"]!, "number"));
        var (minor, currency) = (body["amount"]!["minor"]!.GetValue<long>(), Text(body["amount"]!, "currency"));
        lock (gate)
        {
            if (byAttempt.TryGetValue(attempt, out var known))
            {
                return known.Status != "voided" && known.Minor != minor ? Refused(409, "another amount") : (200, View(known), known.Loses);
            }

            var (status, reason) = number switch
            {
                "4000000000000002" => ("declined", "card_declined"),
                "4000000000009995" => ("declined", "insufficient_funds"),
                Challenged => ("challenge", (string?)null),
                _ => ("succeeded", null),
            };
            var entry = new Entry(attempt, Secret("ch_"), status, minor, currency, Text(body, "description"),
                status == "challenge" ? Secret("") : null, reason, number == LosesAnswer);
            byAttempt[attempt] = entry;
            Tell(entry);
            return (200, View(entry), entry.Loses);
        }
    }

    public (int Status, JsonNode Answer, bool Loses) Find(string attempt)
    {
        lock (gate)
        {
            return byAttempt.TryGetValue(attempt, out var known) ? (200, View(known), false) : Refused(404, "no such charge");
        }
    }

    public (int Status, JsonNode Answer, bool Loses) Void(string attempt)
    {
        lock (gate)
        {
            var known = byAttempt.GetValueOrDefault(attempt)
                ?? new Entry(attempt, Secret("ch_"), "voided", 0, "", "", null, null, false);
            known = known.Status == "challenge" ? known with { Status = "voided" } : known;
            byAttempt[attempt] = known;
            return (200, View(known), false);
        }
    }

    public (int Status, JsonNode Answer, bool Loses) Refund(JsonNode body)
    {
        var (id, reference, minor) = (Text(body, "refundId"), Text(body, "chargeId"), body["amount"]!["minor"]!.GetValue<long>());
        lock (gate)
        {
            if (refunds.TryGetValue(id, out var known))
            {
                return known.Minor == minor ? (200, View(known), false) : Refused(409, "another amount");
            }

            if (byAttempt.Values.FirstOrDefault(entry => entry.Reference == reference) is not { Status: "succeeded" } charge)
            {
                return Refused(404, "no such charge");
            }

            if (refunds.Values.Where(some => some.Attempt == charge.Attempt).Sum(some => some.Minor) + minor > charge.Minor)
            {
                return Refused(409, "more than was taken");
            }

            refunds[id] = new(id, Secret("re_"), charge.Attempt, minor);
            return (200, View(refunds[id]), false);
        }
    }

    /// <summary>The buyer answers the challenge. The second answer changes nothing.</summary>
    public void Answer(string token, bool approve)
    {
        lock (gate)
        {
            if (byAttempt.Values.FirstOrDefault(entry => entry.Token == token) is { Status: "challenge" } entry)
            {
                entry = approve
                    ? entry with { Status = "succeeded" }
                    : entry with { Status = "declined", Reason = "authentication_failed" };
                byAttempt[entry.Attempt] = entry;
                Tell(entry);
            }
        }
    }

    private void Tell(Entry entry)
    {
        if (entry.Status != "challenge")
        {
            postman.Send(new JsonObject
            {
                ["id"] = Secret("evt_"), ["type"] = "charge." + entry.Status, ["data"] = View(entry),
            });
        }
    }

    private static JsonObject View(Entry entry) => new()
    {
        ["id"] = entry.Reference, ["attemptId"] = entry.Attempt, ["status"] = entry.Status, ["declineReason"] = entry.Reason,
        ["amount"] = entry.Currency.Length == 0 ? null : new JsonObject { ["minor"] = entry.Minor, ["currency"] = entry.Currency },
        ["challengePath"] = entry.Status == "challenge" ? $"/demo-gateway/challenges/{entry.Token}" : null,
    };

    private static JsonObject View(Returned refund) => new() { ["id"] = refund.Reference, ["refundId"] = refund.Refund };

    private static (int Status, JsonNode Answer, bool Loses) Refused(int status, string why) =>
        (status, new JsonObject { ["error"] = why }, false);

    private static string Secret(string prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private static string Text(JsonNode json, string name) => json[name]!.GetValue<string>();
}
