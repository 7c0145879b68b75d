using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Import;

/// <summary>A product on its way in.</summary>
/// <param name="Source">Where it comes from; <see cref="ImportProduct.ExternalId"/> is unique within it.</param>
/// <param name="Product">What it is to be.</param>
/// <param name="CategoryPath">Names of its category and those above it, from the root; empty: <see cref="ImportProduct.CategorySlug"/>
/// tells.</param>
/// <param name="Line">The line of the file it stands on; 0 when there is no file.</param>
internal sealed record Incoming(string Source, ImportProduct Product, IReadOnlyList<string> CategoryPath, long Line = 0);

/// <summary>What became of a batch.</summary>
internal sealed record Tally(int Created, int Updated, int Unchanged, IReadOnlyList<(Incoming Product, string Reason)> Refused)
{
    public static Tally operator +(Tally a, Tally b) =>
        new(a.Created + b.Created, a.Updated + b.Updated, a.Unchanged + b.Unchanged, [.. a.Refused, .. b.Refused]);
}
