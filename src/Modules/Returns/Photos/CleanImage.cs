using System.Buffers.Binary;

namespace Tradepost.Returns.Photos;

/// <summary>
/// Takes a JPEG or PNG apart and puts together what shows the picture, nothing else: where and with what it was taken, thumbnails,
/// comments, and whatever stands after its end are left behind. What is not such a picture, or is larger than a camera makes them, is
/// refused. Nothing is decoded here: browsers do that, and they are told the type and nothing may run.
/// </summary>
internal static class CleanImage
{
    private const int MostPixels = 60_000_000;
    private const int MostPerSide = 16_000;
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture and its type; null when it is none.</summary>
    public static (byte[] Bytes, string MediaType)? Of(ReadOnlySpan<byte> sent) =>
        sent is [0xFF, 0xD8, 0xFF, ..] ? Jpeg(sent) is { } jpeg ? (jpeg, "image/jpeg") : null
        : sent.StartsWith(PngSignature) ? Png(sent) is { } png ? (png, "image/png") : null
        : null;

    private static byte[]? Jpeg(ReadOnlySpan<byte> sent)
    {
        var kept = new MemoryStream(sent.Length);
        kept.Write(sent[..2]);
        var (at, framed) = (2, false);
        while (at + 4 <= sent.Length)
        {
            if (sent[at] != 0xFF)
            {
                return null;
            }

            var marker = sent[at + 1];
            if (marker == 0xFF)
            {
                at++; // a fill byte
                continue;
            }

            if (marker == 0xD9)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(sent[(at + 2)..]);
            if (length < 2 || at + 2 + length > sent.Length || marker is (>= 0xD0 and <= 0xD8) or 0x00 or 0x01)
            {
                return null;
            }

            var segment = sent.Slice(at, 2 + length);
            at += segment.Length;
            var isFrame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame)
            {
                if (framed || length < 8 || !Fits(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]),
                    BinaryPrimitives.ReadUInt16BigEndian(segment[5..])))
                {
                    return null;
                }

                framed = true;
            }

            // Kept: tables, frame, scans, restart interval, and Adobe's note on colours. Not: other applications' data, comments.
            if (isFrame || marker is 0xC4 or 0xDB or 0xDD or 0xDA or 0xEE)
            {
                kept.Write(segment);
            }

            if (marker == 0xDA)
            {
                var end = ScanEnd(sent, at);
                kept.Write(sent[at..end]);
                at = end;
            }
        }

        if (!framed || at == 2 || kept.Length < 100)
        {
            return null;
        }

        kept.Write([0xFF, 0xD9]);
        return kept.ToArray();
    }

    // In a scan, FF is followed by 00 or by a restart marker; anything else begins the next segment.
    private static int ScanEnd(ReadOnlySpan<byte> sent, int from)
    {
        for (var at = from; at + 1 < sent.Length; at++)
        {
            if (sent[at] == 0xFF && sent[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return sent.Length;
    }

    private static byte[]? Png(ReadOnlySpan<byte> sent)
    {
        var kept = new MemoryStream(sent.Length);
        kept.Write(sent[..8]);
        var (at, headed, filled) = (8, false, false);
        while (at + 12 <= sent.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(sent[at..]);
            if (length > sent.Length - at - 12)
            {
                return null;
            }

            var type = sent.Slice(at + 4, 4);
            var chunk = sent.Slice(at, (int)length + 12);
            at += chunk.Length;
            if (!headed)
            {
                if (!type.SequenceEqual("IHDR"u8) || length != 13
                    || !Fits(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..])))
                {
                    return null;
                }

                headed = true;
                kept.Write(chunk);
            }
            else if (type.SequenceEqual("PLTE"u8) || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("IDAT"u8))
            {
                filled |= type.SequenceEqual("IDAT"u8);
                kept.Write(chunk);
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                kept.Write(chunk);
                return filled ? kept.ToArray() : null;
            }
        }

        return null;
    }

    private static bool Fits(uint width, uint height) =>
        width is > 0 and <= MostPerSide && height is > 0 and <= MostPerSide && (ulong)width * height <= MostPixels;
}
