using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.Benchmarks;

/// <summary>The shop as its own process in Release, on a private PostgreSQL with its usual settings, with 10,000 products.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const int Products = 10_000;
    private const string Password = "bench-password-of-no-worth-1";
    private readonly PostgresCluster cluster;
    private readonly string folder;
    private readonly List<Process> processes = [];
    private string adminToken = "";

    private Shop(PostgresCluster cluster, string folder, int port)
    {
        this.cluster = cluster;
        this.folder = folder;
        Server = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Server { get; }

    public string ConnectionString => cluster.ConnectionString;

    public string Folder => folder;

    public string AdminToken => adminToken;

    public static async Task<Shop> Open()
    {
        var folder = Directory.CreateTempSubdirectory("tradepost-bench-").FullName;
        var cluster = await PostgresCluster.StartAsync(
            new PostgresClusterOptions { DataDirectory = Path.Combine(folder, "cluster") }, NullLogger.Instance, CancellationToken.None);
        var shop = new Shop(cluster, folder, FreePort());
        var connection = await cluster.EnsureDatabaseAsync("shop", CancellationToken.None);
        await shop.Verb(connection, ["import", await shop.WriteProducts()]);
        await shop.Verb(connection, ["admin", "create", "bench@example.com"]);
        await shop.Start(connection);
        await shop.SignIn();
        return shop;
    }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public async Task<JsonNode> Call(string method, string path, string? body = null, bool asAdmin = false,
        params (string Name, string Value)[] headers)
    {
        using var client = new RawClient(Server);
        var all = asAdmin ? [.. headers, ("Authorization", $"Bearer {adminToken}")] : headers;
        var (status, text) = await client.Call(method, "/api/v1/" + path, body, all);
        return status < 300 ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{method} {path} answered {status}: {text}");
    }

    /// <summary>Starts another program of the run, stopped with the rest.</summary>
    public Process Launch(IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        command.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        processes.Add(process);
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Where(process => !process.HasExited))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Host => Path.Combine(AppContext.BaseDirectory, "Tradepost.Host.dll");

    private static Dictionary<string, string> Environment(string connection) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Shop"] = connection,
        ["TRADEPOST_ADMIN_PASSWORD"] = Password,
        ["Logging__LogLevel__Default"] = "Warning",
        ["Logging__LogLevel__Tradepost"] = "Warning",
    };

    private async Task Verb(string connection, string[] words)
    {
        using var process = Launch(["dotnet", Host, .. words, "--data", Path.Combine(folder, "data")], Environment(connection));
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{words[0]} failed: {output}");
        }

        processes.Remove(process);
    }

    private async Task Start(string connection)
    {
        var port = Server.Port.ToString(CultureInfo.InvariantCulture);
        var process = Launch(["dotnet", Host, "serve", "--empty", "--port", port, "--data", Path.Combine(folder, "data")],
            Environment(connection));
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Tradepost is ready", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("The shop did not start.");
    }

    private async Task SignIn()
    {
        var answer = await Call("POST", "auth/login", $$"""{"email":"bench@example.com","password":"{{Password}}"}""");
        adminToken = answer["accessToken"]!.GetValue<string>();
    }

    // Words are drawn so that searches find some, many or none: like a catalogue, not like noise.
    private async Task<string> WriteProducts()
    {
        string[] kinds = ["Laptop", "Monitor", "Keyboard", "Mouse", "Router", "Printer", "Camera", "Headphones", "Tablet", "Charger"];
        string[] brands = ["Aldra", "Borea", "Cintra", "Dovel", "Estrin", "Faro", "Galen", "Hythe"];
        string[] traits = ["wireless", "compact", "professional", "silent", "bright", "rugged", "slim", "fast", "portable", "ergonomic"];
        var path = Path.Combine(folder, "products.jsonl");
        await using var writer = new StreamWriter(path);
        for (var i = 0; i < Products; i++)
        {
            var (kind, brand, trait) = (kinds[i % kinds.Length], brands[i / 7 % brands.Length], traits[i / 3 % traits.Length]);
            var half = i / 10 % 2 == 0 ? "Home" : "Office";
            await writer.WriteLineAsync(new JsonObject
            {
                ["id"] = $"bench-{i}",
                ["title"] = $"{brand} {trait} {kind.ToLowerInvariant()} model {i % 997}",
                ["description"] =
                    $"A {trait} {kind.ToLowerInvariant()} for {half.ToLowerInvariant()} use, series {i % 41}. Built by {brand}.",
                ["brand"] = brand,
                ["categories"] = new JsonArray(half, $"{half} {kind}s"),
                ["price_cents"] = 995 + (i * 37 % 90_000),
                ["currency"] = "USD",
                ["stock"] = 100_000,
                ["weight_g"] = 200 + (i % 3000),
                ["attributes"] = new JsonObject { ["Colour"] = i % 2 == 0 ? "Black" : "Silver", ["Warranty"] = $"{1 + (i % 3)} years" },
            }.ToJsonString());
        }

        return path;
    }
}
