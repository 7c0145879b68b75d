using System.Text.Json.Nodes;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Messaging;
using Tradepost.Webhooks.Endpoints;

namespace Tradepost.Webhooks.Sending;

/// <summary>
/// Writes down, for each receiver that asked for an event, what it is to be sent: in the transaction that strikes the event off, so that
/// there is one for each, whatever dies when.
/// </summary>
internal static class FanOut
{
    public static async Task Handle(string type, string payload, Tx tx)
    {
        var receivers = await tx.Query(
            $"select id from webhooks.endpoints where active and {type} = any(events) order by id for share",
            row => row.Id<EndpointKind>(0));
        foreach (var receiver in receivers)
        {
            Queue(tx, receiver, type, JsonNode.Parse(payload)!);
        }
    }

    public static DeliveryId Queue(Tx tx, EndpointId receiver, string type, JsonNode data)
    {
        var id = DeliveryId.New();
        tx.Queue(
            $"""
            insert into webhooks.deliveries (id, endpoint_id, type, body, due_at, created_at)
            values ({id}, {receiver}, {type}, {Envelope(id, type, tx.Now, data)}, {tx.Now}, {tx.Now})
            """);
        return id;
    }

    /// <summary>What is sent, byte for byte on every attempt. Keys to customers' orders stay at home.</summary>
    internal static string Envelope(DeliveryId id, string type, DateTimeOffset created, JsonNode data) => new JsonObject
    {
        ["id"] = id.ToString(),
        ["type"] = type,
        ["created"] = created.ToUnixTimeSeconds(),
        ["data"] = WithoutTokens(data.DeepClone()),
    }.ToJsonString(ApiJson.Options);

    private static JsonNode WithoutTokens(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Select(member => member.Key).ToArray())
            {
                if (name.EndsWith("token", StringComparison.OrdinalIgnoreCase))
                {
                    members.Remove(name);
                }
                else if (members[name] is { } value)
                {
                    WithoutTokens(value);
                }
            }
        }

        foreach (var item in node is JsonArray items ? items.OfType<JsonNode>() : [])
        {
            WithoutTokens(item);
        }

        return node;
    }
}
