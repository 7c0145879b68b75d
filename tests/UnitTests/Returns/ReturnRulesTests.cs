using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.UnitTests.Returns;

/// <summary>How a return may move, what may come back, and what goes back for it.</summary>
public sealed class ReturnRulesTests
{
    private static readonly ReturnFacts Fee = new() { RestockingFeePercent = 15 };

    private static Money Usd(long minor) => new(minor, Currency.Usd);

    private static LineToReturn Line(int quantity, int refunded, long paid) => new(
        OrderLineId.New(), ProductId.New(), VariantId.New(), "SKU", "Lamp", null, null, quantity, quantity, refunded, Usd(paid));

    [Fact]
    public void Every_return_ends_and_what_ended_never_moves()
    {
        var ends = new[] { ReturnStatus.Refused, ReturnStatus.Cancelled, ReturnStatus.Closed };
        foreach (var status in Enum.GetValues<ReturnStatus>())
        {
            var next = ReturnStates.Edges.Where(edge => edge.From == status).ToList();
            Assert.Equal(ends.Contains(status), next.Count == 0);
            Assert.Equal(!ends.Contains(status), ReturnStates.IsOpen(status));
        }
    }

    [Theory]
    [InlineData(ReturnStatus.Requested, ReturnStatus.Received)]
    [InlineData(ReturnStatus.Refused, ReturnStatus.Approved)]
    [InlineData(ReturnStatus.InTransit, ReturnStatus.Cancelled)]
    [InlineData(ReturnStatus.Received, ReturnStatus.Closed)]
    public void No_step_is_skipped_or_undone(ReturnStatus from, ReturnStatus to) => Assert.False(ReturnStates.MayMove(from, to));

    [Fact]
    public void The_shop_pays_the_way_and_keeps_nothing_when_it_is_to_blame()
    {
        foreach (var reason in new[] { ReturnReason.Damaged, ReturnReason.WrongItem, ReturnReason.NotAsDescribed })
        {
            Assert.Equal(new(reason, true, 0), Reasons.Terms(reason, Fee, mayWithdraw: false));
        }
    }

    [Fact]
    public void A_fee_is_kept_for_the_customers_own_reasons_only_and_never_while_they_may_withdraw()
    {
        Assert.Equal(new(ReturnReason.ChangedMind, false, 15), Reasons.Terms(ReturnReason.ChangedMind, Fee, mayWithdraw: false));
        Assert.Equal(new(ReturnReason.ChangedMind, false, 0), Reasons.Terms(ReturnReason.ChangedMind, Fee, mayWithdraw: true));
        Assert.Equal(0, Reasons.Terms(ReturnReason.Withdrawal, Fee, mayWithdraw: false).FeePercent);
        Assert.DoesNotContain(ReturnReason.Withdrawal, Reasons.Choices);
    }

    [Theory]
    [InlineData(3, 0, 3, 0, 0, 3)]
    [InlineData(3, 0, 2, 0, 0, 2)] // one is still on its way
    [InlineData(3, 0, 3, 2, 2, 1)] // two are asked for
    [InlineData(3, 2, 3, 2, 0, 1)] // two came back and were paid back
    [InlineData(3, 0, 3, 2, 0, 1)] // two came back and nothing was paid back
    [InlineData(3, 2, 3, 0, 0, 1)] // two were paid back and stay with the customer
    [InlineData(3, 3, 3, 0, 0, 0)]
    [InlineData(3, 2, 3, 3, 1, 0)]
    public void What_may_come_back_is_with_the_customer_and_was_not_paid_back(
        int bought, int refunded, int arrived, int held, int open, int left)
    {
        var line = Line(bought, refunded, 300);
        Assert.Equal(left, Returnable.Left(line, arrived, new(line.Id, held, open)));
    }

    [Fact]
    public void Returns_in_any_number_never_hold_or_pay_more_than_was_bought()
    {
        var step = from units in Gen.Choose(1, 4) from paid in Gen.Elements(true, false) select (units, paid);
        var steps = step.ListOf();
        Prop.ForAll(Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), steps.ToArbitrary(), (bought, paid, all) =>
        {
            var (held, refunded, sum) = (0, 0, 0L);
            foreach (var (units, pays) in all)
            {
                var line = Line(bought, refunded, paid);
                if (units > Returnable.Left(line, bought, new(line.Id, held, 0)))
                {
                    continue;
                }

                held += units;
                if (pays)
                {
                    sum += line.Worth(units).Minor;
                    refunded += units;
                }
            }

            return held <= bought && refunded <= bought && sum <= paid && (refunded < bought || sum == paid);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_shop_never_keeps_more_than_its_percentage()
    {
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (minor, hundredths) =>
        {
            var percent = hundredths / 100m;
            var plan = RefundPlan.Of(Currency.Usd, [(Usd(minor), percent)]);
            return plan.Fee.Minor <= minor * percent / 100 && plan.Fee.Minor > (minor * percent / 100) - 1
                && plan.Full + plan.Fee == plan.Worth;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Full_is_what_was_agreed_part_is_less_than_what_was_paid_and_none_is_nothing()
    {
        var plan = RefundPlan.Of(Currency.Usd, [(Usd(1000), 10m), (Usd(333), 0m)]);
        Assert.Equal((1333, 100, 1233), (plan.Worth.Minor, plan.Fee.Minor, plan.Full.Minor));
        Assert.Equal(Usd(1233), plan.Decide(RefundDecision.Full, null));
        Assert.Null(plan.Decide(RefundDecision.Full, Usd(1333)));
        Assert.Equal(Usd(1332), plan.Decide(RefundDecision.Part, Usd(1332)));
        Assert.Null(plan.Decide(RefundDecision.Part, Usd(1333)));
        Assert.Null(plan.Decide(RefundDecision.Part, null));
        Assert.Null(plan.Decide(RefundDecision.Part, new Money(5, Currency.Of("EUR"))));
        Assert.Equal(Usd(0), plan.Decide(RefundDecision.None, null));
        Assert.Null(plan.Decide(RefundDecision.None, Usd(1)));
    }
}
