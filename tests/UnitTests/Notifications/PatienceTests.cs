using System.Text.Json.Nodes;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Notifications;

/// <summary>When mails are tried again, and what staff may see of failed deliveries.</summary>
public sealed class PatienceTests
{
    [Fact]
    public void A_mail_is_tried_again_later_and_later_and_then_given_up()
    {
        var waits = Enumerable.Range(1, Patience.MaxAttempts).Select(Patience.After).ToList();
        Assert.Equal([15, 30, 60, 120, 240, 480, 960, 1920, 3600], waits.Take(9).Select(wait => (int)wait!.Value.TotalSeconds));
        Assert.Null(waits[^1]);
        Assert.Null(Patience.After(int.MaxValue));
    }

    [Fact]
    public void A_message_keeps_its_id_over_all_attempts()
    {
        var mail = new Mail(Id<MailKind>.New(), "june@example.com", "Hello", "<p>Hello</p>", "Hello", 1);
        Assert.Equal(mail.MessageId("shop.example"), (mail with { Attempts = 2 }).MessageId("shop.example"));
        Assert.Equal($"<{mail.Id.Value:N}@shop.example>", mail.MessageId("shop.example"));
    }

    [Fact]
    public void Staff_see_what_failed_but_no_secret_in_it()
    {
        const string Json =
            """{"email":"a@b.example","resetToken":"s3cret","order":{"accessToken":"s3cret","lines":[{"token":"s3cret","quantity":2}]}}""";
        var payload = JsonNode.Parse(Json)!;
        var shown = DeadLetters.WithoutSecrets(payload).ToJsonString();
        Assert.DoesNotContain("s3cret", shown, StringComparison.Ordinal);
        Assert.Contains("\"quantity\":2", shown, StringComparison.Ordinal);
        Assert.Contains("a@b.example", shown, StringComparison.Ordinal);
    }
}
