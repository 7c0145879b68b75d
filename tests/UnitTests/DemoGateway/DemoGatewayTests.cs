using Tradepost.DemoGateway.Challenges;
using Tradepost.DemoGateway.Charging;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.DemoGateway;

/// <summary>What the gateway decides and shows.</summary>
public sealed class DemoGatewayTests
{
    [Theory]
    [InlineData("4242424242424242", ChargeState.Succeeded, null)]
    [InlineData("5555555555554444", ChargeState.Succeeded, null)]
    [InlineData("4000000000000002", ChargeState.Declined, "card_declined")]
    [InlineData("4000000000009995", ChargeState.Declined, "insufficient_funds")]
    [InlineData("4000000000003220", ChargeState.Challenge, null)]
    [InlineData("4000000000000259", ChargeState.Succeeded, null)]
    [InlineData("4242424242424241", ChargeState.Declined, "incorrect_number")]
    [InlineData("42", ChargeState.Declined, "incorrect_number")]
    internal void Each_card_has_its_verdict(string number, ChargeState state, string? reason)
    {
        var verdict = TestCards.Of(number);
        Assert.Equal((state, reason), (verdict.State, verdict.Reason));
    }

    [Theory]
    [InlineData("4000000000000259", true)]
    [InlineData("4242424242424242", false)]
    [InlineData("4000000000003220", false)]
    public void One_card_loses_its_answer(string number, bool loses) => Assert.Equal(loses, TestCards.Of(number).LosesAnswer);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onclick='x")]
    public void What_a_merchant_writes_is_shown_as_text(string description)
    {
        var page = ChallengePage.Of(Charge(ChargeState.Challenge, description));
        Assert.DoesNotContain(description, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_asks_with_two_buttons_and_names_the_amount()
    {
        var page = ChallengePage.Of(Charge(ChargeState.Challenge, "Order T-100001"));
        Assert.Contains("19.99 USD", page, StringComparison.Ordinal);
        Assert.Contains("value=\"approve\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"decline\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decided_challenge_only_leads_back()
    {
        var page = ChallengePage.Of(Charge(ChargeState.Succeeded, "Order T-100001"));
        Assert.DoesNotContain("<button", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/orders/1?payment=approved\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example", true)]
    [InlineData("//evil.example", true)]
    [InlineData("/\\evil.example", true)]
    [InlineData("", true)]
    [InlineData("/orders/1", false)]
    public void The_buyer_is_only_sent_back_to_this_site(string path, bool faulty)
    {
        var faults = new Faults();
        var amount = new Money(1, Currency.Usd);
        var request = new CreateCharge.Request("a", amount, new("4242424242424242"), null, path, "http://127.0.0.1/hook");
        request.Check(faults);
        Assert.Equal(faulty, faults.Has("returnPath"));
    }

    private static Charge Charge(ChargeState state, string description) => new(
        Id<Charge>.New(), "ch_1", "attempt", state, new Money(1999, Currency.Usd), null, description, false, "token",
        "/orders/1", "http://127.0.0.1/");
}
