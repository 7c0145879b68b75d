using Tradepost.IntegrationTests.PrivateCluster;

namespace Tradepost.IntegrationTests.RunScript;

public class ArgumentTests
{
    [Theory]
    [InlineData("--port needs a value", "--port")]
    [InlineData("--port takes a number up to 65535, not '99999'", "--port", "99999")]
    [InlineData("--port takes a number up to 65535, not 'http'", "--port=http")]
    [InlineData("'--prot' is not an option", "--prot", "80")]
    [InlineData("'strat' is not a command", "strat")]
    [InlineData("'--port' is not an option of './run verify'", "verify", "--port", "80")]
    [InlineData("no file 'nowhere.jsonl'", "import", "nowhere.jsonl")]
    [InlineData("Which file?", "import")]
    [InlineData("./run admin create EMAIL", "admin", "remove")]
    [InlineData("There is no suite 'units'", "test", "units")]
    public void What_is_misspelt_is_refused_before_anything_is_set_up(string words, params string[] arguments)
    {
        var (status, output) = Bash.Run(arguments);
        Assert.Equal(2, status);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.DoesNotContain("…", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_command()
    {
        var (status, output) = Bash.Run("help");
        Assert.Equal(0, status);
        string[] commands = ["import", "verify", "admin create", "test", "check", "bench"];
        Assert.All(commands, c => Assert.Contains("./run " + c, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "The .NET 10 SDK is missing")]
    [InlineData("dotnet", "Node 20 or newer with npm is needed; here: none")]
    [InlineData("dotnet node", "Node 20 or newer with npm is needed; here: 18.2.0")]
    public void A_missing_tool_is_named_with_the_command_that_brings_it(string present, string words)
    {
        using var tools = new TempFolder(onDisk: true);
        foreach (var tool in present.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // Only what the check asks: which versions are there.
            File.WriteAllText(tools[tool], tool == "dotnet" ? "#!/bin/sh\necho '10.0.100 [/sdk]'\n" : "#!/bin/sh\necho v18.2.0\n");
            File.SetUnixFileMode(tools[tool], (UnixFileMode)0b111_101_101);
        }
        foreach (var basic in new[] { "bash", "mkdir", "grep" })
        {
            File.CreateSymbolicLink(tools[basic], Shell.Run("which", basic).Trim());
        }
        var (status, output) = Bash.Lines(tools.Path, $"PATH={tools.Path}; need_dotnet; need_node");
        Assert.Equal(1, status);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Contains("apt-get install", output, StringComparison.Ordinal);
    }
}
