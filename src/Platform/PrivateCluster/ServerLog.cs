using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>The server's own words: passed on to the log, and the last of them kept to explain a failed start.</summary>
internal sealed class ServerLog(ILogger logger)
{
    private const int Kept = 40;
    private readonly Queue<string> last = new();
    private readonly Lock gate = new();

    public void Add(string? line)
    {
        if (string.IsNullOrEmpty(line))
        {
            return;
        }
        lock (gate)
        {
            last.Enqueue(line);
            if (last.Count > Kept)
            {
                last.Dequeue();
            }
        }
        // An ERROR is a statement that failed: whoever sent it gets an exception and reports it with more knowledge.
        var level = line.StartsWith("PANIC", StringComparison.Ordinal) ? LogLevel.Critical
            : line.StartsWith("WARNING", StringComparison.Ordinal) ? LogLevel.Warning
            : LogLevel.Debug;
        logger.Said(level, line);
    }

    public bool Says(string words) => ToString().Contains(words, StringComparison.Ordinal);

    public override string ToString()
    {
        lock (gate)
        {
            return string.Join('\n', last);
        }
    }
}
