using Tradepost.IntegrationTests.PrivateCluster;

namespace Tradepost.IntegrationTests.RunScript;

/// <summary>The closing lines of the runners, as they were printed, become counts.</summary>
public class CountTests
{
    private const string Dotnet = """
        failed Tradepost.UnitTests.MoneyTests.Adds (7ms)
          Assert.Equal() Failure: Values differ
            at Tradepost.UnitTests.MoneyTests.Adds() in MoneyTests.cs:3
        /repo/Tradepost.UnitTests.dll (net10.0|x64) failed with 1 error(s) (396ms)

        Test run summary: Failed!
          total: 7
          failed: 1
          succeeded: 4
          skipped: 2
          duration: 628ms
        """;

    private const string Vitest = """
         Test Files  1 failed | 6 passed (7)
              Tests  2 failed | 116 passed | 3 skipped (121)
           Start at  07:26:49
        """;

    private const string Playwright = """
          1 failed
            [chromium] › checkout.spec.ts:3:1 › buys
          2 flaky
            [chromium] › search.spec.ts:3:1 › finds
          1 did not run
          4 skipped
          10 passed (12.3s)
        """;

    [Theory]
    [InlineData("count_dotnet", Dotnet, "4 1 2")]
    [InlineData("count_vitest", Vitest, "116 2 3")]
    [InlineData("count_playwright", Playwright, "12 2 4")]
    [InlineData("count_dotnet", "The build failed.", "0 0 0")]
    [InlineData("count_vitest", "No test files found", "0 0 0")]
    [InlineData("count_playwright", "Error: no tests found", "0 0 0")]
    public void A_runners_words_are_understood(string reader, string log, string counts)
    {
        using var state = new TempFolder();
        File.WriteAllText(state["log"], log);
        Assert.Equal(counts, Bash.Lines(state.Path, $"{reader} '{state["log"]}'").Output.Trim());
    }

    [Fact]
    public void Of_a_failed_test_its_own_lines_are_shown()
    {
        using var state = new TempFolder();
        File.WriteAllText(state["log"], "passed Other (1ms)\n" + Dotnet);
        var shown = Bash.Lines(state.Path, $"failed_dotnet_tests '{state["log"]}'").Output;
        Assert.Contains("MoneyTests.cs:3", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Other", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("total:", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5 0 1", 0, "5 passed, 0 failed, 1 skipped", 0)]
    [InlineData("5 2 0", 2, "5 passed, 2 failed, 0 skipped", 1)]
    [InlineData("0 0 0", 0, "0 passed, 1 failed, 0 skipped", 1)] // Nothing ran.
    [InlineData("0 0 9", 0, "0 passed, 1 failed, 9 skipped", 1)] // Everything was skipped.
    [InlineData("5 0 0", 134, "5 passed, 1 failed, 0 skipped", 1)] // It crashed after five.
    public void The_closing_line_and_the_exit_status_tell_the_truth(string counts, int ended, string closing, int status)
    {
        using var state = new TempFolder();
        File.WriteAllText(state["unit.log"], "");
        var (exit, output) = Bash.Lines(
            state.Path, $"test_logs='{state.Path}'; begun=0; status={ended}; add_counts unit '{counts}' failed_dotnet_tests; close");
        Assert.Equal(closing, output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(status, exit);
    }
}
