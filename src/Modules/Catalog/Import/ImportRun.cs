using System.Threading.Channels;

namespace Tradepost.Catalog.Import;

/// <summary>One run of an import: products are made ready on one core while the database takes the batch before on another.</summary>
internal sealed class ImportRun(ProductBatch batches)
{
    private const int BatchSize = 500;
    private const int BatchesAhead = 2;

    public async Task<Tally> Take(IAsyncEnumerable<Incoming> products, IProgress<long>? progress, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ready = Channel.CreateBounded<Tray>(BatchesAhead);
        var filling = Task.Run(() => Fill(products, ready.Writer, stop.Token), CancellationToken.None);
        var tally = new Tally(0, 0, 0, []);
        try
        {
            await foreach (var tray in ready.Reader.ReadAllAsync(cancel))
            {
                tally += await batches.Take(tray.Products, cancel);
                tally += new Tally(0, 0, 0, tray.Repeated);
                progress?.Report(tally.Created + tally.Updated + tally.Unchanged);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await filling;
        }

        return tally;
    }

    private static async Task Fill(IAsyncEnumerable<Incoming> products, ChannelWriter<Tray> ready, CancellationToken stop)
    {
        var seen = new HashSet<(string Source, string ExternalId)>();
        var tray = new Tray([], []);
        try
        {
            await foreach (var product in products.WithCancellation(stop))
            {
                // An id that comes twice would be written twice in every run; the first one counts.
                if (!seen.Add((product.Source, product.Product.ExternalId)))
                {
                    tray.Repeated.Add((product, "id: stands on an earlier line too"));
                    continue;
                }

                tray.Products.Add(product);
                if (tray.Products.Count == BatchSize)
                {
                    await ready.WriteAsync(tray, stop);
                    tray = new([], []);
                }
            }

            await ready.WriteAsync(tray, stop);
            ready.Complete();
        }
        catch (Exception failure)
        {
            ready.Complete(failure);
        }
    }

    private sealed record Tray(List<Incoming> Products, List<(Incoming Product, string Reason)> Repeated);
}
