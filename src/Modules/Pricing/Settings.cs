using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing;

/// <summary>What edits of taxes and shipping methods have in common.</summary>
internal static class Settings
{
    /// <summary>The remembered tables are dropped under this name.</summary>
    public const string Tag = "pricing";

    /// <summary>
    /// A named write in which a second record of the same name is refused: the unique index decides, so two at once can't both win.
    /// </summary>
    public static async Task<Outcome<T>> Write<T>(
        Database db, string name, Func<Tx, Task<Outcome<T>>> work, ErrorCode taken, CancellationToken cancel)
    {
        try
        {
            return await db.Write(name, work, cancel);
        }
        catch (DbUpdateException failure)
            when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return taken.Refuse();
        }
    }
}
