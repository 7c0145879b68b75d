using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.Crashes;

/// <summary>
/// The host is killed with SIGKILL between two steps of a purchase, started again, and the buyer's browser repeats what got no answer.
/// Whatever died when: one order, one capture, its stock, one mail, and every invariant holds.
/// </summary>
public sealed class CrashTests(TestCluster cluster)
{
    private const int Stock = 5;
    private const string Password = "crash-test-password-7";

    [Theory]
    [InlineData("orders.placed")]
    [InlineData("payments.before_call")]
    [InlineData("payments.after_call")]
    [InlineData("payments.recorded")]
    [InlineData("notifications.before_sent")]
    public async Task A_purchase_survives_the_death_of_the_host(string point)
    {
        var data = await NewShop();
        var buyer = new Buyer();
        await using (var dying = await Serve(data, ("TRADEPOST_CRASH_AT", point)))
        {
            await buyer.Prepare(dying.Client, await NewProduct(dying.Client));
            await buyer.TryToBuy(dying.Client);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await dying.Ended(patience.Token);
        }

        await using var shop = await Serve(data);
        await buyer.BuyAgain(shop.Client);
        var order = await Eventually.Is(() => buyer.Order(shop.Client), order =>
            Text(order, "status") == "processing", $"{point}: the order is paid");
        Assert.Equal("paid", Text(order["payment"]!, "status"));
        Assert.Equal(1, await Count(data, "select count(*) from orders.orders"));
        Assert.Equal(1, await Count(data, "select count(*) from demo_gateway.charges where status = 'succeeded'"));
        Assert.Equal(Stock - 2, await Count(data, "select sum(on_hand) from inventory.levels"));
        await Eventually.Is(() => Mails(data), sent => sent == 1, $"{point}: the confirmation is sent");
        await Holds(data);
    }

    [Theory]
    [InlineData("payments.before_refund")]
    [InlineData("payments.after_refund")]
    public async Task Money_of_a_cancelled_order_goes_back_once_though_the_host_dies(string point)
    {
        var data = await NewShop();
        var buyer = new Buyer();
        await using (var dying = await Serve(data, ("TRADEPOST_CRASH_AT", point)))
        {
            await buyer.Prepare(dying.Client, await NewProduct(dying.Client));
            await buyer.TryToBuy(dying.Client);
            await buyer.TryToCancel(dying.Client);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await dying.Ended(patience.Token);
        }

        await using var shop = await Serve(data);
        var order = await Eventually.Is(
            () => buyer.Order(shop.Client), order => Text(order["payment"]!, "status") == "refunded", $"{point}: the money went back");
        Assert.Equal("cancelled", Text(order, "status"));
        Assert.Equal(1, await Count(data, "select count(*) from demo_gateway.refunds"));
        Assert.Equal(Stock, await Count(data, "select sum(on_hand) from inventory.levels"));
        await Holds(data);
    }

    [Theory]
    [InlineData("payments.before_settle")]
    [InlineData("payments.after_settle")]
    public async Task Held_money_is_taken_once_though_the_host_dies(string point)
    {
        var data = await NewShop();
        var buyer = new Buyer();
        (string, string) patient = ("Shop__Payments__Capture", "OnShipment");
        await using (var dying = await Serve(data, patient, ("TRADEPOST_CRASH_AT", point)))
        {
            await buyer.Prepare(dying.Client, await NewProduct(dying.Client));
            await buyer.TryToBuy(dying.Client);
            var order = await buyer.Order(dying.Client);
            Assert.Equal("authorized", Text(order["payment"]!, "status"));
            var owner = await Staff(dying.Client);
            await Assert.ThrowsAnyAsync<HttpRequestException>(
                () => dying.Client.Post($"admin/orders/{Text(order, "id")}/capture", new { }, owner));
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await dying.Ended(patience.Token);
        }

        await using var shop = await Serve(data, patient);
        await Eventually.Is(
            () => buyer.Order(shop.Client), order => Text(order["payment"]!, "status") == "paid", $"{point}: the money is taken");
        Assert.Equal(1, await Count(data, "select count(*) from demo_gateway.charges where status = 'succeeded'"));
        Assert.Equal(1, await Count(data, "select count(*) from payments.ledger_transactions where kind = 'capture'"));
        await Holds(data);
    }

