using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Tradepost.Benchmarks;

/// <summary>
/// One keep-alive connection that costs the measured machine little: it writes a prepared request and reads the answer's status and body.
/// </summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string host;
    private byte[] buffer = new byte[64 * 1024];
    private int filled;

    public RawClient(Uri server)
    {
        host = server.Authority;
        socket.Connect(server.Host, server.Port);
    }

    /// <summary>A request ready to be sent again and again.</summary>
    public static byte[] Prepare(Uri server, string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var text = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: {server.Authority}\r\n");
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (body is not null)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("\r\n").Append(body).ToString());
    }

    /// <summary>Sends and reads; answers the status and, when wanted, the body.</summary>
    public async Task<(int Status, string Body)> Send(byte[] request, bool wantBody = false)
    {
        await socket.SendAsync(request);
        filled = 0;
        int headerEnd;
        while ((headerEnd = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await Fill();
        }

        var head = Encoding.ASCII.GetString(buffer, 0, headerEnd);
        var status = int.Parse(head.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var start = headerEnd + 4;
        var body = head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
            ? await Chunks(start, wantBody)
            : await Whole(start, Length(head), wantBody);
        return (status, body);
    }

    /// <summary>Prepares and sends at once.</summary>
    public Task<(int Status, string Body)> Call(string method, string path, string? body = null,
        params (string Name, string Value)[] headers) =>
        Send(Prepare(new Uri("http://" + host), method, path, body, headers), wantBody: true);

    public void Dispose() => socket.Dispose();

    private static int Length(string head)
    {
        const string Name = "Content-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 0;
        }

        var end = head.IndexOf('\r', at);
        return int.Parse(end < 0 ? head.AsSpan(at + Name.Length)
            : head.AsSpan(at + Name.Length, end - at - Name.Length), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private async Task<string> Whole(int start, int length, bool wanted)
    {
        while (filled < start + length)
        {
            await Fill();
        }

        return wanted ? Encoding.UTF8.GetString(buffer, start, length) : "";
    }

    private async Task<string> Chunks(int start, bool wanted)
    {
        var text = new StringBuilder();
        while (true)
        {
            int lineEnd;
            while ((lineEnd = buffer.AsSpan(start, filled - start).IndexOf("\r\n"u8)) < 0)
            {
                await Fill();
            }

            var size = int.Parse(Encoding.ASCII.GetString(buffer, start, lineEnd), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var data = start + lineEnd + 2;
            while (filled < data + size + 2)
            {
                await Fill();
            }

            if (size == 0)
            {
                return text.ToString();
            }

            if (wanted)
            {
                text.Append(Encoding.UTF8.GetString(buffer, data, size));
            }

            start = data + size + 2;
        }
    }

    private async Task Fill()
    {
        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
        filled += read > 0 ? read : throw new IOException("The server closed the connection.");
    }
}
