using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Tradepost.Identity;
using Tradepost.Identity.Tokens;

namespace Tradepost.UnitTests.Identity;

/// <summary>Access tokens, and what must not pass for one.</summary>
public sealed class AccessTokenTests : IDisposable
{
    private static readonly Guid Session = Guid.CreateVersion7();
    private readonly string folder = Directory.CreateTempSubdirectory("tradepost-keys-").FullName;
    private readonly Clock clock = new();
    private readonly Account account = new(UserId.New(), "june@example.com", "hash", true, false, "June", null, ["admin", "customer"]);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private AccessTokens Tokens(string? directory = null)
    {
        var options = Options.Create(new IdentityOptions { KeysDirectory = directory ?? folder });
        return new(new SigningKeys(options, clock), options, clock);
    }

    [Fact]
    public void A_token_speaks_for_its_user_and_session_until_it_runs_out()
    {
        var tokens = Tokens();
        var token = tokens.Issue(account, Session);
        Assert.Equal(new TokenHolder(account.Id, Session), tokens.Read(token));
        clock.Now += TimeSpan.FromMinutes(15);
        Assert.NotNull(tokens.Read(token)); // clocks of nodes may differ by half a minute
        clock.Now += TimeSpan.FromSeconds(31);
        Assert.Null(tokens.Read(token));
        clock.Now -= TimeSpan.FromHours(1);
        Assert.Null(tokens.Read(token)); // not yet
    }

    [Fact]
    public void A_token_is_an_ES256_access_token_with_the_callers_claims()
    {
        var parts = Tokens().Issue(account, Session).Split('.');
        var header = Part(parts[0]);
        var claims = Part(parts[1]);
        Assert.Equal(["alg", "kid", "typ"], header.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("ES256", "at+jwt"), (header["alg"]!.GetValue<string>(), header["typ"]!.GetValue<string>()));
        Assert.Equal(account.Id.ToString(), claims["sub"]!.GetValue<string>());
        Assert.Equal(Session.ToString(), claims["sid"]!.GetValue<string>());
        Assert.Equal("june@example.com", claims["email"]!.GetValue<string>());
        Assert.Equal("""["admin","customer"]""", claims["role"]!.ToJsonString());
        Assert.Equal(900, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("alg", "none")]
    [InlineData("alg", "HS256")]
    [InlineData("alg", "ES384")]
    [InlineData("alg", null)]
    [InlineData("typ", "JWT")]
    [InlineData("kid", "another")]
    [InlineData("kid", "../../etc/passwd")]
    [InlineData("kid", null)]
    public void A_header_of_another_kind_is_refused_though_signed_by_our_key(string member, string? value)
    {
        var tokens = Tokens();
        var parts = tokens.Issue(account, Session).Split('.');
        var header = Part(parts[0]);
        header[member] = value;
        Assert.Null(tokens.Read(Signed(header, Part(parts[1]))));
    }

    [Theory]
    [InlineData("iss", "somebody")]
    [InlineData("aud", "another-api")]
    [InlineData("sub", "not an id")]
    [InlineData("sid", null)]
    [InlineData("exp", "soon")]
    public void Claims_that_are_not_ours_are_refused_though_signed_by_our_key(string member, string? value)
    {
        var tokens = Tokens();
        var parts = tokens.Issue(account, Session).Split('.');
        var claims = Part(parts[1]);
        claims[member] = value;
        Assert.Null(tokens.Read(Signed(Part(parts[0]), claims)));
    }

    [Fact]
    public void An_extension_nobody_understands_is_refused()
    {
        var tokens = Tokens();
        var parts = tokens.Issue(account, Session).Split('.');
        var header = Part(parts[0]);
        header["crit"] = new JsonArray("b64");
        Assert.Null(tokens.Read(Signed(header, Part(parts[1]))));
        Assert.NotNull(tokens.Read(Signed(Part(parts[0]), Part(parts[1])))); // the same hand signs well otherwise
    }

    [Fact]
    public void Any_changed_or_missing_letter_spoils_a_token()
    {
        var tokens = Tokens();
        var token = tokens.Issue(account, Session);
        for (var i = 0; i < token.Length; i += 7)
        {
            var other = token[i] == 'A' ? 'B' : 'A';
            Assert.Null(tokens.Read(token[..i] + other + token[(i + 1)..]));
            Assert.Null(tokens.Read(token[..i]));
        }

        Assert.Null(tokens.Read(token + "." + token));
        Assert.Null(tokens.Read(token + new string('A', 5000)));
        Assert.All(
            ["", ".", "..", "a.b.c", "\0.\0.\0", "é.é.é", "e30.e30.e30", "bnVsbA.bnVsbA.bnVsbA"], text => Assert.Null(tokens.Read(text)));
    }

    [Fact]
    public void A_token_of_another_shop_is_refused()
    {
        var elsewhere = Directory.CreateTempSubdirectory("tradepost-keys-").FullName;
        Assert.Null(Tokens().Read(Tokens(elsewhere).Issue(account, Session)));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public void Tokens_outlive_a_restart_and_a_new_key_and_are_known_to_other_nodes()
    {
        var first = Tokens();
        var early = first.Issue(account, Session);
        var newer = SigningKey.New(Guid.CreateVersion7(clock.Now.AddDays(1)).ToString("N"));
        File.WriteAllText(Path.Combine(folder, $"access-token-{newer.Id}.pem"), newer.ToPem());
        var second = Tokens();
        var late = second.Issue(account, Session);
        Assert.Equal(newer.Id, Part(late.Split('.')[0])["kid"]!.GetValue<string>());
        Assert.NotNull(second.Read(early));
        Assert.Null(first.Read(late)); // it looked a moment ago
        clock.Now += TimeSpan.FromSeconds(5);
        Assert.NotNull(first.Read(late));
    }

    [Fact]
    public void Keys_are_readable_by_their_owner_alone()
    {
        Tokens().Issue(account, Session);
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Many_threads_sign_and_verify_with_one_key()
    {
        var tokens = Tokens();
        var read = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => tokens.Read(tokens.Issue(account, Session)))));
        Assert.All(read, holder => Assert.Equal(account.Id, holder!.UserId));
    }

    private static JsonObject Part(string part) => (JsonObject)JsonNode.Parse(Base64Url.DecodeFromChars(part))!;

    private string Signed(JsonObject header, JsonObject claims)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Assert.Single(Directory.GetFiles(folder))));
        var signed = Encode(header) + "." + Encode(claims);
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
