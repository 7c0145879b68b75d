using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>Everything a run needs: the database and the wire to it, the hosts, the bank, goods on the shelves, and people.</summary>
internal sealed class Town : IAsyncDisposable
{
    private const string Password = "chaos-password-of-no-worth-1";
    private const int Products = 12;
    private const int Customers = 4;
    private readonly string folder;
    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);
    private PostgresCluster cluster = null!;
    private int taken;
    private long opened;
    private volatile bool through;

    private Town(ChaosPlan plan, string folder) => (Plan, this.folder) = (plan, folder);

    public ChaosPlan Plan { get; }

    public Diary Diary { get; } = new();

    public IReadOnlyList<Node> Nodes { get; private set; } = [];

    public Bank Bank { get; private set; } = null!;

    public DatabaseLine Line { get; private set; } = null!;

    /// <summary>What is sold, with the units there were at the beginning.</summary>
    public Dictionary<Guid, int> Shelf { get; } = [];

    /// <summary>The first few shoppers have an account each.</summary>
    public List<(string Name, string Value)> Accounts { get; } = [];

    public (string Name, string Value) Owner { get; private set; }

    public static async Task<Town> Build(ChaosPlan plan)
    {
        var town = new Town(plan, Directory.CreateTempSubdirectory("tradepost-chaos-").FullName);
        try
        {
            await town.StartDatabase();
            await town.Open();
            await town.Furnish();
            town.opened = Stopwatch.GetTimestamp();
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every kind of blow has fallen.</summary>
    public bool Through { get => through; set => through = value; }

    /// <summary>The database was killed at some time.</summary>
    public bool DatabaseDied { get; private set; }

    /// <summary>Purchases begun.</summary>
    public int Begun => taken;

    /// <summary>Whether another purchase is to be made: as many as were planned, and on until every blow has fallen.</summary>
    public bool TakeTurn()
    {
        if (Through && taken >= Plan.Purchases && Stopwatch.GetElapsedTime(opened) >= Plan.Lasting)
        {
            return false;
        }

        Interlocked.Increment(ref taken);
        return true;
    }

    /// <summary>Past the wire, for looking: works whenever the database does.</summary>
    public async Task<List<T>> Query<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionStringFor("tradepost") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The database ends, gently or by SIGKILL, is away for a while, and comes back on another port.</summary>
    public async Task RestartDatabase(bool gently, TimeSpan away)
    {
        if (!gently)
        {
            DatabaseDied = true;
            using var process = Process.GetProcessById(cluster.ProcessId);
            process.Kill();
            await process.WaitForExitAsync();
        }

        await cluster.DisposeAsync();
        Line.To = 0;
        Line.Cut();
        await Task.Delay(away);
        await StartDatabase();
        Line.To = new NpgsqlConnectionStringBuilder(cluster.ConnectionString).Port;
    }

    /// <summary>The shop's own judgement of its books.</summary>
    public Task<(int Status, string Output)> Verify() => Node.Run(["verify", "--data", Path.Combine(folder, "data")], environment);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Nodes.Select(node => node.DisposeAsync().AsTask()));
        if (Bank is not null)
        {
            await Bank.DisposeAsync();
        }

        if (Line is not null)
        {
            await Line.DisposeAsync();
        }

        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    // The machine does not fail in a run, only processes do: what was written is there without waiting for the disk.
    private async Task StartDatabase()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["fsync"] = "off" };
        var options = new PostgresClusterOptions { DataDirectory = Path.Combine(folder, "cluster"), Settings = settings };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                cluster = await PostgresCluster.StartAsync(options, NullLogger.Instance, CancellationToken.None);
                return;
            }
            catch (PostgresClusterException) when (attempt < 20)
            {
                await Task.Delay(250); // children of the killed server may hold its memory for a moment
            }
        }
    }

    private async Task Open()
    {
        var direct = new NpgsqlConnectionStringBuilder(await cluster.EnsureDatabaseAsync("tradepost", CancellationToken.None));
        Line = new(direct.Port);
        var bankPort = FreePort();
        environment["ConnectionStrings__Shop"] =
            new NpgsqlConnectionStringBuilder(direct.ConnectionString) { Port = Line.Port, MaxPoolSize = 40 }.ConnectionString;
        environment["TRADEPOST_ADMIN_PASSWORD"] = Password;
        environment["Shop__ReservationTime"] = Plan.ReservationTime.ToString("c");
        environment["Identity__AccessTokenTime"] = "05:00:00";
        environment["DemoGateway__Url"] = $"http://127.0.0.1:{bankPort}";
        environment["Logging__LogLevel__Default"] = "Warning";
        environment["Logging__LogLevel__Tradepost"] = "Warning";
        var data = Path.Combine(folder, "data");
        var (status, output) = await Node.Run(["admin", "create", "owner@example.com", "--data", data], environment);
        if (status != 0)
        {
            throw new InvalidOperationException(output);
        }

        Nodes = [.. Enumerable.Range(0, Plan.Nodes).Select(_ => new Node(data, FreePort(), environment))];
        var secret = (await File.ReadAllTextAsync(Path.Combine(data, "keys", "demo-gateway-webhook-secret"))).Trim();
        Bank = await Bank.Open(bankPort, secret, [.. Nodes.Select(node => node.Address)], Plan);
        foreach (var node in Nodes)
        {
            node.Start();
        }

        await Task.WhenAll(Nodes.Select(node => node.Ready)).WaitAsync(TimeSpan.FromSeconds(120));
    }

    private async Task Furnish()
    {
        using var line = new Telephone(this, Plan.Draw(100));
        Owner = await SignIn(line, "owner@example.com");
        var draw = Plan.Draw(99);
        for (var i = 0; i < Products; i++)
        {
            // Two of them run out on the way: refusals and returned units are part of it.
            var stock = i < 2 ? Math.Max(4, Plan.Purchases / 20) : Plan.Purchases * 4;
            var product = await line.Insist("POST", "admin/products", new JsonObject
            {
                ["name"] = $"Thing {i}", ["sku"] = $"THING-{i}", ["stock"] = stock, ["weightGrams"] = 200 + (i * 50),
                ["price"] = new JsonObject { ["minor"] = draw.Next(500, 20_000), ["currency"] = "USD" },
            }, Owner);
            Shelf[product.Json["variants"]![0]!["id"]!.GetValue<Guid>()] = stock;
        }

        for (var i = 0; i < Customers; i++)
        {
            var email = $"customer{i}@example.com";
            await line.Insist("POST", "auth/register", new JsonObject
            {
                ["email"] = email, ["password"] = Password, ["firstName"] = "Cleo", ["lastName"] = "Customer",
            });
            Accounts.Add(await SignIn(line, email));
        }
    }

    private static async Task<(string Name, string Value)> SignIn(Telephone line, string email)
    {
        var session = await line.Insist("POST", "auth/login", new JsonObject { ["email"] = email, ["password"] = Password });
        return ("Authorization", $"Bearer {session.Json["accessToken"]!.GetValue<string>()}");
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
