using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.PrivateCluster;

public class StartTests
{
    [Fact]
    public async Task A_new_folder_gets_a_server_that_only_this_machine_reaches_and_only_with_the_password()
    {
        using var data = new TempFolder();
        await using var cluster = await Servers.StartAsync(data.Path);

        Assert.Equal("127.0.0.1", await Sql.ScalarAsync(cluster.ConnectionString, "show listen_addresses"));
        Assert.Equal("", await Sql.ScalarAsync(cluster.ConnectionString, "show unix_socket_directories"));
        var wrong = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Password = "guess" };
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.ScalarAsync(wrong.ConnectionString, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task The_password_is_long_and_lies_in_a_file_for_its_owner_only_and_differs_between_shops()
    {
        using var one = new TempFolder();
        using var two = new TempFolder();
        await using var first = await Servers.StartAsync(one.Path);
        await using var second = await Servers.StartAsync(two.Path);

        var file = Path.Combine(ClusterFolder.ClusterPath(one.Path, Servers.Binaries.Major), Credentials.File);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var passwords = new[] { first, second }.Select(c => new NpgsqlConnectionStringBuilder(c.ConnectionString).Password).ToArray();
        Assert.NotEqual(passwords[0], passwords[1]);
        Assert.All(passwords, p => Assert.Equal(48, p!.Length));
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart()
    {
        using var data = new TempFolder();
        await using (var cluster = await Servers.StartAsync(data.Path))
        {
            await Sql.ScalarAsync(cluster.ConnectionString, "create table orders (id int); insert into orders values (7)");
        }
        await using var again = await Servers.StartAsync(data.Path);
        Assert.Equal(7, await Sql.ScalarAsync(again.ConnectionString, "select id from orders"));
    }

    [Fact]
    public async Task Disposing_stops_the_server_in_good_order()
    {
        using var data = new TempFolder();
        var cluster = await Servers.StartAsync(data.Path);
        await cluster.DisposeAsync();

        Assert.False(Servers.IsAlive(cluster.ProcessId));
        Assert.False(File.Exists(Path.Combine(ClusterFolder.ClusterPath(data.Path, Servers.Binaries.Major), "postmaster.pid")));
        await cluster.DisposeAsync(); // A second time is no error.
    }

    [Fact]
    public async Task The_server_is_safe_by_default_and_takes_other_settings()
    {
        using var data = new TempFolder();
        var settings = new Dictionary<string, string> { ["work_mem"] = "5MB", ["log_min_duration_statement"] = "250" };
        await using var cluster = await Servers.StartAsync(data.Path, settings: settings);

        foreach (var (name, value) in new[]
        {
            ("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on"), ("data_checksums", "on"),
            ("max_connections", "200"), ("jit", "off"), ("work_mem", "5MB"), ("log_min_duration_statement", "250ms"),
        })
        {
            Assert.Equal(value, await Sql.ScalarAsync(cluster.ConnectionString, "show " + name));
        }
    }

    [Fact]
    public async Task A_database_is_made_once_whatever_its_name()
    {
        using var data = new TempFolder();
        await using var cluster = await Servers.StartAsync(data.Path);
        const string Name = "my \"shop\"; drop";

        var ct = TestContext.Current.CancellationToken;
        var both = await Task.WhenAll(cluster.EnsureDatabaseAsync(Name, ct), cluster.EnsureDatabaseAsync(Name, ct));
        Assert.Equal(both[0], both[1]);
        Assert.Equal(Name, await Sql.ScalarAsync(both[0], "select current_database()"));
        await cluster.EnsureDatabaseAsync(Name, ct);
        Assert.Equal(1L, await Sql.ScalarAsync(cluster.ConnectionString, "select count(*) from pg_database where datname like 'my%'"));
    }

    [Fact]
    public async Task Text_sorts_by_code_point_and_knows_letters_beyond_English()
    {
        using var data = new TempFolder();
        await using var cluster = await Servers.StartAsync(data.Path);

        foreach (var (sql, expected) in new[]
        {
            ("select string_agg(x, ',' order by x) from unnest('{é,a,Z}'::text[]) x", "Z,a,é"),
            ("select lower('ÉTÉ')", "été"),
            ("select to_tsvector('simple', 'Größe ÉTÉ')::text", "'größe':1 'été':2"),
        })
        {
            Assert.Equal(expected, await Sql.ScalarAsync(cluster.ConnectionString, sql));
        }
    }

    [Fact]
    public async Task A_relative_folder_means_the_one_below_the_working_directory()
    {
        using var data = new TempFolder();
        await using var cluster = await Servers.StartAsync(Path.GetRelativePath(Environment.CurrentDirectory, data["shop"]));
        Assert.True(Directory.Exists(ClusterFolder.ClusterPath(data["shop"], Servers.Binaries.Major)));
    }

    [Fact]
    public async Task A_start_that_is_called_off_leaves_no_server()
    {
        using var data = new TempFolder();
        await using (await Servers.StartAsync(data.Path))
        {
        }
        var options = new PostgresClusterOptions { DataDirectory = data.Path };
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(30));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => PostgresCluster.StartAsync(options, NullLogger.Instance, cancel.Token));

        Assert.Null(PostmasterFile.OfRunning(ClusterFolder.ClusterPath(data.Path, Servers.Binaries.Major)));
        await using var again = await Servers.StartAsync(data.Path);
    }
}
