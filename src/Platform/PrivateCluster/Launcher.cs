using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// Puts before a command what it needs here: another user when we are root, a group of its own so that Ctrl-C reaches only
/// the host (which stops the server after its last request), and a signal should the host die.
/// </summary>
internal sealed record Launcher(ServerAccount? Account, bool HasSetpriv, bool HasSetsid)
{
    // Lets the server pass through folders closed to it, such as /root or a mktemp folder, without making it root.
    // The last: access(), with which PostgreSQL looks for its own programs, would else not count the right.
    private static readonly string[] Passage =
    [
        "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--securebits=+no_setuid_fixup",
    ];

    private bool NeedsPassage { get; init; }

    /// <summary>Decides how to start the server so that it reaches the data folder and its own program.</summary>
    public static async Task<Launcher> ForAsync(ServerAccount? account, string data, string program, ILogger logger, CancellationToken ct)
    {
        var plain = new Launcher(account, SystemTool.Exists("setpriv"), SystemTool.Exists("setsid"));
        if (account is null)
        {
            if (!plain.HasSetpriv)
            {
                logger.NoDeathSignal();
            }
            return plain;
        }
        if (!plain.HasSetpriv)
        {
            throw new PostgresClusterException(ClusterFault.ToolMissing, "To start PostgreSQL as another user, root needs setpriv: " +
                "apt-get install util-linux. Or start the shop as an ordinary user.");
        }
        if (await plain.ReachesAsync(data, program, ct))
        {
            return plain;
        }
        var passing = plain with { NeedsPassage = true };
        if (!await passing.ReachesAsync(data, program, ct))
        {
            throw Unreachable(account, data, program);
        }
        logger.Passing(data, account.Name);
        return passing;
    }

    /// <summary>A command that soon ends, as the server's user.</summary>
    public ProcessStartInfo Short(string file, params string[] arguments) => Command.Describe([.. Wrapped("KILL", file), .. arguments]);

    /// <summary>The server itself: alone in its group, and stopped by the system when our thread dies.</summary>
    public ProcessStartInfo LongLived(string file, params string[] arguments)
    {
        string[] group = HasSetsid ? ["setsid"] : [];
        return Command.Describe([.. group, .. Wrapped("INT", file), .. arguments]);
    }

    /// <summary>Makes the server's user the owner of the paths.</summary>
    public async Task GiveAsync(string[] paths, CancellationToken ct)
    {
        if (Account is null)
        {
            return;
        }
        var (status, output) = await Command.RunAsync(["chown", "-R", $"{Account.UserId}:{Account.GroupId}", "--", .. paths], ct);
        if (status != 0)
        {
            throw FaultTranslation.FromOutput("chown", output, paths[0]);
        }
    }

    private async Task<bool> ReachesAsync(string data, string program, CancellationToken ct) =>
        (await Command.RunAsync(Short("stat", data + "/."), ct)).Status == 0 &&
        (await Command.RunAsync(Short(program, "--version"), ct)).Status == 0;

    private string[] Wrapped(string signalOnDeath, string file)
    {
        if (!HasSetpriv)
        {
            return [file];
        }
        string[] become = Account is null
            ? []
            : ["--reuid=" + Account.UserId, "--regid=" + Account.GroupId, "--clear-groups", "--no-new-privs"];
        return ["setpriv", .. become, .. NeedsPassage ? Passage : [], "--pdeathsig=" + signalOnDeath, "--", file];
    }

    private static PostgresClusterException Unreachable(ServerAccount account, string data, string program) =>
        new(ClusterFault.NoPermission, $"PostgreSQL does not run as root; as user '{account.Name}' it cannot reach " +
            $"{data} or {program}, because a folder above is closed to it. Choose a reachable place " +
            "(--data /var/lib/tradepost, the code in /srv or /opt), open the way (chmod o+x on the folders above), " +
            "or start the shop as an ordinary user.");
}
