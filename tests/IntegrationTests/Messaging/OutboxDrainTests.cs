using System.Globalization;
using System.Text.RegularExpressions;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Notifications;

namespace Tradepost.IntegrationTests.Messaging;

/// <summary>A backlog, two hosts at it, and one of them dies in the middle. <c>./run bench outbox</c> measures the same.</summary>
public sealed partial class OutboxDrainTests(TestCluster cluster)
{
    private const int Messages = 3000;

    // A mail server took a mail and the host died before it noted so: SMTP has no word for that, and it is sent again under the same id.
    private const int MayBeOnTheWay = 12;

    [Fact]
    public async Task Every_message_has_its_effect_once_though_a_host_dies_in_the_middle()
    {
        await using var sink = new SmtpSink();
        var connection = await cluster.NewDatabase();
        var backlog = new Backlog(connection);
        await backlog.Write(Messages);
        await using var dying = await Serve(connection, sink);
        await using var staying = await Serve(connection, sink);
        await Eventually.Is(() => backlog.Waiting(), left => left < Messages * 3 / 4, "a quarter is delivered");
        await dying.Kill();
        await Eventually.Is(() => backlog.Waiting(), left => left == 0, "everything is delivered");
        await Eventually.Is(() => backlog.Unsent(), left => left == 0, "every mail is sent");
        Assert.Equal((Messages, 0), await backlog.Effects());
        var sent = sink.Taken.Select(mail => MessageId().Match(mail).Groups[1].Value).ToList();
        Assert.Equal(Messages, sent.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(sent.Count, Messages, Messages + MayBeOnTheWay);
    }

    private Task<ShopProcess> Serve(string connection, SmtpSink sink) => ShopProcess.Start(
        ["--port", "0", "--empty", "--data", Path.Combine(cluster.Folder, Guid.CreateVersion7().ToString("N"))],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Shop"] = connection,
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
        });

    [GeneratedRegex("\nMessage-ID: <([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();
}
