using System.Text;
using System.Text.Json.Nodes;
using Tradepost.Payments.Gateways.Razorpay;
using Tradepost.Payments.Gateways.Stripe;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>Our reading of signatures agrees with the providers' own libraries, for genuine and for forged ones.</summary>
public sealed class JudgedSignatureTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task What_stripes_library_signs_we_believe_and_what_we_refuse_it_refuses()
    {
        string[] payloads = ["{}", """{"id":"evt_1","name":"Ünïcödé €"}""", "{\"spaces\" :  1}\n"];
        var signed = await Judge.Ask([.. payloads.Select(payload => new JsonObject
        {
            ["what"] = "stripe.sign", ["payload"] = payload, ["secret"] = "whsec_x", ["at"] = Now.ToUnixTimeSeconds(),
        })]);
        var cases = payloads.Zip(signed.Select(header => header.GetValue<string>()))
            .SelectMany(pair => Variants(pair.First, pair.Second)).ToList();
        var verdicts = await Judge.Ask([.. cases.Select(one => new JsonObject
        {
            ["what"] = "stripe.verify", ["payload"] = one.Payload, ["header"] = one.Header, ["secret"] = one.Secret,
        })]);
        var ours = cases.Select(one => StripeSignature.Matches(one.Header, Encoding.UTF8.GetBytes(one.Payload), one.Secret, Now));
        Assert.Equal(verdicts.Select(verdict => verdict.GetValue<bool>()), ours);
        Assert.Equal(payloads.Length * 2, verdicts.Count(verdict => verdict.GetValue<bool>()));
    }

    [Fact]
    public async Task Razorpays_library_and_we_agree_about_webhooks_and_about_buyers_who_paid()
    {
        const string Payload = """{"event":"payment.captured","note":"Ünïcödé €"}""";
        var (webhook, buyer) = (RazorpayServer.Hmac("secret", Payload), RazorpayServer.Hmac("secret", "order_1|pay_1"));
        (string Header, string Secret)[] cases =
        [
            (webhook, "secret"), (webhook, "guessed"), (buyer, "secret"), (buyer, "guessed"), ("", "secret"), (webhook[..^1], "secret"),
        ];
        var verdicts = await Judge.Ask([.. cases.SelectMany(one => new[]
        {
            new JsonObject { ["what"] = "razorpay.verifyWebhook", ["payload"] = Payload, ["header"] = one.Header, ["secret"] = one.Secret },
            new JsonObject
            {
                ["what"] = "razorpay.verifyPayment", ["order"] = "order_1", ["payment"] = "pay_1", ["header"] = one.Header,
                ["secret"] = one.Secret,
            },
        })]);
        var ours = cases.SelectMany(one => new[]
        {
            RazorpaySignature.IsWebhook(one.Header, Encoding.UTF8.GetBytes(Payload), one.Secret),
            RazorpaySignature.IsPayment("order_1", "pay_1", one.Header, one.Secret),
        });
        Assert.Equal(verdicts.Select(verdict => verdict.GetValue<bool>()), ours);
        Assert.Equal(2, verdicts.Count(verdict => verdict.GetValue<bool>()));
    }

    private static IEnumerable<(string Payload, string Header, string Secret)> Variants(string payload, string header)
    {
        var old = StripeServer.Sign(payload, Now.AddMinutes(-6), "whsec_x");
        var stamp = header.Split(',')[0];
        yield return (payload, header, "whsec_x");
        yield return (payload, $"{stamp},v1={new string('0', 64)},{header.Split(',')[1]}", "whsec_x");
        yield return (payload, header, "whsec_other");
        yield return (payload + " ", header, "whsec_x");
        yield return (payload, old, "whsec_x");
        yield return (payload, header.Replace("v1=", "v0=", StringComparison.Ordinal), "whsec_x");
        yield return (payload, stamp, "whsec_x");
        yield return (payload, "nonsense", "whsec_x");
    }
}
