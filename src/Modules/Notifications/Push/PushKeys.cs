using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using Tradepost.Platform.Access;

namespace Tradepost.Notifications.Push;

/// <summary>The shop's own pair of keys for web push (VAPID), derived from its one secret: the same on every node, stored nowhere.</summary>
internal sealed class PushKeys : IDisposable
{
    private const int Bytes = 32;
    private static readonly BigInteger Order = new(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    private readonly Lazy<ECDsa> pair;

    public PushKeys(ShopKey key) => pair = new(() => Make(key));

    /// <summary>The public key, as browsers want it: an uncompressed point, base64url.</summary>
    public string Public => Base64Url.EncodeToString(PushCrypto.Point(pair.Value.ExportParameters(false)));

    /// <summary>ES256 over a text.</summary>
    public byte[] Sign(byte[] text) => pair.Value.SignData(text, HashAlgorithmName.SHA256);

    public void Dispose()
    {
        if (pair.IsValueCreated)
        {
            pair.Value.Dispose();
        }
    }

    // 16 bytes more than needed, taken modulo the group's order: no value is likelier than another by more than 2^-128.
    private static ECDsa Make(ShopKey key)
    {
        var wide = new BigInteger(key.Derive("notifications.web_push", Bytes + 16), isUnsigned: true, isBigEndian: true);
        var scalar = ((wide % (Order - 1)) + 1).ToByteArray(isUnsigned: true, isBigEndian: true);
        var padded = new byte[Bytes];
        scalar.CopyTo(padded, Bytes - scalar.Length);
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = padded });
    }
}
