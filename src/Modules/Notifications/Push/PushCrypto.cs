using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tradepost.Notifications.Push;

/// <summary>Encrypts a message for one browser: RFC 8291 over RFC 8188 (aes128gcm), in a single record.</summary>
internal static class PushCrypto
{
    public const int SaltBytes = 16;
    private const int KeyBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int RecordSize = 4096;
    private const byte LastRecord = 2;

    /// <param name="browser">The subscription's p256dh: an uncompressed point.</param>
    /// <param name="secret">The subscription's auth.</param>
    /// <param name="text">What to say.</param>
    /// <param name="salt">16 random bytes.</param>
    /// <param name="own">A pair made for this message alone.</param>
    public static byte[] Encrypt(byte[] browser, byte[] secret, ReadOnlySpan<byte> text, byte[] salt, ECDiffieHellman own)
    {
        var point = Point(own.ExportParameters(false));
        using var other = ECDiffieHellman.Create(Parameters(browser));
        var shared = own.DeriveRawSecretAgreement(other.PublicKey);
        var input = Derive(shared, secret, [.. "WebPush: info\0"u8, .. browser, .. point], 32);
        var key = Derive(input, salt, [.. "Content-Encoding: aes128gcm\0"u8], KeyBytes);
        var nonce = Derive(input, salt, [.. "Content-Encoding: nonce\0"u8], NonceBytes);

        byte[] plain = [.. text, LastRecord];
        var (hidden, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, hidden, tag);

        var size = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(size, RecordSize);
        return [.. salt, .. size, (byte)point.Length, .. point, .. hidden, .. tag];
    }

    /// <summary>A public key as an uncompressed point of 65 bytes.</summary>
    public static byte[] Point(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];

    /// <summary>Whether these bytes are a point on the curve.</summary>
    public static bool IsPoint(byte[] point)
    {
        try
        {
            using var key = point is [4, ..] && point.Length == 65 ? ECDiffieHellman.Create(Parameters(point)) : null;
            return key is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static ECParameters Parameters(byte[] point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = point[1..33], Y = point[33..65] },
    };

    private static byte[] Derive(byte[] input, byte[] salt, byte[] info, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, input, length, salt, info);
}
