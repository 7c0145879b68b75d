using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tradepost.Identity.Tokens;

/// <summary>A random secret handed out once. The database keeps its hash: 256 random bits need no salt and no slow hash.</summary>
internal readonly record struct Secret(string Text)
{
    private const int Bytes = 32;

    public static Secret New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    // Never show it in a log.
    public override string ToString() => "(secret)";
}
