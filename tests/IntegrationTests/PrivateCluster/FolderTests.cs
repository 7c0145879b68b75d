using System.Globalization;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.PrivateCluster;

public class FolderTests
{
    private static readonly int Major = Servers.Binaries.Major;

    [Fact]
    public async Task A_second_host_is_refused_and_told_who_holds_the_folder()
    {
        using var data = new TempFolder();
        await using var host = await SpawnedHost.StartAsync(data.Path);

        var refusal = await Servers.RefusalAsync(data.Path);

        Assert.Equal(ClusterFault.FolderInUse, refusal.Code);
        Assert.Contains(data.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"process {host.ProcessId})", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Sql.ScalarAsync(host.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Of_two_hosts_that_start_at_once_on_a_new_folder_one_gets_it()
    {
        using var data = new TempFolder();
        var hosts = await Task.WhenAll(SpawnedHost.StartAsync(data.Path), SpawnedHost.StartAsync(data.Path));
        await using var one = hosts[0];
        await using var two = hosts[1];

        var refused = Assert.Single(hosts, h => h.Fault.Length > 0);
        Assert.StartsWith(ClusterFault.FolderInUse, refused.Fault, StringComparison.Ordinal);
        Assert.Equal(1, await Sql.ScalarAsync(hosts.Single(h => h.Fault.Length == 0).ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_command_joins_the_server_of_a_running_shop_and_leaves_it_running()
    {
        using var data = new TempFolder();
        await using var host = await SpawnedHost.StartAsync(data.Path);
        await using (var joined = await Servers.JoinAsync(data.Path))
        {
            Assert.False(joined.Owned);
            Assert.Equal(host.ServerProcessId, joined.ProcessId);
            Assert.Equal(1, await Sql.ScalarAsync(joined.ConnectionString, "select 1"));
        }
        Assert.Equal(1, await Sql.ScalarAsync(host.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_command_that_comes_while_the_shop_starts_waits_for_its_server()
    {
        using var data = new TempFolder();
        await using var host = SpawnedHost.Launch(data.Path);
        while (!File.Exists(data["cluster.holder"]))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        await using var joined = await Servers.JoinAsync(data.Path);
        Assert.False(joined.Owned);
        Assert.Equal(1, await Sql.ScalarAsync(joined.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_command_waits_for_another_command_instead_of_losing_its_server_with_it()
    {
        using var data = new TempFolder();
        var first = await Servers.JoinAsync(data.Path);
        var second = Servers.JoinAsync(data.Path);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await using var cluster = await second;
        Assert.True(cluster.Owned);
        Assert.Equal(1, await Sql.ScalarAsync(cluster.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_command_starts_the_server_itself_when_no_shop_runs()
    {
        using var data = new TempFolder();
        await using var joined = await Servers.JoinAsync(data.Path);
        Assert.True(joined.Owned);
        Assert.Equal(1, await Sql.ScalarAsync(joined.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_folder_that_is_no_whole_cluster_is_refused_and_left_alone()
    {
        using var data = new TempFolder();
        var cluster = ClusterFolder.ClusterPath(data.Path, Major);
        Directory.CreateDirectory(cluster);
        var precious = Path.Combine(cluster, "precious");
        await File.WriteAllTextAsync(precious, "orders", TestContext.Current.CancellationToken);

        var refusal = await Servers.RefusalAsync(data.Path);

        Assert.Equal(ClusterFault.FolderDamaged, refusal.Code);
        Assert.True(File.Exists(precious));
    }

    [Fact]
    public async Task An_empty_folder_of_that_name_is_filled()
    {
        using var data = new TempFolder();
        Directory.CreateDirectory(ClusterFolder.ClusterPath(data.Path, Major));
        await using var cluster = await Servers.StartAsync(data.Path);
        Assert.Equal(1, await Sql.ScalarAsync(cluster.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_shop_of_another_major_version_is_named_and_not_replaced()
    {
        using var data = new TempFolder();
        Directory.CreateDirectory(data["pg9"]);
        await File.WriteAllTextAsync(Path.Combine(data["pg9"], "PG_VERSION"), "9", TestContext.Current.CancellationToken);

        var refusal = await Servers.RefusalAsync(data.Path);

        Assert.Equal(ClusterFault.OtherMajorVersion, refusal.Code);
        Assert.Contains("PostgreSQL 9", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(ClusterFolder.ClusterPath(data.Path, Major)));
    }

    [Fact]
    public async Task A_shop_made_by_another_installed_version_keeps_that_version()
    {
        var other = await OtherInstalledAsync();
        Assert.SkipWhen(other is null, "only one major version of PostgreSQL is installed");
        using var data = new TempFolder();
        await using (await Servers.StartAsync(data.Path, bin: other!.Directory))
        {
        }
        await using var cluster = await Servers.StartAsync(data.Path);
        var version = (string)(await Sql.ScalarAsync(cluster.ConnectionString, "show server_version_num"))!;
        Assert.Equal(other.Major, int.Parse(version, CultureInfo.InvariantCulture) / 10000);
    }

    private static async Task<PostgresBinaries?> OtherInstalledAsync()
    {
        foreach (var place in BinaryLocator.Known([AppContext.BaseDirectory]))
        {
            var binaries = await PostgresBinaries.InspectAsync(place, TestContext.Current.CancellationToken);
            if (binaries.Major != Major)
            {
                return binaries;
            }
        }
        return null;
    }
}
