using Microsoft.Extensions.Options;
using Tradepost.Identity.Passwords;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Sessions;

/// <summary>Deletes sessions nobody can carry on any more, links that ran out and failures long forgotten.</summary>
internal sealed class SweepSessions(Database db, IOptions<IdentityOptions> options) : IPeriodicJob
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30); // for a look at what happened

    public string Name => "identity.sweep_sessions";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<int> Run(CancellationToken cancel) => (await db.Write<int>("identity.sweep_sessions", Sweep, cancel)).Value;

    private async Task<Outcome<int>> Sweep(Tx tx)
    {
        var unused = tx.Now - options.Value.SessionTime - Keep;
        return await tx.Execute($"delete from identity.sessions where last_used_at < {unused}")
            + await tx.Execute($"delete from identity.mailed_tokens where expires_at < {tx.Now - Keep}")
            + await tx.Execute($"delete from identity.login_failures where last_failed_at < {tx.Now - Lockout.Memory}");
    }
}
