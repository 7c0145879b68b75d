using System.ComponentModel;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.UnitTests.PrivateCluster;

public class FaultTranslationTests
{
    [Theory]
    [InlineData("could not write to file \"base/1\": No space left on device", ClusterFault.DiskFull)]
    [InlineData("could not extend file: Disk quota exceeded", ClusterFault.DiskFull)]
    [InlineData("could not open directory: Permission denied", ClusterFault.NoPermission)]
    [InlineData("FATAL:  data directory \"/x\" has wrong ownership", ClusterFault.NoPermission)]
    [InlineData("FATAL:  unrecognized configuration parameter \"nonsense\"", ClusterFault.StartFailed)]
    public void What_a_program_says_decides_the_code_and_the_folder_is_named(string output, string code)
    {
        var fault = FaultTranslation.FromOutput("initdb", output, "/data/shop");
        Assert.Equal(code, fault.Code);
        Assert.Contains("/data/shop", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_program_said_is_shown_unless_we_know_better()
    {
        var fault = FaultTranslation.FromOutput("PostgreSQL", "FATAL:  something new", "/data/shop");
        Assert.Contains("FATAL:  something new", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_systems_errors_are_told_apart()
    {
        Assert.Equal(ClusterFault.DiskFull, Code(RealFullDisk()));
        Assert.Equal(ClusterFault.NoPermission, Code(new UnauthorizedAccessException("closed")));
        Assert.Equal(ClusterFault.NoPermission, Code(new Win32Exception(13)));
        Assert.Equal(ClusterFault.StartFailed, Code(new IOException("some other trouble")));
    }

    [Fact]
    public void A_fault_that_is_already_named_stays_as_it_is()
    {
        var fault = new PostgresClusterException(ClusterFault.ToolMissing, "apt-get install it");
        Assert.Same(fault, FaultTranslation.From(fault, "/data"));
    }

    private static string Code(Exception error) => FaultTranslation.From(error, "/data/shop").Code;

    // The device that is always full gives the very exception that a full disk gives.
    private static IOException RealFullDisk() => Assert.Throws<IOException>(() =>
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        full.WriteByte(1);
    });
}
