using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tradepost.Carts.Wishlists.Sharing;

/// <summary>The secret in a link. The database keeps its hash: 256 random bits need no salt and no slow hash.</summary>
internal readonly record struct LinkToken(string Text)
{
    private const int Bytes = 32;

    public static LinkToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    // Never show it in a log.
    public override string ToString() => "(secret)";
}
