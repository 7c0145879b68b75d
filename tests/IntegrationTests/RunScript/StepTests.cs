using System.Globalization;
using Tradepost.IntegrationTests.PrivateCluster;

namespace Tradepost.IntegrationTests.RunScript;

public class StepTests
{
    [Fact]
    public void A_step_says_in_one_line_what_it_does_and_a_failing_one_shows_its_log_and_ends_the_run()
    {
        using var state = new TempFolder();
        var (status, output) = Bash.Lines(
            state.Path, "step one 'Doing one thing' true; step two 'Doing another' sh -c 'echo broken pipe; exit 7'; echo never");

        Assert.Equal(7, status);
        Assert.Contains("Doing one thing … done, 0 s\n", output, StringComparison.Ordinal);
        Assert.Contains("Doing another … failed (status 7)", output, StringComparison.Ordinal);
        Assert.Contains("broken pipe", output, StringComparison.Ordinal);
        Assert.DoesNotContain("never", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_failed_build_each_error_is_shown_once()
    {
        using var state = new TempFolder();
        const string Error = "Shop.cs(1,1): error CS0103: no such name";
        var (_, output) = Bash.Lines(state.Path, $"step build 'Building' sh -c 'echo \"{Error}\"; echo \"  {Error}\"; seq 1 99; exit 1'");
        Assert.Single(output.Split('\n'), l => l.Trim() == Error);
        Assert.DoesNotContain("\n50\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_built_when_its_output_is_missing_or_its_sources_differ_and_not_otherwise()
    {
        using var state = new TempFolder();
        using var sources = new TempFolder();
        File.WriteAllText(sources["a"], "1");
        var build = $"if changed part '{sources["out"]}' '{sources.Path}'; then stamp part; echo built; else echo kept; fi";
        string Build() => Bash.Lines(state.Path, build).Output.Trim();

        Assert.Equal("built", Build());
        Assert.Equal("built", Build()); // Its output is still missing.
        Directory.CreateDirectory(sources["out"]);
        Assert.Equal("kept", Build());
        File.SetLastWriteTimeUtc(sources["a"], DateTime.UnixEpoch);
        Assert.Equal("kept", Build()); // Contents count, not times.
        File.WriteAllText(sources["a"], "2");
        Assert.Equal("built", Build());
        File.WriteAllText(sources["b"], "");
        Assert.Equal("built", Build());
        Assert.Equal("kept", Build());
        File.Delete(sources["b"]);
        Assert.Equal("built", Build());
    }

    [Fact]
    public void A_signal_ends_the_step_with_the_run()
    {
        using var state = new TempFolder();
        var (status, output) = Bash.Lines(
            state.Path, $"(sleep 1; kill -TERM $$) & step long 'Waiting' sh -c 'echo $$ >{state["pid"]}; exec sleep 977'; echo never");
        Assert.Equal(143, status);
        Assert.DoesNotContain("never", output, StringComparison.Ordinal);
        Assert.False(Servers.IsAlive(int.Parse(File.ReadAllText(state["pid"]), CultureInfo.InvariantCulture)));
    }
}
