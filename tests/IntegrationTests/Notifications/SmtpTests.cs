using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Identity;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Notifications;

/// <summary>A shop that hands its mails to a real mail server.</summary>
public sealed class MailingShop(TestCluster cluster) : ShopFixture(cluster), IAsyncDisposable
{
    /// <summary>The mail server.</summary>
    public SmtpSink Sink { get; } = new();

    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = $"{Sink.Port}",
            ["Mail:From"] = "orders@shop.example",
        });

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Sink.DisposeAsync();
    }
}

/// <summary>Mails leave by SMTP, once, and are tried again when the server says later.</summary>
public sealed partial class SmtpTests(MailingShop shop) : IClassFixture<MailingShop>
{
    [Fact]
    public async Task A_mail_arrives_with_both_its_forms_and_a_message_id_of_its_own()
    {
        await Register("zoë@example.com", "Zoë <b>");
        var mail = Assert.Single(await Arrived("zoë@example.com"));
        Assert.Matches(@"(?m)^Message-ID: <[0-9a-f]{32}@shop\.example>$", mail);
        Assert.Matches("(?m)^From: .*<orders@shop.example>$", mail);
        Assert.Contains("Content-Type: multipart/alternative", mail, StringComparison.Ordinal);
        Assert.Matches("(?s)text/plain.*text/html", mail);
        Assert.Contains("Hello Zoë <b>,", Decoded(mail, "text/plain"), StringComparison.Ordinal);
        Assert.Contains("Zoë &lt;b&gt;", Decoded(mail, "text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_refused_for_now_is_tried_again_under_the_same_message_id()
    {
        const string Email = "busy@example.com";
        shop.Sink.Answers[Email] = new(["451 try later"]);
        await Register(Email, "Busy");
        var row = await Eventually.Is(() => Row(Email), mail => mail.Attempts == 1 && mail.Error.Length > 0, "a noted failure");
        Assert.Equal("queued", row.Status);
        Assert.Empty(shop.Sink.To(Email));
        var admin = await shop.AdminClient();
        (await admin.Post($"admin/mails/{row.Id}/retry")).Is(204);
        var mail = Assert.Single(await Arrived(Email));
        Assert.Contains($"Message-ID: <{row.Id.Replace("-", "", StringComparison.Ordinal)}@", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_refused_for_good_is_shown_as_failed_and_may_be_retried_by_hand()
    {
        const string Email = "gone@example.com";
        shop.Sink.Answers[Email] = new(["550 no such user"]);
        await Register(Email, "Gone");
        var row = await Eventually.Is(() => Row(Email), mail => mail.Status == "failed", "a failed mail");
        Assert.Contains("550", row.Error, StringComparison.Ordinal);
        var admin = await shop.AdminClient();
        Assert.Equal(1, (await admin.Get("admin/mails?status=failed&q=GONE@")).Is(200).Json["total"]!.GetValue<int>());
        (await admin.Post($"admin/mails/{row.Id}/retry")).Is(204);
        Assert.Single(await Arrived(Email));
        Assert.Equal("mails.already_sent", (await admin.Post($"admin/mails/{row.Id}/retry")).Is(409).Code);
    }

    [Fact]
    public async Task Many_mails_at_once_each_arrive_once()
    {
        var users = shop.Services.GetRequiredService<Platform.Data.Database>();
        await users.Write(
            "test.publish",
            tx =>
            {
                for (var i = 0; i < 40; i++)
                {
                    tx.Publish(new Registered(UserId.New(), $"many{i}@example.com", null, $"token-{i}"));
                }

                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        for (var i = 0; i < 40; i++)
        {
            Assert.Single(await Arrived($"many{i}@example.com"));
        }
    }

    private async Task Register(string email, string name)
    {
        using var client = shop.Client();
        (await client.Post("auth/register", new { email, password = "Tall-Giraffe-7", firstName = name })).Is(201);
    }

    private async Task<IReadOnlyList<string>> Arrived(string email)
    {
        await Eventually.Is(() => Row(email), mail => mail.Status == "sent", $"the mail to {email}");
        return shop.Sink.To(email);
    }

    private async Task<MailRow> Row(string email) => await shop.Db.Row(
        $"select id::text, status, attempts, coalesce(error, '') from notifications.mails where recipient = {email}",
        row => new MailRow(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3)), CancellationToken.None)
        ?? new("", "", 0, "");

    private sealed record MailRow(string Id, string Status, int Attempts, string Error);

    private static string Decoded(string mail, string type)
    {
        var part = mail.Split("\n--").First(
            one => one.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase)
                && !one.Contains("multipart", StringComparison.Ordinal));
        var body = part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return part.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)))
            : Quoted().Replace(
                body.Replace("=\n", "", StringComparison.Ordinal),
                match => Encoding.UTF8.GetString(Convert.FromHexString(match.Value.Replace("=", "", StringComparison.Ordinal))));
    }

    [GeneratedRegex("(=[0-9A-F]{2})+", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
