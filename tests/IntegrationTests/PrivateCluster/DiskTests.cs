using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.PrivateCluster;

/// <summary>On a real file system that is really full.</summary>
public class DiskTests
{
    [Fact]
    public async Task A_disk_too_small_for_a_new_cluster_is_said_to_be_full_and_left_clean()
    {
        using var disk = SmallDisk.Mount(megabytes: 20);

        var refusal = await Servers.RefusalAsync(disk.Path);

        Assert.Equal(ClusterFault.DiskFull, refusal.Code);
        Assert.Contains(disk.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Path, "pg*"));
    }

    [Fact]
    public async Task A_shop_whose_disk_filled_up_starts_again_once_there_is_space()
    {
        using var disk = SmallDisk.Mount(megabytes: 200);
        await using (var cluster = await Servers.StartAsync(disk.Path))
        {
            await Sql.ScalarAsync(cluster.ConnectionString, "create table orders (id int); insert into orders values (7)");
        }
        disk.Fill();
        var refusal = await Servers.RefusalAsync(disk.Path);
        Assert.Equal(ClusterFault.DiskFull, refusal.Code);

        disk.Free();
        await using var again = await Servers.StartAsync(disk.Path);
        Assert.Equal(7, await Sql.ScalarAsync(again.ConnectionString, "select id from orders"));
    }

    /// <summary>A file system of a few megabytes in memory; root only.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly TempFolder folder = new();

        public string Path => folder["disk"];

        public static SmallDisk Mount(int megabytes)
        {
            var disk = new SmallDisk();
            Directory.CreateDirectory(disk.Path);
            var (status, output) = Shell.Try("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", disk.Path);
            if (status != 0)
            {
                disk.folder.Dispose();
                Assert.Skip($"a small disk needs the right to mount: {output.Trim()}");
            }
            return disk;
        }

        public void Fill() => Shell.Try("dd", "if=/dev/zero", "of=" + System.IO.Path.Combine(Path, "filler"), "bs=4k");

        public void Free() => File.Delete(System.IO.Path.Combine(Path, "filler"));

        public void Dispose()
        {
            Shell.Run("umount", "-l", Path);
            folder.Dispose();
        }
    }
}
