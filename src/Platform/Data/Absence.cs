using System.Net.Sockets;
using Npgsql;

namespace Tradepost.Platform.Data;

/// <summary>
/// Tells failures of the connection from failures of what was asked: the database is away, was restarted, or the line broke. Nothing is
/// wrong with the work then, and unless its commit was under way none of it happened.
/// </summary>
internal static class Absence
{
    public static bool Is(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresException refused:
                    return IsAway(refused.SqlState);
                case NpgsqlException { InnerException: IOException or SocketException }:
                    return true;
            }
        }

        return false;
    }

    private static bool IsAway(string state) => state
        is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        || state.StartsWith("08", StringComparison.Ordinal);
}
