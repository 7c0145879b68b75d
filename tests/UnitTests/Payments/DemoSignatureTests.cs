using System.Text;
using Tradepost.DemoGateway.Webhooks;
using Tradepost.Payments.Gateways;

namespace Tradepost.UnitTests.Payments;

/// <summary>Webhooks that really come from the gateway, and others.</summary>
public sealed class DemoSignatureTests
{
    private const string Secret = "whsec";
    private const string Body = """{"id":"evt_1"}""";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public void What_the_gateway_signs_the_shop_accepts() => Assert.True(Matches(Signature.Of(Body, Secret, Now)));

    [Fact]
    public void The_signature_is_the_documented_one()
    {
        // printf '1790000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec
        Assert.Equal("t=1790000000,v1=7da561c8a938641e733a896909ae878d62a239d3688ea087c52a0740ab748748", Signature.Of(Body, Secret, Now));
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(-299, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void A_signature_is_good_for_five_minutes(int seconds, bool good) =>
        Assert.Equal(good, Matches(Signature.Of(Body, Secret, Now.AddSeconds(seconds))));

    [Fact]
    public void Another_secret_another_body_or_another_time_is_refused()
    {
        var signature = Signature.Of(Body, Secret, Now);
        Assert.False(Matches(Signature.Of(Body, "other", Now)));
        Assert.False(Matches(Signature.Of(Body + " ", Secret, Now)));
        Assert.False(Matches(signature.Replace("t=1790000000", "t=1790000001", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("t=1790000000")]
    [InlineData("t=1790000000,v1=")]
    [InlineData("v1=00")]
    [InlineData("t=-1,v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData(",,,===")]
    public void A_mangled_header_is_refused(string header) => Assert.False(Matches(header));

    private static bool Matches(string header) => DemoSignature.Matches(header, Encoding.UTF8.GetBytes(Body), Secret, Now);
}
