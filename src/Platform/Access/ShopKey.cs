using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Tradepost.Platform.Access;

/// <summary>
/// The shop's one secret, from which others are derived, each for one purpose. Nothing of them is stored: who reads the database learns
/// none. Nodes of one shop share it by configuration, "Secrets:Key"; without it the data folder keeps one.
/// </summary>
public sealed class ShopKey(IConfiguration configuration)
{
    private const int ShortestKey = 32;

    /// <summary>A secret for one purpose; the same on every call and every node.</summary>
    public byte[] Derive(string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Root(), length, salt: null, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>A signature over a text, for one purpose.</summary>
    public byte[] Sign(string purpose, string text) => HMACSHA256.HashData(Derive(purpose, ShortestKey), Encoding.UTF8.GetBytes(text));

    private byte[] Root() => configuration["Secrets:Key"] is { Length: >= ShortestKey } key
        ? Encoding.UTF8.GetBytes(key)
        : throw new InvalidOperationException($"Secrets:Key is missing or shorter than {ShortestKey} characters.");
}
