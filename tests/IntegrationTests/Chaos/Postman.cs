using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>
/// Carries the bank's reports to the shop, badly: some never arrive, some arrive several times at once, some overtake others, some come
/// long after the order they are about was given up.
/// </summary>
internal sealed class Postman(string secret, IReadOnlyList<Uri> merchants, ChaosPlan plan) : IAsyncDisposable
{
    private const int MaxTries = 40;
    private readonly Random random = plan.Draw(102);
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly List<Task> rounds = [];
    private readonly CancellationTokenSource stop = new();
    private int lost;
    private int repeated;
    private int late;
    private int delivered;

    /// <summary>What became of the reports, in words.</summary>
    public string Account => $"{delivered} delivered, {lost} lost, {repeated} repeated, {late} late";

    /// <summary>Takes a report; its fate is drawn here.</summary>
    public void Send(JsonObject report)
    {
        var body = report.ToJsonString();
        lock (rounds)
        {
            var fate = random.Next(100);
            if (fate < 15)
            {
                lost++;
                return;
            }

            var copies = fate < 35 ? 3 : 1;
            var wait = TimeSpan.FromMilliseconds(random.Next(fate < 60 ? 300 : 4000));
            if (fate >= 90)
            {
                late++;
                wait += plan.ReservationTime + TimeSpan.FromSeconds(8);
            }

            repeated += copies > 1 ? 1 : 0;
            for (var copy = 0; copy < copies; copy++)
            {
                rounds.Add(Deliver(body, merchants[random.Next(merchants.Count)], wait));
            }
        }
    }

    /// <summary>Until every report that was not lost is delivered.</summary>
    public async Task Empty()
    {
        while (true)
        {
            Task[] open;
            lock (rounds)
            {
                open = [.. rounds.Where(round => !round.IsCompleted)];
            }

            if (open.Length == 0)
            {
                return;
            }

            await Task.WhenAll(open);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Empty();
        client.Dispose();
        stop.Dispose();
    }

    private async Task Deliver(string body, Uri merchant, TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, stop.Token);
            for (var attempt = 0; attempt < MaxTries && !await Post(body, merchant); attempt++)
            {
                await Task.Delay(500, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task<bool> Post(string body, Uri merchant)
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(merchant, "/api/v1/webhooks/demo"));
        request.Headers.TryAddWithoutValidation("Demo-Signature", $"t={seconds},v1={Convert.ToHexStringLower(hash)}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using var answer = await client.SendAsync(request, stop.Token);
            Interlocked.Add(ref delivered, answer.IsSuccessStatusCode ? 1 : 0);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return false;
        }
    }
}
