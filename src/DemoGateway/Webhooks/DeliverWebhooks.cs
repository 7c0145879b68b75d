using System.Text;
using Tradepost.DemoGateway.Charging;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.DemoGateway.Webhooks;

/// <summary>
/// Posts webhooks until the merchant takes them: again after 1, 2, 4 … seconds, at most ten minutes apart, and not for ever.
/// </summary>
internal sealed class DeliverWebhooks(Database db, IHttpClientFactory clients, GatewaySecrets secrets, TimeProvider time) : IPeriodicJob
{
    public const string Client = "demo-gateway-webhooks";
    private const int MaxAttempts = 20;
    private const int BatchSize = 20;
    private static readonly TimeSpan Claimed = TimeSpan.FromSeconds(30);

    public string Name => "demo_gateway.deliver_webhooks";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public Task<int> Run(CancellationToken cancel) => Deliver(null, cancel);

    /// <summary>Delivers what is due, of one charge or of all.</summary>
    public async Task<int> Deliver(Id<Charge>? charge, CancellationToken cancel)
    {
        var due = (await db.Write<List<Due>>("demo_gateway.claim_deliveries", async tx => await Claim(tx, charge), cancel)).Value;
        foreach (var delivery in due)
        {
            var error = await Post(delivery, cancel);
            await db.Write("demo_gateway.delivered", tx => Record(tx, delivery, error), CancellationToken.None);
        }

        return due.Count;
    }

    private static Task<List<Due>> Claim(Tx tx, Id<Charge>? charge) => tx.Query(
        $"""
        update demo_gateway.deliveries set due_at = {tx.Now + Claimed}, attempts = attempts + 1, updated_at = {tx.Now}
        where id in (
          select id from demo_gateway.deliveries
          where delivered_at is null and given_up_at is null and due_at <= {tx.Now}
            and ({charge?.Value}::uuid is null or charge_id = {charge?.Value}::uuid)
          order by due_at limit {BatchSize} for update skip locked)
        returning id, url, payload, attempts
        """,
        row => new Due(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3)));

    // Null: the merchant took it.
    private async Task<string?> Post(Due delivery, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url);
        request.Headers.Add(Signature.Header, Signature.Of(delivery.Payload, secrets.WebhookSecret, time.GetUtcNow()));
        request.Content = new StringContent(delivery.Payload, Encoding.UTF8, "application/json");
        try
        {
            using var answer = await clients.CreateClient(Client).SendAsync(request, cancel);
            return answer.IsSuccessStatusCode ? null : $"answered {(int)answer.StatusCode}";
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return failure.GetType().Name;
        }
    }

    private static async Task Record(Tx tx, Due delivery, string? error)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, delivery.Attempts - 1)));
        await tx.Execute(
            $"""
            update demo_gateway.deliveries
            set delivered_at = case when {error is null} then {tx.Now}::timestamptz end, error = {error}, due_at = {tx.Now + wait},
              given_up_at = case when {error is not null && delivery.Attempts >= MaxAttempts} then {tx.Now}::timestamptz end,
              updated_at = {tx.Now}
            where id = {delivery.Id}
            """);
    }

    private sealed record Due(Guid Id, string Url, string Payload, int Attempts);
}
