namespace Tradepost.Platform.Documents;

/// <summary>What a PDF must know of a JPEG: its size and how many colours it is mixed from (ITU-T T.81, frame header).</summary>
internal readonly record struct JpegHeader(int Width, int Height, int Components)
{
    /// <exception cref="ArgumentException">It is not a JPEG.</exception>
    public static JpegHeader Read(ReadOnlySpan<byte> file)
    {
        if (file is not [0xff, 0xd8, ..])
        {
            throw new ArgumentException("That is not a JPEG.", nameof(file));
        }

        for (var at = 2; at + 9 < file.Length && file[at] == 0xff;)
        {
            var marker = file[at + 1];
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return new((file[at + 7] << 8) | file[at + 8], (file[at + 5] << 8) | file[at + 6], file[at + 9]);
            }

            at += 2 + ((file[at + 2] << 8) | file[at + 3]);
        }

        throw new ArgumentException("The JPEG has no frame.", nameof(file));
    }
}
