using System.Runtime.CompilerServices;
using System.Text.Json;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Shop;

namespace Tradepost.Catalog.Import;

/// <summary>Takes in a file of one JSON object a line, plain or gzipped, in any of the shapes of docs/guides/import.md.</summary>
internal sealed class ProductFileImport(ImportRun run, ShopSettings shop) : IProductFileImport
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32 };

    public async Task<FileImportReport> Run(string path, IProgress<FileImportProgress>? progress, CancellationToken cancel)
    {
        await using var file = new LineFile(path);
        var bad = new List<BadRow>();
        var told = progress is null ? null : new Teller(file, progress);
        var tally = await run.Take(Products(file, bad, cancel), told, cancel);
        bad.AddRange(tally.Refused.Select(refused => new BadRow(refused.Product.Line, refused.Reason)));
        progress?.Report(new(file.TotalBytes, file.TotalBytes, tally.Created + tally.Updated + tally.Unchanged));
        return new(tally.Created, tally.Updated, tally.Unchanged, [.. bad.OrderBy(row => row.Line)]);
    }

    private async IAsyncEnumerable<Incoming> Products(LineFile file, List<BadRow> bad, [EnumeratorCancellation] CancellationToken cancel)
    {
        var last = 0L;
        await foreach (var (number, text) in file.Lines(cancel))
        {
            last = number;
            var (product, fault) = text is null ? (null, $"is longer than {LineFile.MaxLength} characters") : Read(text, number);
            if (product is not null)
            {
                yield return product;
            }
            else if (fault is not null)
            {
                bad.Add(new(number, fault));
            }
        }

        if (file.IsDamaged)
        {
            bad.Add(new(last + 1, "the file can't be unpacked from here on"));
        }
    }

    // Neither for an empty line.
    private (Incoming? Product, string? Fault) Read(string text, long line)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, null);
        }

        try
        {
            using var json = JsonDocument.Parse(text, Reading);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? FileRow.Read(new RowFields(json.RootElement), shop.Currency, line)
                : (null, "is not a JSON object");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            return (null, "is not well-formed JSON");
        }
    }

    private sealed class Teller(LineFile file, IProgress<FileImportProgress> progress) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new(file.ReadBytes, file.TotalBytes, value));
    }
}
