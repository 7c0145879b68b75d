using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tradepost.Catalog.Import;

/// <summary>A text file read line by line, plain or gzipped (told by its first bytes, not by its name).</summary>
internal sealed class LineFile : IAsyncDisposable
{
    /// <summary>Longer lines are not read: no product is a megabyte long.</summary>
    public const int MaxLength = 1 << 20;

    private readonly FileStream file;
    private readonly StreamReader reader;

    public LineFile(string path)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var gzipped = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        reader = new StreamReader(gzipped ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8, true, 1 << 16);
    }

    public long TotalBytes => file.Length;

    /// <summary>Whether it could not be unpacked to its end.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>How far it was read, in bytes as they lie on the disk.</summary>
    public long ReadBytes => file.Position;

    /// <summary>Each line with its number, from 1; null for one that is too long.</summary>
    public async IAsyncEnumerable<(long Number, string? Text)> Lines([EnumeratorCancellation] CancellationToken cancel)
    {
        var buffer = new char[1 << 16];
        var line = new StringBuilder();
        var (number, tooLong) = (1L, false);
        int read;
        while ((read = await Read(buffer, cancel)) > 0)
        {
            for (var start = 0; start < read;)
            {
                var end = Array.IndexOf(buffer, '\n', start, read - start);
                var length = (end < 0 ? read : end) - start;
                tooLong |= line.Length + length > MaxLength;
                line.Append(buffer, start, tooLong ? 0 : length);
                start += length + 1;
                if (end >= 0)
                {
                    yield return (number++, tooLong ? null : line.ToString());
                    line.Clear();
                    tooLong = false;
                }
            }
        }

        if (line.Length > 0 || tooLong)
        {
            yield return (number, tooLong ? null : line.ToString());
        }
    }

    // A file that was cut off, or is no gzip after all, ends where it can't be read further.
    private async ValueTask<int> Read(char[] buffer, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(buffer, cancel);
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await file.DisposeAsync();
    }
}
