using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Tradepost.Notifications.Push;
using Tradepost.Platform.Access;

namespace Tradepost.UnitTests.Notifications;

/// <summary>What browsers are sent can be read by them alone, and is signed by the shop.</summary>
public sealed class PushCryptoTests
{
    private static byte[] Raw(string text) => Base64Url.DecodeFromChars(text);

    [Fact]
    public void The_example_of_RFC_8291_appendix_A_comes_out_byte_for_byte()
    {
        var point = Raw("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var own = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Raw("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = new ECPoint { X = point[1..33], Y = point[33..] },
        });
        var body = PushCrypto.Encrypt(
            Raw("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Raw("BTBZMqHH6r4Tts7J_aSIgg"), "When I grow up, I want to be a watermelon"u8, Raw("DGv6ra1nlYgDCS1FRnbzlw"), own);
        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6"
            + "cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Fact]
    public void The_shops_pair_is_the_same_wherever_its_secret_is_and_signs()
    {
        using var keys = new PushKeys(new ShopKey(Secret('a')));
        using var again = new PushKeys(new ShopKey(Secret('a')));
        using var other = new PushKeys(new ShopKey(Secret('b')));
        Assert.Equal(keys.Public, again.Public);
        Assert.NotEqual(keys.Public, other.Public);
        var point = Raw(keys.Public);
        using var check = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[1..33], Y = point[33..] },
        });
        Assert.True(check.VerifyData(Encoding.ASCII.GetBytes("said"), keys.Sign(Encoding.ASCII.GetBytes("said")), HashAlgorithmName.SHA256));
    }

    [Theory]
    [InlineData("")]
    [InlineData("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A9")]
    [InlineData("AAAA")]
    public void Bytes_that_are_no_point_on_the_curve_are_told_apart(string text)
    {
        var point = Base64Url.IsValid(text) ? Raw(text) : [];
        if (point.Length == 65)
        {
            point[64] ^= 1;
        }

        Assert.False(PushCrypto.IsPoint(point));
    }

    private static IConfiguration Secret(char sign) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Secrets:Key"] = new(sign, 64) }).Build();
}
