using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>Every line the launcher logs.</summary>
internal static partial class ClusterLog
{
    [LoggerMessage(LogLevel.Debug, "Using PostgreSQL {Major} in {Directory}")]
    public static partial void Chosen(this ILogger logger, int major, string directory);

    [LoggerMessage(LogLevel.Information, "Making a new PostgreSQL {Major} cluster in {Folder}")]
    public static partial void Making(this ILogger logger, int major, string folder);

    [LoggerMessage(LogLevel.Information, "PostgreSQL {Major} runs on port {Port} (process {ProcessId}), ready after {Milliseconds} ms")]
    public static partial void Ready(this ILogger logger, int major, int port, int processId, long milliseconds);

    [LoggerMessage(LogLevel.Information, "{Folder} is closed to '{Account}' from above: the server gets the right to read through")]
    public static partial void Passing(this ILogger logger, string folder, string account);

    [LoggerMessage(LogLevel.Information, "No setpriv (util-linux) here: if this host is killed, its database runs on until the next start")]
    public static partial void NoDeathSignal(this ILogger logger);

    [LoggerMessage(LogLevel.Warning, "A database server (process {ProcessId}) was left over from a host that died: stopping it first")]
    public static partial void Stray(this ILogger logger, int processId);

    [LoggerMessage(LogLevel.Critical, "The private database server ended by itself. Its last words:\n{LastWords}")]
    public static partial void Ended(this ILogger logger, string lastWords);

    [LoggerMessage("PostgreSQL: {Line}")]
    public static partial void Said(this ILogger logger, LogLevel level, string line);
}
