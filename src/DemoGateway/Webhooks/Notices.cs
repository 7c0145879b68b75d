using System.Text.Json;
using Tradepost.DemoGateway.Charging;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Webhooks;

/// <summary>What the merchant is to be told, written with the change it tells of.</summary>
internal static class Notices
{
    private sealed record Notice(string Id, string Type, DateTimeOffset CreatedAt, ChargeView Data);

    public static void Queue(Tx tx, Charge charge, DateTimeOffset dueAt)
    {
        var notice = new Notice(Charge.Secret("evt_"), $"charge.{Words.Of(charge.State)}", tx.Now, charge.View());
        tx.Queue(
            $"""
            insert into demo_gateway.deliveries (id, event_id, charge_id, url, payload, due_at, created_at, updated_at)
            values (
              {Id<Charge>.New()}, {notice.Id}, {charge.Id}, {charge.WebhookUrl}, {JsonSerializer.Serialize(notice, ApiJson.Options)},
              {dueAt}, {tx.Now}, {tx.Now})
            """);
    }
}