    [Theory]
    [InlineData("returns.closed")]
    [InlineData("payments.after_refund")]
    public async Task Money_of_a_return_goes_back_once_though_the_host_dies(string point)
    {
        var data = await NewShop();
        var buyer = new Buyer();
        await using (var dying = await Serve(data, ("TRADEPOST_CRASH_AT", point)))
        {
            await buyer.Prepare(dying.Client, await NewProduct(dying.Client));
            await buyer.TryToBuy(dying.Client);
            await buyer.TryToReturn(dying.Client, await Staff(dying.Client));
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await dying.Ended(patience.Token);
        }

        await using var shop = await Serve(data);
        var order = await Eventually.Is(
            () => buyer.Order(shop.Client), order => Text(order["payment"]!, "status") == "partiallyRefunded",
            $"{point}: the money went back");
        Assert.Equal("closed", Text(order["returns"]![0]!, "status"));
        Assert.Equal(1, await Count(data, "select count(*) from demo_gateway.refunds"));
        Assert.Equal(Stock - 1, await Count(data, "select sum(on_hand) from inventory.levels"));
        await Holds(data);
    }

    [Fact]
    public async Task Verify_finds_what_somebody_broke_on_purpose()
    {
        var data = await NewShop();
        await using (var shop = await Serve(data))
        {
            var buyer = new Buyer();
            await buyer.Prepare(shop.Client, await NewProduct(shop.Client));
            await buyer.TryToBuy(shop.Client);
            await Holds(data);
        }

        // What no code of the shop can do: switch the guards off and lose a unit.
        await Count(data,
            "set session_replication_role = replica; update inventory.levels set on_hand = on_hand - 1 where on_hand > 0; select 0");
        var (status, output) = await ShopProcess.Run(["verify", "--data", data]);
        Assert.Equal(1, status);
        Assert.Contains("BROKEN", output, StringComparison.Ordinal);
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static async Task Holds(string data)
    {
        var (status, output) = await ShopProcess.Run(["verify", "--data", data]);
        Assert.True(status == 0, output);
    }

    private static Task<long> Mails(string data) =>
        Count(data, "select count(*) from notifications.mails where kind like '%confirm%' and status = 'sent'");

    private static async Task<long> Count(string data, string sql)
    {
        await using var server = await PostgresCluster.JoinAsync(
            new PostgresClusterOptions { DataDirectory = data }, NullLogger.Instance, CancellationToken.None);
        await using var connection = new NpgsqlConnection(server.ConnectionStringFor("tradepost") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task<ShopProcess> Serve(string data, params (string Name, string Value)[] environment) =>
        ShopProcess.Start(["--port", "0", "--empty", "--data", data],
            environment.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));

    private static async Task<string> NewProduct(HttpClient client)
    {
        var product = await client.Post(
            "admin/products", new { name = "Lamp", price = new { minor = 4900, currency = "USD" }, sku = "LAMP", stock = Stock },
            await Staff(client));
        return Text(product.Is(201).Json["variants"]![0]!, "id");
    }

    private static async Task<(string Name, string Value)> Staff(HttpClient client)
    {
        var session = await client.Post("auth/login", new { email = "owner@example.com", password = Password });
        return ("Authorization", $"Bearer {Text(session.Is(200).Json, "accessToken")}");
    }

    private async Task<string> NewShop()
    {
        var data = Path.Combine(cluster.Folder, Guid.CreateVersion7().ToString("N"));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TRADEPOST_ADMIN_PASSWORD"] = Password };
        var (status, output) = await ShopProcess.Run(["admin", "create", "owner@example.com", "--data", data], environment);
        Assert.True(status == 0, output);
        return data;
    }
}
