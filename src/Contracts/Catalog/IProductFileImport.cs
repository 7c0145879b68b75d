namespace Tradepost.Contracts.Catalog;

/// <summary>Reads a file of products and takes them in.</summary>
public interface IProductFileImport
{
    /// <summary>Takes a file in. Rows that can't be used are left out and reported.</summary>
    /// <param name="path">JSON lines, plain or gzipped.</param>
    /// <param name="progress">Told from time to time how far it is.</param>
    /// <param name="cancel">Stops between batches; what was taken in stays, and running it again goes on.</param>
    Task<FileImportReport> Run(string path, IProgress<FileImportProgress>? progress, CancellationToken cancel);
}

/// <summary>How far an import is.</summary>
/// <param name="ReadBytes">Of the file as it lies on the disk.</param>
/// <param name="TotalBytes">The file's size.</param>
/// <param name="Products">Taken in so far.</param>
public sealed record FileImportProgress(long ReadBytes, long TotalBytes, long Products);

/// <summary>What an import of a file did.</summary>
public sealed record FileImportReport(long Created, long Updated, long Unchanged, IReadOnlyList<BadRow> BadRows);

/// <summary>A row that could not be used.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Reason">Why, naming the field.</param>
public sealed record BadRow(long Line, string Reason);
