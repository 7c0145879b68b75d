using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.PrivateCluster;

public class BinariesTests
{
    [Fact]
    public async Task A_place_named_by_hand_without_PostgreSQL_is_refused_though_another_has_it()
    {
        using var data = new TempFolder();
        using var empty = new TempFolder();

        var refusal = await Servers.RefusalAsync(data.Path, bin: empty.Path);

        Assert.Equal(ClusterFault.NoBinaries, refusal.Code);
        Assert.Contains(empty.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("npm ci", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_that_do_not_run_here_are_refused_with_what_they_said()
    {
        using var data = new TempFolder();
        using var foreign = new TempFolder(onDisk: true);
        foreach (var name in new[] { "postgres", "initdb" })
        {
            await File.WriteAllTextAsync(foreign[name], "#!/bin/sh\necho 'cannot execute: wrong architecture' >&2\nexit 126\n", Ct);
            File.SetUnixFileMode(foreign[name], (UnixFileMode)0b111_101_101);
        }
        var refusal = await Servers.RefusalAsync(data.Path, bin: foreign.Path);

        Assert.Equal(ClusterFault.NoBinaries, refusal.Code);
        Assert.Contains("wrong architecture", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_npm_package_works_without_its_install_script()
    {
        var native = Path.GetDirectoryName(Servers.Binaries.Directory)!;
        var list = Path.Combine(native, "pg-symlinks.json");
        Assert.SkipUnless(File.Exists(list), "PostgreSQL here is the system's, not npm's");
        using var package = new TempFolder(onDisk: true);
        using var data = new TempFolder();
        Shell.Run("cp", "-a", native, package["native"]);
        Shell.Run("find", package["native"], "-type", "l", "-delete");

        await using var cluster = await Servers.StartAsync(data.Path, bin: Path.Combine(package["native"], "bin"));

        Assert.Equal(1, await Sql.ScalarAsync(cluster.ConnectionString, "select 1"));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
