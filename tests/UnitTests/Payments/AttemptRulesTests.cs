using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts.Payments;
using Tradepost.Payments;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Paying;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Payments;

/// <summary>What answers of a provider make of an attempt, in whatever order they come.</summary>
public sealed class AttemptRulesTests
{
    private static readonly Money Asked = new(1999, Currency.Usd);

    [Fact]
    public void Money_that_was_taken_is_never_forgotten() => Prop.ForAll(Answers().ToArbitrary(), answers =>
    {
        var states = answers.Select((_, i) => After(answers.Take(i + 1))).ToList();
        var taken = answers.ToList().IndexOf(AnswerKind.Captured);
        return taken < 0 || states.Skip(taken).All(state => state == AttemptState.Captured);
    }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(1999, true)]
    [InlineData(1998, false)]
    [InlineData(0, false)]
    public void What_was_taken_once_is_not_taken_again_whatever_went_back_of_it(long captured, bool paid) =>
        Assert.Equal(paid, PaymentRules.IsPaid(new(captured, Currency.Usd), Asked));

    [Fact]
    public void The_same_answers_twice_change_nothing() => Prop.ForAll(Answers().ToArbitrary(), answers =>
        After(answers) == After(answers.SelectMany(answer => new[] { answer, answer }))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Without_money_a_closed_attempt_stays_closed() => Prop.ForAll(Answers().ToArbitrary(), answers =>
    {
        var closed = answers.TakeWhile(answer => answer is not (AnswerKind.Declined or AnswerKind.Voided)).Count();
        return closed == answers.Length || answers.Contains(AnswerKind.Captured) || answers.Contains(AnswerKind.Authorized)
            || After(answers) == (answers[closed] == AnswerKind.Declined ? AttemptState.Declined : AttemptState.Voided);
    }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(AnswerKind.Captured, AttemptState.Captured)]
    [InlineData(AnswerKind.Authorized, AttemptState.Authorized)]
    [InlineData(AnswerKind.Challenged, AttemptState.Challenged)]
    [InlineData(AnswerKind.Declined, AttemptState.Declined)]
    [InlineData(AnswerKind.Voided, AttemptState.Voided)]
    [InlineData(AnswerKind.Lost, AttemptState.Unknown)]
    [InlineData(AnswerKind.Missing, AttemptState.Pending)]
    internal void A_fresh_attempt_becomes_what_the_provider_says(AnswerKind answer, AttemptState state) =>
        Assert.Equal(state, AttemptRules.Next(AttemptState.Pending, answer));

    [Fact]
    public void A_challenge_survives_a_lost_answer() =>
        Assert.Equal(AttemptState.Challenged, AttemptRules.Next(AttemptState.Challenged, AnswerKind.Lost));

    [Fact]
    public void What_is_held_is_only_taken_or_let_go() => Assert.Equal(
        [AttemptState.Captured, AttemptState.Declined, AttemptState.Voided],
        AttemptRules.Edges.Where(edge => edge.From == AttemptState.Authorized).Select(edge => edge.To).Order());

    [Fact]
    public void Nothing_leads_away_from_money_that_was_taken() =>
        Assert.DoesNotContain(AttemptRules.Edges, edge => edge.From == AttemptState.Captured);

    [Fact]
    public void Every_change_of_what_a_payment_is_worth_is_a_move_it_may_make()
    {
        var states = Enum.GetValues<AttemptState>().Cast<AttemptState?>().Append(null).ToList();
        foreach (var (before, after) in from before in states from after in states select (before, after))
        {
            var (from, to) = (PaymentRules.Status(0, 0, before), PaymentRules.Status(0, 0, after));
            Assert.True(from == to || before == AttemptState.Captured || to == PaymentStatus.Pending
                || PaymentRules.Edges.Contains((from, to)), $"{from} to {to}");
        }
    }

    [Fact]
    public void A_capture_must_be_of_the_very_amount_that_was_asked_for()
    {
        Assert.True(AttemptRules.Agrees(Asked, new(AnswerKind.Captured, "ch", Asked)));
        Assert.False(AttemptRules.Agrees(Asked, new(AnswerKind.Captured, "ch", Asked + new Money(1, Currency.Usd))));
        Assert.False(AttemptRules.Agrees(Asked, new(AnswerKind.Captured, "ch", new Money(1999, Currency.Of("EUR")))));
        Assert.False(AttemptRules.Agrees(Asked, new(AnswerKind.Captured, "ch")));
        Assert.False(AttemptRules.Agrees(Asked, new(AnswerKind.Authorized, "ch", Asked - new Money(1, Currency.Usd))));
        Assert.True(AttemptRules.Agrees(Asked, new(AnswerKind.Declined)));
    }

    [Theory]
    [InlineData(0, 0, null, PaymentStatus.Pending)]
    [InlineData(0, 0, AttemptState.Challenged, PaymentStatus.Pending)]
    [InlineData(0, 0, AttemptState.Voided, PaymentStatus.Pending)]
    [InlineData(0, 0, AttemptState.Declined, PaymentStatus.Failed)]
    [InlineData(0, 0, AttemptState.Authorized, PaymentStatus.Authorized)]
    [InlineData(100, 100, AttemptState.Authorized, PaymentStatus.Refunded)]
    [InlineData(100, 0, AttemptState.Captured, PaymentStatus.Paid)]
    [InlineData(100, 40, AttemptState.Captured, PaymentStatus.PartiallyRefunded)]
    [InlineData(100, 100, AttemptState.Captured, PaymentStatus.Refunded)]
    internal void A_payment_stands_where_its_sums_put_it(long captured, long refunded, AttemptState? last, PaymentStatus status) =>
        Assert.Equal(status, PaymentRules.Status(captured, refunded, last));

    private static AttemptState After(IEnumerable<AnswerKind> answers) => answers.Aggregate(AttemptState.Pending, AttemptRules.Next);

    private static Gen<AnswerKind[]> Answers() => Gen.Elements(Enum.GetValues<AnswerKind>()).ArrayOf();
}
