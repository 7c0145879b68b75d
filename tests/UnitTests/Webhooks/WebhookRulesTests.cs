using System.Text.Json.Nodes;
using Tradepost.Webhooks;
using Tradepost.Webhooks.Sending;

namespace Tradepost.UnitTests.Webhooks;

/// <summary>What receivers are sent and when.</summary>
public sealed class WebhookRulesTests
{
    [Fact]
    public void A_signature_covers_the_time_and_the_body_with_every_valid_secret() =>
        Assert.Equal(
            "t=1732500000,v1=" + Expected("new") + ",v1=" + Expected("old"),
            Signature.Of("{}", DateTimeOffset.FromUnixTimeSeconds(1_732_500_000), ["new", "old"]));

    [Fact]
    public void Failures_are_tried_again_over_three_days_ever_more_seldom()
    {
        var waits = Enumerable.Range(1, 20).Select(Patience.After).TakeWhile(wait => wait is not null).Select(wait => wait!.Value).ToList();
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.FromHours(71), TimeSpan.FromHours(73));
    }

    [Fact]
    public void Keys_stay_at_home_wherever_they_stand()
    {
        var data = JsonNode.Parse("""{"order":{"accessToken":"a","lines":[{"name":"x","resetToken":"b"}]},"token":"c","n":1}""")!;
        var body = FanOut.Envelope(new(Guid.Empty), "orders.order_placed", DateTimeOffset.UnixEpoch, data);
        Assert.Equal(
            """{"id":"00000000-0000-0000-0000-000000000000","type":"orders.order_placed","created":0,"data":{"order":{"lines":[{"name":"x"}]},"n":1}}""",
            body);
    }

    [Fact]
    public void Events_of_accounts_are_never_offered()
    {
        Assert.Contains("orders.order_placed", OfferedEvents.Names);
        Assert.Contains("payments.payment_captured", OfferedEvents.Names);
        Assert.DoesNotContain(OfferedEvents.Names, name => name.StartsWith("identity.", StringComparison.Ordinal));
    }

    private static string Expected(string secret) => Convert.ToHexStringLower(
        System.Security.Cryptography.HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret), "1732500000.{}"u8));
}
