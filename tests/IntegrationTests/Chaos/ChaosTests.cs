using System.Globalization;
using System.Security.Cryptography;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>
/// The short form of the chaos run; <c>./run bench chaos</c> is the long one. TRADEPOST_CHAOS_SEED repeats a run.
/// </summary>
public sealed class ChaosTests
{
    [Fact]
    public async Task Nothing_is_lost_or_doubled_whatever_dies_when()
    {
        var seed = Environment.GetEnvironmentVariable("TRADEPOST_CHAOS_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : RandomNumberGenerator.GetInt32(1_000_000);
        var report = await ChaosRun.Of(new ChaosPlan(seed, Purchases: 200, Shoppers: 16, Nodes: 1) { Decks = 1 });
        var account = string.Join('\n', report.Account);
        TestContext.Current.TestOutputHelper?.WriteLine(account);
        Assert.True(report.Wrong.Count == 0, $"{account}\n\n{string.Join('\n', report.Wrong)}");
    }
}
