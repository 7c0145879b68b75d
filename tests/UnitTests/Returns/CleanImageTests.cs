using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tradepost.Returns.Photos;

namespace Tradepost.UnitTests.Returns;

/// <summary>Photos strangers send.</summary>
public sealed class CleanImageTests
{
    private static byte[] Segment(byte marker, params byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. content];
    }

    private static byte[] Frame(ushort width = 8, ushort height = 8) =>
        Segment(0xC0, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0);

    internal static byte[] Jpeg(byte[]? extra = null, byte[]? frame = null, byte[]? tail = null) =>
    [
        0xFF, 0xD8, .. extra ?? [], .. Segment(0xDB, new byte[65]), .. frame ?? Frame(), .. Segment(0xDA, 1, 1, 0, 0, 63, 0),
        .. Enumerable.Repeat((byte)0x5A, 80), 0xFF, 0x00, 0xFF, 0xD0, 0x11, 0xFF, 0xD9, .. tail ?? [],
    ];

    private static byte[] Chunk(string type, params byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];
    }

    private static byte[] Png(byte[]? extra = null, byte width = 8) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", 0, 0, 0, width, 0, 0, 0, 8, 8, 2, 0, 0, 0), .. extra ?? [],
        .. Chunk("IDAT", 1, 2, 3), .. Chunk("IEND"), .. "<script>alert(1)</script>"u8,
    ];

    [Fact]
    public void Where_a_photo_was_taken_and_whatever_hides_behind_its_end_is_left_behind()
    {
        var place = "GPS 45.5N 122.6W"u8.ToArray();
        var clean = CleanImage.Of(Jpeg(
            [.. Segment(0xE1, place), .. Segment(0xFE, place)], tail: "<?php system($_GET['c']);"u8.ToArray()));
        Assert.Equal("image/jpeg", clean?.MediaType);
        Assert.Equal(Jpeg(), clean!.Value.Bytes);
        var png = CleanImage.Of(Png([.. Chunk("tEXt", place), .. Chunk("eXIf", place)]));
        Assert.Equal("image/png", png?.MediaType);
        var text = Encoding.Latin1.GetString(png!.Value.Bytes);
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("script", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        var once = CleanImage.Of(Jpeg(Segment(0xE1, 1, 2, 3)))!.Value.Bytes;
        Assert.Equal(once, CleanImage.Of(once)!.Value.Bytes);
    }

    [Fact]
    public void What_is_no_picture_or_too_large_is_refused()
    {
        Assert.Null(CleanImage.Of("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8));
        Assert.Null(CleanImage.Of("GIF89a"u8));
        Assert.Null(CleanImage.Of("MZ"u8));
        Assert.Null(CleanImage.Of([]));
        Assert.Null(CleanImage.Of([0xFF, 0xD8, 0xFF, 0xD9]));
        Assert.Null(CleanImage.Of(Jpeg(frame: Frame(16001, 10))));
        Assert.Null(CleanImage.Of(Jpeg(frame: Frame(15000, 15000))));
        Assert.Null(CleanImage.Of(Jpeg(frame: Frame(0, 10))));
        Assert.Null(CleanImage.Of(Png(width: 0)));
    }

    [Fact]
    public void No_bytes_whatever_break_it()
    {
        var starts = new[] { Jpeg(), Png() };
        Prop.ForAll(
            Gen.Elements(starts).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), ArbMap.Default.ArbFor<byte[]>(), (start, cut, noise) =>
            {
                byte[] sent = [.. start.Take(cut), .. noise, .. start.Skip(cut)];
                var clean = CleanImage.Of(sent);
                return clean is null || clean.Value.Bytes.Length <= sent.Length + 2;
            }).QuickCheckThrowOnFailure();
    }
}
