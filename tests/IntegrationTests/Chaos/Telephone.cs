using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>An answer the shop gave in the end.</summary>
internal sealed record Heard(int Status, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => Text.StartsWith('{') ? Json["code"]?.GetValue<string>() : null;

    public bool Went => Status is >= 200 and < 300;
}

/// <summary>
/// How people reach the shop: they send the very same request again, to whichever host answers, until they are told something.
/// </summary>
internal sealed class Telephone(Town town, Random random) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    public void Dispose() => client.Dispose();

    /// <summary>
    /// Until an answer that is one. "The shop is away for a moment" is none; a bug of the shop is noted, and the request sent again.
    /// </summary>
    public async Task<Heard> Insist(string method, string path, JsonNode? body, params (string Name, string Value)[] headers)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await Try(method, path, body, headers) is { } heard)
            {
                if (heard.Status < 500)
                {
                    return heard;
                }

                town.Diary.Count($"answered {heard.Status}");
                if (heard.Status != 503)
                {
                    town.Diary.Wrong.Enqueue($"{method} {path} answered {heard.Status}: {heard.Text}");
                }
            }

            if (Stopwatch.GetElapsedTime(started) > town.Plan.ShopperPatience)
            {
                throw new TimeoutException($"{method} {path} was never answered.");
            }

            await Task.Delay(random.Next(50, 400));
        }
    }

    // Null: the line broke.
    private async Task<Heard?> Try(string method, string path, JsonNode? body, (string Name, string Value)[] headers)
    {
        var address = town.Nodes[random.Next(town.Nodes.Count)].Address;
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(address, "/api/v1/" + path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await client.SendAsync(request);
            return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            town.Diary.Count("no answer");
            return null;
        }
    }
}
