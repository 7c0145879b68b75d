using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Tradepost.Identity.Tokens;

/// <summary>A P-256 key by its id. Ids are UUIDv7, so the newest key has the greatest.</summary>
internal sealed class SigningKey(string id, ECParameters parameters)
{
    private const DSASignatureFormat Format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation; // what JWS asks for
    private readonly ConcurrentBag<ECDsa> idle = []; // an ECDsa serves one thread at a time

    public string Id => id;

    public static SigningKey New(string id)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(id, key.ExportParameters(includePrivateParameters: true));
    }

    public static SigningKey FromPem(string id, string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new(id, key.ExportParameters(includePrivateParameters: true));
    }

    public string ToPem()
    {
        using var key = ECDsa.Create(parameters);
        return key.ExportPkcs8PrivateKeyPem();
    }

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var key = Take();
        var signature = key.SignData(data, HashAlgorithmName.SHA256, Format);
        idle.Add(key);
        return signature;
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var key = Take();
        var valid = key.VerifyData(data, signature, HashAlgorithmName.SHA256, Format);
        idle.Add(key);
        return valid;
    }

    private ECDsa Take() => idle.TryTake(out var key) ? key : ECDsa.Create(parameters);
}
