using System.Diagnostics;
using Tradepost.Contracts.Catalog;
using Tradepost.Host.Serving;
using Tradepost.Platform.Data;

namespace Tradepost.Host.Cli;

/// <summary><c>import FILE</c>: takes products in, with a progress bar, and reports bad rows by line.</summary>
internal static class ImportVerb
{
    private const int BarWidth = 30;

    public static async Task<int> Run(StartOptions options, CancellationToken stop)
    {
        if (options.Rest is not [var file])
        {
            throw new UsageException("use: import FILE");
        }

        if (!File.Exists(file))
        {
            throw new UsageException($"there is no file {file}");
        }

        await using var session = await Session.Open(options, beside: true, stop);
        await using var services = session.Services();
        await services.GetRequiredService<Migrator>().Run(stop);
        await StoredSettings.Apply(services, stop);
        var started = Stopwatch.GetTimestamp();
        var report = await services.GetRequiredService<IProductFileImport>().Run(file, new Bar(), stop);
        foreach (var bad in report.BadRows)
        {
            await Console.Error.WriteLineAsync($"line {bad.Line}: {bad.Reason}");
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Console.Out.WriteLineAsync(
            $"{report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged, "
            + $"{report.BadRows.Count} rows refused, in {seconds:0.0} s");
        return report.BadRows.Count == 0 ? 0 : 1;
    }

    // A bar that is drawn over itself on a terminal and written as a few plain lines elsewhere.
    private sealed class Bar : IProgress<FileImportProgress>
    {
        private int shown = -1;

        public void Report(FileImportProgress value)
        {
            var percent = value.TotalBytes == 0 ? 100 : (int)(100 * value.ReadBytes / value.TotalBytes);
            if (percent == shown || (Console.IsOutputRedirected && percent / 10 == shown / 10))
            {
                return;
            }

            shown = percent;
            var filled = BarWidth * percent / 100;
            var bar = new string('#', filled) + new string('.', BarWidth - filled);
            var line = $"[{bar}] {percent,3} %  {value.Products} products";
            if (Console.IsOutputRedirected)
            {
                Console.WriteLine(line);
            }
            else
            {
                Console.Write("\r" + line + (percent == 100 ? "\n" : ""));
            }
        }
    }
}
