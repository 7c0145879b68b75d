using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Tradepost.IntegrationTests.PrivateCluster;

/// <summary>Keeps what was logged.</summary>
internal sealed class ListLogger : ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

    public async Task SaidAsync(LogLevel level, string words)
    {
        bool Said() => Lines.Any(l => l.Level == level && l.Text.Contains(words, StringComparison.Ordinal));
        for (var i = 0; i < 250 && !Said(); i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.True(Said(), $"no {level} line says '{words}'");
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, formatter(state, exception)));
}
