using Tradepost.Host.Cli;

namespace Tradepost.UnitTests.Host;

public sealed class StartOptionsTests
{
    [Fact]
    public void Options_may_stand_before_and_after_the_arguments_of_a_verb()
    {
        var options = StartOptions.Parse(["--port", "8080", "file.jsonl", "--data", "here", "--empty"]);
        Assert.Equal((8080, "here", true), (options.Port, options.Data, options.Empty));
        Assert.Equal(["file.jsonl"], options.Rest);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "many")]
    [InlineData("--port", "70000")]
    [InlineData("--environment", "Moon")]
    [InlineData("--colour", "red")]
    public void A_wrong_option_is_named(params string[] args) =>
        Assert.Contains(args[0], Assert.Throws<UsageException>(() => StartOptions.Parse(args)).Message, StringComparison.Ordinal);

    [Fact]
    public void Port_0_means_any_free_port() => Assert.InRange(StartOptions.Parse(["--port", "0"]).Port, 1024, 65535);
}
