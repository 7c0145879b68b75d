using Microsoft.Extensions.Logging;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.PrivateCluster;

public class HostDeathTests
{
    private static string ClusterIn(TempFolder data) => ClusterFolder.ClusterPath(data.Path, Servers.Binaries.Major);

    [Fact]
    public async Task A_killed_host_takes_its_server_along_and_loses_nothing_committed()
    {
        using var data = new TempFolder();
        await using var host = await SpawnedHost.StartAsync(data.Path);
        await Sql.ScalarAsync(host.ConnectionString, "create table payments (id int); insert into payments values (42)");

        await host.KillAsync();
        await Servers.EndedAsync(host.ServerProcessId);

        await using var next = await Servers.StartAsync(data.Path);
        Assert.Equal(42, await Sql.ScalarAsync(next.ConnectionString, "select id from payments"));
    }

    [Fact]
    public async Task The_next_host_need_not_wait_for_the_killed_one()
    {
        using var data = new TempFolder();
        for (var i = 0; i < 3; i++)
        {
            await using var host = await SpawnedHost.StartAsync(data.Path);
            Assert.Equal("", host.Fault);
            await host.KillAsync();
        }
        await using var next = await Servers.StartAsync(data.Path);
        Assert.Equal(1, await Sql.ScalarAsync(next.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_host_killed_while_it_makes_the_cluster_leaves_nothing_that_the_next_minds()
    {
        using var data = new TempFolder();
        await using (var host = SpawnedHost.Launch(data.Path))
        {
            while (!Directory.EnumerateDirectories(data.Path, "pg*.init-*").Any(d => File.Exists(Path.Combine(d, "PG_VERSION"))))
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
            await host.KillAsync();
        }
        Assert.False(Directory.Exists(ClusterIn(data)));

        await using var next = await Servers.StartAsync(data.Path);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path, "*.init-*"));
        Assert.Equal(1, await Sql.ScalarAsync(next.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_server_left_without_a_host_is_stopped_first()
    {
        using var data = new TempFolder();
        await using (await Servers.StartAsync(data.Path))
        {
        }
        var stray = await StartStrayAsync(data);
        var log = new ListLogger();

        await using var cluster = await Servers.StartAsync(data.Path, logger: log);

        Assert.False(Servers.IsAlive(stray));
        Assert.Contains(log.Lines, l => l.Level == LogLevel.Warning && l.Text.Contains($"process {stray}", StringComparison.Ordinal));
        Assert.Equal(1, await Sql.ScalarAsync(cluster.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task The_terminals_interrupt_reaches_the_host_and_not_the_server()
    {
        using var data = new TempFolder();
        await using var host = await SpawnedHost.StartAsync(data.Path);

        Assert.Equal(host.ServerProcessId, Servers.GroupOf(host.ServerProcessId));
        Assert.NotEqual(Servers.GroupOf(host.ProcessId), Servers.GroupOf(host.ServerProcessId));
    }

    [Fact]
    public async Task A_server_that_dies_by_itself_is_reported_and_one_that_was_stopped_is_not()
    {
        using var data = new TempFolder();
        var log = new ListLogger();
        await using (await Servers.StartAsync(data.Path, logger: log))
        {
        }
        Assert.DoesNotContain(log.Lines, l => l.Level == LogLevel.Critical);

        await using var cluster = await Servers.StartAsync(data.Path, logger: log);
        Shell.Run("kill", "-QUIT", cluster.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Servers.EndedAsync(cluster.ProcessId);
        await log.SaidAsync(LogLevel.Critical, "ended by itself");
    }

    private static async Task<int> StartStrayAsync(TempFolder data)
    {
        var ct = TestContext.Current.CancellationToken;
        var account = await ServerAccount.ForAsync(ClusterIn(data), ct);
        var launcher = await Launcher.ForAsync(account, data.Path, Servers.Binaries.Server, new ListLogger(), ct);
        var arguments = ServerSettings.Arguments(ClusterIn(data), ServerProbe.FreePort(), new Dictionary<string, string>(), 1 << 30);
        var command = launcher.LongLived(Servers.Binaries.Server, arguments);
        Assert.True(command.ArgumentList.Remove("--pdeathsig=INT"), "expected a server that is told of its host's death");
        var (process, _) = await ParentThread.StartAsync(command);
        while (PostmasterFile.OfRunning(ClusterIn(data)) is null)
        {
            await Task.Delay(10, ct);
        }
        return process.Id;
    }
}
