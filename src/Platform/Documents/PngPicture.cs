using System.Buffers.Binary;
using System.IO.Compression;

namespace Tradepost.Platform.Documents;

/// <summary>
/// A PNG's pixels as grey or RGB bytes, on white where they are transparent. All colour types and depths; not interlaced.
/// Source: ISO/IEC 15948, W3C PNG.
/// </summary>
internal sealed class PngPicture
{
    private const int MostPixels = 25_000_000;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private PngPicture(int width, int height, int components, byte[] pixels) =>
        (Width, Height, Components, Pixels) = (width, height, components, pixels);

    public int Width { get; }

    public int Height { get; }

    /// <summary>1: grey; 3: RGB.</summary>
    public int Components { get; }

    public byte[] Pixels { get; }

    /// <exception cref="FormatException">It is no PNG, or one of a kind that is not read.</exception>
    public static PngPicture Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature) || file.Length < 33)
        {
            throw new FormatException("This is not a PNG.");
        }

        var header = file[16..29];
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (depth, type) = (header[8], header[9]);
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels || header[12] != 0 || depth is not (1 or 2 or 4 or 8 or 16))
        {
            throw new FormatException("A PNG of this kind is not read.");
        }

        var (data, palette, alpha) = Chunks(file);
        var channels = type switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new FormatException("Unknown colours.") };
        var row = ((width * channels * depth) + 7) / 8;
        var raw = Unfilter(Inflate(data, (row + 1) * height), row, height, Math.Max(1, channels * depth / 8));
        return Convert(raw, row, width, height, depth, type, channels, palette, alpha);
    }

    private static (byte[] Data, byte[] Palette, byte[] Alpha) Chunks(ReadOnlySpan<byte> file)
    {
        using var data = new MemoryStream();
        byte[] palette = [], alpha = [];
        var at = 8;
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - 12)
            {
                throw new FormatException("The PNG is cut off.");
            }

            var name = file.Slice(at + 4, 4);
            var body = file.Slice(at + 8, length);
            if (name.SequenceEqual("IDAT"u8))
            {
                data.Write(body);
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                palette = body.ToArray();
            }
            else if (name.SequenceEqual("tRNS"u8))
            {
                alpha = body.ToArray();
            }

            at += length + 12;
        }

        return (data.ToArray(), palette, alpha);
    }

    private static byte[] Inflate(byte[] data, int size)
    {
        var raw = new byte[size];
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            unpacked.ReadExactly(raw);
            return raw;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            throw new FormatException("The PNG is damaged.", failure);
        }
    }

    private static byte[] Unfilter(byte[] raw, int row, int height, int step)
    {
        var plain = new byte[row * height];
        for (var y = 0; y < height; y++)
        {
            var filter = raw[y * (row + 1)];
            for (var x = 0; x < row; x++)
            {
                var at = (y * row) + x;
                int left = x >= step ? plain[at - step] : 0, up = y > 0 ? plain[at - row] : 0;
                var corner = x >= step && y > 0 ? plain[at - row - step] : 0;
                plain[at] = (byte)(raw[(y * (row + 1)) + 1 + x] + filter switch
                {
                    0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner),
                    _ => throw new FormatException("Unknown filter."),
                });
            }
        }

        return plain;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static PngPicture Convert(
        byte[] raw, int row, int width, int height, int depth, int type, int channels, byte[] palette, byte[] alpha)
    {
        var components = type is 0 or 4 ? 1 : 3;
        var pixels = new byte[width * height * components];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var to = ((y * width) + x) * components;
                var first = Sample(raw, y * row, x * channels, depth);
                if (type == 3)
                {
                    var shown = first < alpha.Length ? alpha[first] : 255;
                    for (var c = 0; c < 3; c++)
                    {
                        pixels[to + c] = OnWhite((first * 3) + c < palette.Length ? palette[(first * 3) + c] : 0, shown);
                    }

                    continue;
                }

                var opaque = channels is 2 or 4 ? Eight(Sample(raw, y * row, (x * channels) + channels - 1, depth), depth) : 255;
                for (var c = 0; c < components; c++)
                {
                    pixels[to + c] = OnWhite(Eight(Sample(raw, y * row, (x * channels) + c, depth), depth), opaque);
                }
            }
        }

        return new(width, height, components, pixels);
    }

    private static int Sample(byte[] raw, int start, int index, int depth) => depth switch
    {
        8 => raw[start + index],
        16 => (raw[start + (index * 2)] << 8) | raw[start + (index * 2) + 1],
        _ => (raw[start + (index * depth / 8)] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
    };

    private static int Eight(int sample, int depth) => depth == 16 ? sample >> 8 : sample * 255 / ((1 << depth) - 1);

    private static byte OnWhite(int value, int alpha) => (byte)(((value * alpha) + (255 * (255 - alpha))) / 255);
}
