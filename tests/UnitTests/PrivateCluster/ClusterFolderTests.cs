using Tradepost.Platform.PrivateCluster;

namespace Tradepost.UnitTests.PrivateCluster;

public class ClusterFolderTests
{
    [Fact]
    public void Majors_are_the_folders_with_a_cluster_newest_first()
    {
        using var data = new Scratch();
        data.File("pg9/PG_VERSION", "9");
        data.File("pg18/PG_VERSION", "18");
        data.File("pg18.init-77/PG_VERSION", "18");
        data.File("pg17/rubbish");
        data.File("pgdump/PG_VERSION", "?");

        Assert.Equal([18, 9], ClusterFolder.MajorsIn(data.Path));
    }

    [Fact]
    public void A_folder_is_held_until_it_is_let_go()
    {
        using var data = new Scratch();
        using (ClusterFolder.Open(data.Path))
        {
            var refusal = Assert.Throws<PostgresClusterException>(() => ClusterFolder.Open(data.Path));
            Assert.Equal(ClusterFault.FolderInUse, refusal.Code);
            Assert.Contains($"process {Environment.ProcessId})", refusal.Message, StringComparison.Ordinal);
        }
        ClusterFolder.Open(data.Path).Dispose();
    }

    [Fact]
    public void A_missing_folder_is_made_with_those_above_it()
    {
        using var data = new Scratch();
        using var folder = ClusterFolder.Open(Path.Combine(data.Path, "var/lib/shop"));
        Assert.True(Directory.Exists(folder.Path));
    }

    [Fact]
    public void A_cluster_without_its_password_is_damaged_and_not_new()
    {
        using var data = new Scratch();
        data.File("pg18/PG_VERSION", "18");
        using var folder = ClusterFolder.Open(data.Path);
        Assert.Equal(ClusterFault.FolderDamaged, Assert.Throws<PostgresClusterException>(() => folder.HasCluster(18)).Code);

        data.File("pg18/" + Credentials.File, "secret");
        Assert.True(folder.HasCluster(18));
        Assert.False(folder.HasCluster(17));
    }
}
