using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tradepost.Host.Cli;

/// <summary>What the host is started with.</summary>
internal sealed record StartOptions
{
    /// <summary>The port to listen on; 0: any free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Private database, keys, uploads, mailbox.</summary>
    public string Data { get; init; } = ".data";

    /// <summary>No demo shop.</summary>
    public bool Empty { get; init; }

    /// <summary>Production or Development.</summary>
    public string Environment { get; init; } = "Production";

    /// <summary>A database of the owner's own; null: a private one under <see cref="Data"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>What is left after the options: the verb's own arguments.</summary>
    public IReadOnlyList<string> Rest { get; init; } = [];

    /// <summary>Reads the options, or throws <see cref="UsageException"/> saying which is wrong.</summary>
    public static StartOptions Parse(IReadOnlyList<string> args)
    {
        var options = new StartOptions { ConnectionString = System.Environment.GetEnvironmentVariable("ConnectionStrings__Shop") };
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            string Value() => ++i < args.Count ? args[i] : throw new UsageException($"{args[i - 1]} needs a value.");
            switch (args[i])
            {
                case "--port":
                    options = options with { Port = ParsePort(Value()) };
                    break;
                case "--data":
                    options = options with { Data = Value() };
                    break;
                case "--environment":
                    options = options with { Environment = ParseEnvironment(Value()) };
                    break;
                case "--empty":
                    options = options with { Empty = true };
                    break;
                case var unknown when unknown.StartsWith("--", StringComparison.Ordinal):
                    throw new UsageException($"There is no option {unknown}.");
                default:
                    rest.Add(args[i]);
                    break;
            }
        }

        return options with { Rest = rest, Port = options.Port == 0 ? FreePort() : options.Port };
    }

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new UsageException($"--port takes a number from 0 to 65535, not '{text}'.");

    private static string ParseEnvironment(string text) =>
        text is "Production" or "Development" ? text : throw new UsageException(
            $"--environment takes Production or Development, not '{text}'.");

    /// <summary>A port nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

/// <summary>The command line was used wrongly; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);
