using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tradepost.Payments.Gateways.Calls;
using Tradepost.Payments.Gateways.PayPal;
using Tradepost.Payments.Gateways.Stripe;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Payments;

/// <summary>Amounts as providers count them: nothing is rounded, what can't be said exactly is not asked for.</summary>
public sealed class ProviderMoneyTests
{
    [Theory]
    [InlineData(1999, "USD", 1999L)]
    [InlineData(500, "JPY", 500L)]
    [InlineData(500, "KRW", 500L)]
    [InlineData(12340, "KWD", 12340L)]
    [InlineData(12345, "KWD", null)]
    [InlineData(500, "UGX", 50000L)]
    [InlineData(500, "ISK", 50000L)]
    [InlineData(500, "MGA", 5L)]
    [InlineData(501, "MGA", null)]
    public void Stripe_counts_in_its_own_units(long minor, string currency, long? units) =>
        Assert.Equal(units, StripeMoney.Units(new(minor, Currency.Of(currency))));

    [Theory]
    [InlineData(1999, "USD", "19.99")]
    [InlineData(5, "EUR", "0.05")]
    [InlineData(500, "JPY", "500")]
    [InlineData(50000, "HUF", "500")]
    [InlineData(50050, "HUF", null)]
    [InlineData(50000, "TWD", "500")]
    [InlineData(1999, "INR", null)]
    [InlineData(1999, "KWD", null)]
    public void PayPal_writes_decimals_and_takes_some_currencies_only(long minor, string currency, string? text) =>
        Assert.Equal(text, PayPalMoney.Text(new(minor, Currency.Of(currency))));

    [Fact]
    public void What_is_asked_of_a_provider_reads_back_as_the_same_money()
    {
        var monies = from code in Gen.Elements("USD", "JPY", "KWD", "HUF", "UGX", "TWD", "EUR", "MGA")
                     from minor in Gen.Choose(1, 10_000_000)
                     select new Money(minor, Currency.Of(code));
        Prop.ForAll(monies.ToArbitrary(), money =>
        {
            var stripe = StripeMoney.Units(money);
            var paypal = PayPalMoney.Text(money);
            return (stripe is null || StripeMoney.Of(stripe, money.Currency.Code.ToLowerInvariant()) == money)
                && (paypal is null || PayPalMoney.Of(Amount(money.Currency.Code, paypal)) == money);
        }).Check(Config.QuickThrowOnFailure);
    }

    [Theory]
    [InlineData("USD", "19.999")]
    [InlineData("JPY", "500.5")]
    [InlineData("XYZ", "1.00")]
    [InlineData("USD", "-1.00")]
    [InlineData("USD", "1e3")]
    [InlineData("USD", "1,000.00")]
    public void What_is_no_amount_is_not_read_as_one(string currency, string value) =>
        Assert.Null(PayPalMoney.Of(Amount(currency, value)));

    [Theory]
    [InlineData("insufficient_funds", "insufficient_funds")]
    [InlineData("expired_card", "expired_card")]
    [InlineData("stolen_card", "card_declined")]
    [InlineData("something_new", "card_declined")]
    [InlineData("payment_intent_authentication_failure", "authentication_failed")]
    public void Declines_are_told_in_the_words_of_the_shop(string code, string reason) =>
        Assert.Equal(reason, StripeAnswers.Reason(JsonSerializer.SerializeToElement(new { decline_code = code })));

    [Fact]
    public void An_intent_that_says_nothing_known_changes_nothing() => Assert.Equal(
        Tradepost.Payments.Gateways.AnswerKind.Lost,
        StripeAnswers.Of(JsonSerializer.SerializeToElement(new { id = "pi_1", status = "processing" })).Kind);

    [Fact]
    public void Fields_that_are_not_there_are_not_believed_in()
    {
        var json = JsonSerializer.SerializeToElement(new { a = new { b = 1 }, list = new[] { 1 } });
        Assert.Null(json.Text("a", "b", "c"));
        Assert.Null(json.Text("a", "b"));
        Assert.Equal(1, json.Number("a", "b"));
        Assert.Empty(json.Items("a"));
        Assert.Null(default(JsonElement).Text("a"));
    }

    private static JsonElement Amount(string currency, string value) =>
        JsonSerializer.SerializeToElement(new { currency_code = currency, value });
}
