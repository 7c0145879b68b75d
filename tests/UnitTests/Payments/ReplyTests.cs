using System.Text.Json;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Payments;

/// <summary>What the buyer is told, now and when asking again.</summary>
public sealed class ReplyTests
{
    private static readonly Money Price = new(1999, Currency.Usd);

    [Theory]
    [InlineData(AttemptState.Captured, false, null)]
    [InlineData(AttemptState.Captured, true, "payments.not_payable")]
    [InlineData(AttemptState.Challenged, false, null)]
    [InlineData(AttemptState.Unknown, false, null)]
    [InlineData(AttemptState.Declined, false, "payments.declined")]
    [InlineData(AttemptState.Voided, false, "payments.interrupted")]
    internal void Each_state_has_its_answer(AttemptState state, bool returned, string? code) =>
        Assert.Equal(code, Reply.About(View(), state, returned).ToOutcome().Refusal?.Error.Code);

    [Fact]
    public void A_declined_card_says_why_with_402()
    {
        var refusal = Reply.About(View() with { DeclineReason = "insufficient_funds" }, AttemptState.Declined, false).ToOutcome().Refusal!;
        Assert.Equal((402, "insufficient_funds"), (refusal.Error.Status, refusal.Facts["reason"]));
    }

    [Fact]
    public void A_reply_read_back_is_the_reply_that_was_kept()
    {
        var challenge = new NextAction("redirect", "/demo-gateway/challenges/x");
        var reply = new Reply(View() with { NextAction = challenge, DeclineReason = "why" }, Reply.Declined);
        Assert.Equal(reply, JsonSerializer.Deserialize<Reply>(JsonSerializer.Serialize(reply, ApiJson.Options), ApiJson.Options));
    }

    [Fact]
    public void Paths_of_the_shop_become_addresses_and_others_stay()
    {
        var ours = View() with { NextAction = new("redirect", "/demo-gateway/challenges/x") };
        Assert.Equal("http://shop/demo-gateway/challenges/x", ours.At("http://shop").NextAction.Url);
        Assert.Equal("https://bank/x", new NextAction("redirect", "https://bank/x").At("http://shop").Url);
        Assert.Null(View().At("http://shop").NextAction.Url);
    }

    [Fact]
    public void The_buyer_comes_back_to_the_orders_page_or_the_one_asked_for()
    {
        var order = OrderId.New();
        Assert.Equal($"/orders/{order}", Beginning.ReturnPath(null, order));
        Assert.Equal($"/back?order={order}", Beginning.ReturnPath("/back", order));
        Assert.Equal($"/back?x=1&order={order}", Beginning.ReturnPath("/back?x=1", order));
    }

    private static PaymentView View() =>
        new(PaymentId.New(), "demo", "card", PaymentStatus.Pending, Price, Money.Zero(Currency.Usd), null, NextAction.None);
}
