using System.Diagnostics;
using System.Globalization;

namespace Tradepost.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Figure">What came out.</param>
/// <param name="Limit">What this machine can do at most, or the bound.</param>
/// <param name="Ratio">Figure to limit, where there is one.</param>
/// <param name="Goal">What is wanted.</param>
/// <param name="Reached">Whether it was reached in this run.</param>
internal sealed record Row(string Name, string Figure, string Limit, string Ratio, string Goal, bool Reached);

/// <summary>Runs the benchmarks that were asked for, all by default, and prints the table.</summary>
internal static class Suite
{
    private static readonly Dictionary<string, Func<Shop, Task<IReadOnlyList<Row>>>> All = new(StringComparer.Ordinal)
    {
        ["reads"] = Reads.Run,
        ["search"] = Search.Run,
        ["pricing"] = Pricing.Run,
        ["carts"] = Carts.Run,
        ["purchase"] = Purchase.Run,
        ["flash-sale"] = FlashSale.Run,
        ["orders"] = Orders.Run,
        ["hot-sku"] = HotSku.Run,
        ["outbox"] = Outbox.Run,
    };

    // Takes minutes, so it must be asked for.
    private static readonly string[] OnlyByName = ["orders"];

    public static async Task<int> Run(string[] names)
    {
        var wanted = names.Length == 0 ? [.. All.Keys.Except(OnlyByName)] : names;
        if (wanted.FirstOrDefault(name => !All.ContainsKey(name)) is { } unknown)
        {
            await Console.Error.WriteLineAsync(
                $"There is no benchmark {unknown}. There are: {string.Join(", ", All.Keys)}, and chaos by itself.");
            return 2;
        }

        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, {Shop.Products:N0} products; client, shop and database share them. Setting up …");
        var started = Stopwatch.GetTimestamp();
        await using var shop = await Shop.Open();
        Console.WriteLine($"Ready after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s.");
        var rows = new List<Row>();
        foreach (var name in wanted)
        {
            Console.WriteLine($"{name} …");
            rows.AddRange(await All[name](shop));
        }

        Print(rows);
        return 0;
    }

    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture);

    private static void Print(List<Row> rows)
    {
        string[][] cells = [["measured", "figure", "limit", "ratio", "goal", ""], .. rows.Select(row =>
            (string[])[row.Name, row.Figure, row.Limit, row.Ratio, row.Goal, row.Reached ? "reached" : "NOT reached"])];
        var widths = Enumerable.Range(0, 6).Select(column => cells.Max(line => line[column].Length)).ToArray();
        foreach (var line in cells)
        {
            Console.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
