using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Post;

namespace Tradepost.Notifications.Phones;

/// <summary>Bound from configuration, "Sms". Without an account text messages only stand in the list that staff read.</summary>
internal sealed class SmsOptions
{
    /// <summary>Twilio's account, AC….</summary>
    public string AccountSid { get; set; } = "";

    public string AuthToken { get; set; } = "";

    /// <summary>The number or sender's name they come from.</summary>
    public string From { get; set; } = "";

    /// <summary>Where Twilio is.</summary>
    public string BaseUrl { get; set; } = "https://api.twilio.com";

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>Carries text messages away.</summary>
internal interface ISmsTransport
{
    /// <summary>Returns what became of it. Throws when it may be tried again.</summary>
    Task<NoticeOutcome> Send(LeasedNotice notice, CancellationToken cancel);
}

/// <summary>Without a provider the list itself is where they can be read.</summary>
internal sealed class LoggedSms : ISmsTransport
{
    public Task<NoticeOutcome> Send(LeasedNotice notice, CancellationToken cancel) => Task.FromResult(new NoticeOutcome("sent"));
}

/// <summary>
/// Hands text messages to Twilio's Messages resource. Its answer 4xx is final, all but 429; anything else is tried again.
/// </summary>
internal sealed class TwilioSms(IOptions<SmsOptions> options, ShopSettings shop) : ISmsTransport, IDisposable
{
    /// <summary>Where Twilio tells what became of a message, under /api/v1.</summary>
    public const string CallbackPath = "/api/v1/sms/twilio/status";

    private readonly HttpClient http = new() { Timeout = options.Value.Timeout };

    public void Dispose() => http.Dispose();

    public async Task<NoticeOutcome> Send(LeasedNotice notice, CancellationToken cancel)
    {
        var account = options.Value;
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{account.BaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{Uri.EscapeDataString(account.AccountSid)}/Messages.json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.AccountSid}:{account.AuthToken}")));
        request.Content = new FormUrlEncodedContent(Form(notice));
        using var answer = await http.SendAsync(request, cancel);
        var said = await answer.Content.ReadAsStringAsync(cancel);
        var status = (int)answer.StatusCode;
        return answer.IsSuccessStatusCode
            ? new("sent", null, Member(said, "sid"))
            : status is 429 or >= 500
                ? throw new InvalidOperationException($"{status}: {Member(said, "message")}")
                : new("failed", $"{status}: {Member(said, "message")} ({Member(said, "code")})");
    }

    private IEnumerable<KeyValuePair<string, string>> Form(LeasedNotice notice)
    {
        yield return new("To", notice.Recipient);
        yield return new("From", options.Value.From);
        yield return new("Body", $"{notice.Title}: {notice.Body}{(notice.Url.Length > 0 ? " " + notice.Url : "")}");
        if (!new Uri(shop.BaseUrl).IsLoopback || new Uri(options.Value.BaseUrl).IsLoopback)
        {
            yield return new("StatusCallback", shop.BaseUrl + CallbackPath);
        }
    }

    private static string? Member(string json, string name)
    {
        try
        {
            return (JsonNode.Parse(json) as JsonObject)?[name]?.ToString();
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
