using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Tradepost.Identity.Tokens;

/// <summary>Whom a valid access token speaks for.</summary>
internal sealed record TokenHolder(UserId UserId, Guid SessionId);

/// <summary>Issues and reads access tokens: JWTs of type at+jwt, signed ES256 with a key of ours, nothing else accepted.</summary>
internal sealed class AccessTokens(SigningKeys keys, IOptions<IdentityOptions> options, TimeProvider time)
{
    private const string Algorithm = "ES256";
    private const string Type = "at+jwt";
    private const string Issuer = "tradepost";
    private const string Audience = "tradepost-api";
    private const int MaxLength = 4096;
    private const int Skew = 30; // seconds nodes' clocks may differ
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };


    public int LifetimeSeconds => (int)options.Value.AccessTokenTime.TotalSeconds;

    public string Issue(Account account, Guid session)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var key = keys.Newest();
        var claims = new Claims(Issuer, Audience, account.Id.ToString(), session.ToString("D"), now, now, now + LifetimeSeconds)
        {
            Email = account.Email,
            Role = account.Roles,
        };
        var signed = Encode(new Header(Algorithm, Type, key.Id)) + "." + Encode(claims);
        return signed + "." + Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)));
    }

    /// <summary>Whom the token speaks for; null when it is not a valid token of this shop at this time.</summary>
    public TokenHolder? Read(string token)
    {
        var parts = token.Length <= MaxLength ? token.Split('.') : [];
        if (parts.Length != 3 || !parts.All(part => Base64Url.IsValid(part)))
        {
            return null;
        }

        return IsSigned(parts) && Decode<Claims>(parts[1]) is { } claims && IsForNow(claims) ? Holder(claims) : null;
    }

    private bool IsSigned(string[] parts) =>
        Decode<Header>(parts[0]) is { Alg: Algorithm, Typ: Type, Crit: null, Kid: { } id }
        && keys.Find(id) is { } key
        && key.Verify(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2]));

    private bool IsForNow(Claims claims)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return claims is { Iss: Issuer, Aud: Audience } && claims.Nbf - Skew <= now && now < claims.Exp + Skew;
    }

    private static TokenHolder? Holder(Claims claims) =>
        Guid.TryParseExact(claims.Sub, "D", out var user) && Guid.TryParseExact(claims.Sid, "D", out var session)
            ? new(new UserId(user), session)
            : null;

    private static string Encode<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part, Json));

    private static T? Decode<T>(string part)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(part), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Header(string? Alg, string? Typ, string? Kid)
    {
        // RFC 7515: extensions the reader must understand. We understand none.
        public JsonElement? Crit { get; init; }
    }

    private sealed record Claims(string? Iss, string? Aud, string? Sub, string? Sid, long Iat, long Nbf, long Exp)
    {
        public string? Email { get; init; }

        public string[]? Role { get; init; }
    }
}
