using FsCheck;
using FsCheck.Fluent;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Payments;

/// <summary>Money neither appears nor disappears, whatever is captured and given back.</summary>
public sealed class LedgerProperties
{
    private static readonly OrderId Order = OrderId.New();

    [Fact]
    public void A_refund_is_taken_from_what_is_left_exactly_or_not_at_all() => Prop.ForAll(Wishes().ToArbitrary(), wish =>
    {
        var available = wish.Left.Sum(some => some.Amount.Minor);
        var parts = Refunds.Split(wish.Amount, wish.Left);
        return wish.Amount.Minor > available
            ? parts is null
            : parts is not null
              && parts.Sum(part => part.Amount.Minor) == wish.Amount.Minor
              && parts.All(part => part.Amount.Minor > 0 && part.Amount <= part.From.Amount)
              && parts.Select(part => part.From.Attempt).Distinct().Count() == parts.Count;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Nothing_left_is_nothing_to_refund()
    {
        var refusal = RefundOrder.Decide(null, Currency.Usd, []).Refusal!;
        Assert.Equal(("payments.refund_exceeds_captured", 409), (refusal.Error.Code, refusal.Error.Status));
        Assert.Equal(Money.Zero(Currency.Usd), refusal.Facts["available"]);
    }

    [Fact]
    public void A_refund_in_another_currency_is_refused_by_name()
    {
        var left = new Remainder(PaymentAttemptId.New(), Order, new Money(100, Currency.Usd));
        Assert.Equal(["amount.currency"], RefundOrder.Decide(new Money(50, Currency.Of("EUR")), Currency.Usd, [left]).Refusal!.Fields.Keys);
    }

    private static Gen<(Money Amount, List<Remainder> Left)> Wishes() =>
        from left in Gen.Choose(0, 2000).ListOf()
        from wanted in Gen.Choose(1, 5000)
        select (new Money(wanted, Currency.Usd), left.Select(Left).ToList());

    private static Remainder Left(int minor) => new(PaymentAttemptId.New(), Order, new Money(minor, Currency.Usd));
}
