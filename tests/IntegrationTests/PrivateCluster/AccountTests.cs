using Npgsql;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.PrivateCluster;

/// <summary>Who runs the server, and what happens where that user may not go.</summary>
public class AccountTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static string NobodyWarning => "needs root, to become other users";

    [Fact]
    public async Task As_root_the_server_runs_as_somebody_else_and_owns_only_its_own_folder()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NobodyWarning);
        using var data = new TempFolder();
        await using var cluster = await Servers.StartAsync(data.Path);

        Assert.NotEqual("0", Servers.UserOf(cluster.ProcessId));
        Assert.Equal("root", Owner(data.Path));
        Assert.NotEqual("root", Owner(ClusterFolder.ClusterPath(data.Path, Servers.Binaries.Major)));
    }

    [Fact]
    public async Task As_root_a_folder_closed_to_others_works_too()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NobodyWarning);
        using var closed = new TempFolder();
        File.SetUnixFileMode(closed.Path, OwnerOnly);
        await using (var cluster = await Servers.StartAsync(closed["shop"]))
        {
            Assert.NotEqual("0", Servers.UserOf(cluster.ProcessId));
            await Sql.ScalarAsync(cluster.ConnectionString, "create table orders (id int)");
        }
        await using var host = await SpawnedHost.StartAsync(closed["shop"]);
        await host.KillAsync();
        await Servers.EndedAsync(host.ServerProcessId); // The signal at the host's death comes with the extra right, too.
    }

    [Fact]
    public async Task As_root_a_clone_closed_to_others_works_with_the_programs_inside_it()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NobodyWarning);
        using var clone = new TempFolder(onDisk: true);
        var place = HostPlace.CopyTo(clone);
        File.SetUnixFileMode(clone.Path, OwnerOnly);

        await using var cluster = await Servers.StartAsync(clone["shop"], bin: place.PostgresBin);

        Assert.NotEqual("0", Servers.UserOf(cluster.ProcessId));
        Assert.Equal(1, await Sql.ScalarAsync(cluster.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task The_right_to_pass_through_is_no_right_to_write()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NobodyWarning);
        using var closed = new TempFolder();
        File.SetUnixFileMode(closed.Path, OwnerOnly);
        await using var cluster = await Servers.StartAsync(closed["shop"]);

        var copy = $"copy (select 'mine') to '{closed["keys"]}'";
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.ScalarAsync(cluster.ConnectionString, copy));
        Assert.Contains("Permission denied", refusal.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_root_without_that_right_the_closed_folder_is_named_with_ways_out()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NobodyWarning);
        using var closed = new TempFolder();
        File.SetUnixFileMode(closed.Path, OwnerOnly);

        await using var host = await SpawnedHost.StartAsync(closed["shop"], through: ["setpriv", "--bounding-set=-dac_read_search"]);

        Assert.StartsWith(ClusterFault.NoPermission, host.Fault, StringComparison.Ordinal);
        Assert.Contains(closed["shop"], host.Fault, StringComparison.Ordinal);
        Assert.Contains("--data", host.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_made_by_an_ordinary_user_is_served_as_that_user_when_root_starts_it()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NobodyWarning);
        using var place = new TempFolder(onDisk: true);
        var user = await OrdinaryUser.PrepareAsync(place);
        await using (var host = await user.StartAsync())
        {
            Assert.Equal("", host.Fault);
        }
        await using var cluster = await Servers.StartAsync(user.Data, bin: user.Place.PostgresBin);
        Assert.Equal(user.Number, Servers.UserOf(cluster.ProcessId));
    }

    [Fact]
    public async Task An_ordinary_user_runs_the_server_and_takes_it_along_when_killed()
    {
        using var place = new TempFolder(onDisk: true);
        var user = await OrdinaryUser.PrepareAsync(place);
        await using var host = await user.StartAsync();

        Assert.Equal(user.Number, Servers.UserOf(host.ServerProcessId));
        Assert.Equal(1, await Sql.ScalarAsync(host.ConnectionString, "select 1"));
        await host.KillAsync();
        await Servers.EndedAsync(host.ServerProcessId);
    }

    [Fact]
    public async Task An_ordinary_user_needs_neither_setpriv_nor_setsid()
    {
        using var place = new TempFolder(onDisk: true);
        var user = await OrdinaryUser.PrepareAsync(place);
        Directory.CreateDirectory(place["tools"]);
        foreach (var tool in new[] { "sh", "id", "stat" })
        {
            File.CreateSymbolicLink(Path.Combine(place["tools"], tool), Shell.Run("which", tool).Trim());
        }
        int left;
        await using (var host = await user.StartAsync(path: place["tools"]))
        {
            Assert.Equal(1, await Sql.ScalarAsync(host.ConnectionString, "select 1"));
            left = host.ServerProcessId;
            await host.KillAsync();
        }
        Assert.True(Servers.IsAlive(left)); // Nothing tells the server of its host's death …
        await using var next = await user.StartAsync(path: place["tools"]);
        Assert.Equal("", next.Fault);
        Assert.False(Servers.IsAlive(left)); // … so the next host stops it.
    }

    [Fact]
    public async Task A_folder_that_the_user_may_not_write_is_named()
    {
        using var place = new TempFolder(onDisk: true);
        var user = await OrdinaryUser.PrepareAsync(place);
        Shell.Run("chmod", "0555", user.Data);

        await using var host = await user.StartAsync();

        Assert.StartsWith(ClusterFault.NoPermission, host.Fault, StringComparison.Ordinal);
        Assert.Contains(user.Data, host.Fault, StringComparison.Ordinal);
        Shell.Run("chmod", "0755", user.Data);
    }

    [Fact]
    public async Task A_cluster_of_another_user_is_not_opened()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NobodyWarning);
        using var place = new TempFolder(onDisk: true);
        var user = await OrdinaryUser.PrepareAsync(place);
        await using (await user.StartAsync())
        {
        }
        Shell.Run("chown", "-R", "root:root", ClusterFolder.ClusterPath(user.Data, Servers.Binaries.Major));

        await using var host = await user.StartAsync();

        Assert.StartsWith(ClusterFault.NoPermission, host.Fault, StringComparison.Ordinal);
    }

    private static string Owner(string path) => Shell.Run("stat", "-c", "%U", path).Trim();

    /// <summary>Ourselves; or when we are root, the account that PostgreSQL would get.</summary>
    private sealed record OrdinaryUser(string Number, string[] Become, HostPlace Place, string Data)
    {
        public static async Task<OrdinaryUser> PrepareAsync(TempFolder folder)
        {
            var account = await ServerAccount.ForAsync("/nowhere", TestContext.Current.CancellationToken);
            var place = HostPlace.CopyTo(folder);
            var data = folder["shop"];
            Directory.CreateDirectory(data);
            if (account is null)
            {
                return new(Shell.Run("id", "-u").Trim(), [], place, data);
            }
            Shell.Run("chown", $"{account.UserId}:{account.GroupId}", data);
            var setpriv = Shell.Run("which", "setpriv").Trim();
            return new(account.UserId, [setpriv, "--reuid=" + account.UserId, "--regid=" + account.GroupId, "--clear-groups"], place, data);
        }

        public Task<SpawnedHost> StartAsync(string? path = null) => SpawnedHost.StartAsync(Data, Place, Become, path);
    }
}
