using System.Globalization;
using System.Security.Cryptography;
using Tradepost.IntegrationTests.Chaos;

namespace Tradepost.Benchmarks;

/// <summary>
/// The long form of the chaos run: <c>./run bench chaos [MINUTES [SEED]]</c>, two hosts on one database. Exit status 1 when anything does
/// not add up.
/// </summary>
internal static class Chaos
{
    private const int Minutes = 5;

    public static async Task<int> Run(string[] words)
    {
        var minutes = words.Length > 0 ? double.Parse(words[0], CultureInfo.InvariantCulture) : Minutes;
        var seed = words.Length > 1 ? int.Parse(words[1], CultureInfo.InvariantCulture) : RandomNumberGenerator.GetInt32(1_000_000);
        Console.WriteLine($"Chaos for {minutes} min, seed {seed} …");
        var report = await ChaosRun.Of(new ChaosPlan(seed, Purchases: 200, Shoppers: 24, Nodes: 2)
        {
            Lasting = TimeSpan.FromMinutes(minutes),
            Pause = TimeSpan.FromSeconds(3),
            Settling = TimeSpan.FromMinutes(4),
        });
        foreach (var line in report.Account.Concat(report.Wrong))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(report.Wrong.Count == 0 ? "Nothing is lost or doubled." : $"{report.Wrong.Count} things are WRONG.");
        return report.Wrong.Count == 0 ? 0 : 1;
    }
}
