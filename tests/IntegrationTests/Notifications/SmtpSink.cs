using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tradepost.IntegrationTests.Notifications;

/// <summary>A small real mail server: speaks SMTP on a port of its own, keeps what it is given, refuses on demand.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    /// <summary>Listens.</summary>
    public SmtpSink()
    {
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Its port.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Mails taken, as they came: headers and body.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>Answers to RCPT TO, by recipient, instead of 250. Each is given once.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<string>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>The mails to one recipient.</summary>
    public IReadOnlyList<string> To(string recipient) =>
        [.. Taken.Where(mail => mail.Contains($"\nTo: {recipient}\n", StringComparison.OrdinalIgnoreCase))];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Converse(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Converse(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink.example ESMTP");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go ahead");
                Taken.Enqueue(await Message(reader));
            }

            await writer.WriteLineAsync(AnswerTo(verb, line));
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private string AnswerTo(string verb, string line) => verb switch
    {
        "EHLO" or "HELO" => "250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8",
        "RCPT" when Answers.TryGetValue(line.Split('<', '>')[1], out var answers) && answers.TryDequeue(out var answer) => answer,
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    private async Task<string> Message(StreamReader reader)
    {
        var message = new StringBuilder("\n");
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            message.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return message.ToString();
    }
}
