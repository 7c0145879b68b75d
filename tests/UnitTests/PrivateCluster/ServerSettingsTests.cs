using Tradepost.Platform.PrivateCluster;

namespace Tradepost.UnitTests.PrivateCluster;

public class ServerSettingsTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData(0.25, "64MB")]
    [InlineData(4, "512MB")]
    [InlineData(64, "1024MB")]
    public void The_buffers_grow_with_memory_within_bounds(double gigabytes, string buffers) =>
        Assert.Equal(buffers, ServerSettings.Defaults((long)(gigabytes * Gigabyte))["shared_buffers"]);

    [Fact]
    public void A_setting_of_the_caller_replaces_ours_and_a_new_one_is_added()
    {
        var overrides = new Dictionary<string, string> { ["jit"] = "on", ["log_statement"] = "all" };
        var arguments = ServerSettings.Arguments("/data/pg18", 5555, overrides, Gigabyte);

        Assert.Equal(["-D", "/data/pg18", "-p", "5555"], arguments[..4]);
        Assert.Contains("jit=on", arguments);
        Assert.DoesNotContain("jit=off", arguments);
        Assert.Contains("log_statement=all", arguments);
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("synchronous_commit")]
    [InlineData("full_page_writes")]
    public void Nothing_committed_is_risked_for_speed(string setting) => Assert.Equal("on", ServerSettings.Defaults(Gigabyte)[setting]);
}
