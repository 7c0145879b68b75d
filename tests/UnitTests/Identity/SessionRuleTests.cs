using System.Net;
using Tradepost.Identity.Sessions;
using Tradepost.Identity.Tokens;

namespace Tradepost.UnitTests.Identity;

/// <summary>What a refresh token is worth, and whom a request counts for.</summary>
public sealed class SessionRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static Refresh.KnownToken Token(int expiresInSeconds = 60, bool rotated = false, bool revoked = false) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), UserId.New(), Now.AddSeconds(expiresInSeconds), rotated ? Now.AddSeconds(-1) : null,
        revoked ? Now.AddSeconds(-1) : null);

    [Fact]
    public void A_live_token_is_good_until_the_very_moment_it_runs_out()
    {
        Assert.Equal(Refresh.Verdict.Good, Refresh.Decide(Token(1), Now));
        Assert.Equal(Refresh.Verdict.Over, Refresh.Decide(Token(0), Now));
        Assert.Equal(Refresh.Verdict.Over, Refresh.Decide(Token(revoked: true), Now));
    }

    [Fact]
    public void A_rotated_token_is_stolen_however_old_it_is()
    {
        Assert.Equal(Refresh.Verdict.Stolen, Refresh.Decide(Token(rotated: true), Now));
        Assert.Equal(Refresh.Verdict.Stolen, Refresh.Decide(Token(-99, rotated: true), Now));
        Assert.Equal(Refresh.Verdict.Stolen, Refresh.Decide(Token(rotated: true, revoked: true), Now));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010db800010002")]
    public void A_household_counts_as_one_network(string address, string network) =>
        Assert.Equal(network, Throttle.NetworkOf(IPAddress.Parse(address)));

    [Fact]
    public void A_secret_has_256_bits_and_is_never_shown()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => Secret.New()).ToList();
        Assert.Equal(100, secrets.Select(secret => secret.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(secrets, secret => Assert.Equal(43, secret.Text.Length));
        Assert.All(secrets, secret => Assert.Equal(32, secret.Hash().Length));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret.Text, $"{secret}", StringComparison.Ordinal));
    }
}
