using System.Runtime.CompilerServices;
using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Import;

/// <summary>Takes products in from other parts of the program: the demo shop, tests.</summary>
internal sealed class CatalogImport(ImportRun run, ImportedCategories categories) : ICatalogImport
{
    public Task Categories(IReadOnlyList<ImportCategory> wanted, CancellationToken cancel) => categories.Upsert(wanted, cancel);

    public async Task<ImportReport> Products(
        string source, IAsyncEnumerable<ImportProduct> products, IProgress<long>? progress, CancellationToken cancel)
    {
        var tally = await run.Take(From(source, products, cancel), progress, cancel);
        return new(tally.Created, tally.Updated, tally.Unchanged)
        {
            Refused = [.. tally.Refused.Select(refused => new RefusedProduct(refused.Product.Product.ExternalId, refused.Reason))],
        };
    }

    private static async IAsyncEnumerable<Incoming> From(
        string source, IAsyncEnumerable<ImportProduct> products, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var product in products.WithCancellation(cancel))
        {
            yield return new(source, product, []);
        }
    }
}
