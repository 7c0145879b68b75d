using System.Text.Json.Nodes;
using Npgsql;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Notifications;

/// <summary>
/// Mail through a server that others wrote, which insists on STARTTLS and a password. The shop is a process of its own that trusts the
/// test's authority.
/// </summary>
public sealed class SecureMailTests(TestCluster cluster)
{
    [Fact]
    public async Task Mails_leave_encrypted_with_a_password_and_what_the_server_says_is_obeyed()
    {
        await using var judge = await Judge.Start(Path.Combine(cluster.Folder, "judge-good"));
        var database = await cluster.NewDatabase();
        await using var shop = await Serve(judge, "good", database);
        foreach (var name in new[] { "first", "later", "never", "cut" })
        {
            await Register(shop, $"{name}@example.com");
        }

        await Eventually.Is(() => Status(database, "first@example.com"), row => row.Status == "sent", "the first mail");
        var first = (await Mails(judge)).Single(mail => To(mail) == "first@example.com");
        Assert.True(first["secure"]!.GetValue<bool>());
        Assert.Equal("shop", first["user"]!.GetValue<string>());
        var raw = first["raw"]!.GetValue<string>();
        Assert.Matches("(?im)^Subject: =\\?utf-8\\?", raw);
        Assert.Contains("multipart/alternative", raw, StringComparison.Ordinal);
        Assert.Matches("(?s)text/plain.*text/html", raw);
        Assert.DoesNotContain("List-Unsubscribe", raw, StringComparison.OrdinalIgnoreCase);

        var never = await Eventually.Is(() => Status(database, "never@example.com"), row => row.Status == "failed", "refused for good");
        Assert.Contains("550", never.Error, StringComparison.Ordinal);
        await Eventually.Is(() => Status(database, "later@example.com"), Tried, "refused for now");
        await Eventually.Is(() => Status(database, "cut@example.com"), Tried, "cut off");
        await Execute(database, "update notifications.mails set due_at = now() where status = 'queued'");
        await Eventually.Is(() => Status(database, "later@example.com"), row => row.Status == "sent", "sent later");
        await Eventually.Is(() => Status(database, "cut@example.com"), row => row.Status == "sent", "sent after the cut");
        var all = await Mails(judge);
        Assert.Equal(3, all.Count);
        Assert.Equal(3, all.Select(To).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("other")]
    [InlineData("plain")]
    public async Task A_server_with_a_strange_certificate_or_without_STARTTLS_gets_neither_mail_nor_password(string server)
    {
        await using var judge = await Judge.Start(Path.Combine(cluster.Folder, "judge-" + server));
        var database = await cluster.NewDatabase();
        await using var shop = await Serve(judge, server, database);
        await Register(shop, "kept@example.com");
        var row = await Eventually.Is(() => Status(database, "kept@example.com"), row => row.Error.Length > 0, "a noted failure");
        Assert.Equal("queued", row.Status);
        Assert.Empty(await Mails(judge));
    }

    private static Task<ShopProcess> Serve(Judge judge, string server, string database) => ShopProcess.Start(
        ["--port", "0", "--empty", "--data", Directory.CreateTempSubdirectory("tradepost-mail-").FullName],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Shop"] = database,
            ["Shop__Name"] = "Lämpchen",
            ["Mail__Host"] = "localhost",
            ["Mail__Port"] = $"{judge.Port(server)}",
            ["Mail__User"] = "shop",
            ["Mail__Password"] = "pass word",
            ["SSL_CERT_FILE"] = judge.Authority,
        });

    private static async Task Register(ShopProcess shop, string email)
    {
        using var client = shop.Client;
        (await client.Post("auth/register", new { email, password = "Tall-Giraffe-7" })).Is(201);
    }

    private static async Task<IReadOnlyList<JsonNode>> Mails(Judge judge) =>
        [.. (await judge.Ask("mails")).AsArray().Select(mail => mail!)];

    private static string To(JsonNode mail) => mail["to"]!.GetValue<string>();

    // A slow reader may find the next try made already.
    private static bool Tried((string Status, int Attempts, string Error) mail) =>
        mail.Attempts >= 1 && (mail.Error.Length > 0 || mail.Status == "sent");

    private static async Task<(string Status, int Attempts, string Error)> Status(string database, string email)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(
            "select status, attempts, coalesce(error, '') from notifications.mails where recipient = $1");
        command.Parameters.AddWithValue(email);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        return await row.ReadAsync(TestContext.Current.CancellationToken)
            ? (row.GetString(0), row.GetInt32(1), row.GetString(2))
            : ("", 0, "");
    }

    private static async Task Execute(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
