using System.Reflection;
using Tradepost.Carts;
using Tradepost.Carts.Promotions;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Carts;

/// <summary>Promotion codes on carts.</summary>
public sealed class CodeTests
{
    private static readonly Cart Cart = Things.Cart(Things.Line(Things.Variant(2000), 1));

    private static Quote Rejecting(string code, string reason) =>
        Things.Quote(Cart) with { Rejected = [new(null, code, "Autumn", reason)] };

    private static Quote Applying(string code) =>
        Things.Quote(Cart, 200) with { Applied = [new(null, code, "Autumn", new Money(200, Currency.Usd))] };

    public static TheoryData<string> Reasons => [.. typeof(PromotionReasons).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(reason => (string)reason.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_code_that_does_not_apply_is_refused_with_its_reason_in_words_of_its_own(string reason)
    {
        var refusal = ApplyCode.Decide(Cart, "autumn", Rejecting("AUTUMN", reason))!;
        Assert.Equal(("promotions.not_applicable", reason), (refusal.Error.Code, refusal.Facts["reason"]));
        Assert.Matches("^[A-Z].{10,}\\.$", (string)refusal.Facts["detail"]!);
        Assert.NotEqual(PromotionWords.Of("a reason of the future"), refusal.Facts["detail"]);
    }

    [Fact]
    public void A_code_that_applies_is_taken_however_it_is_written() => Assert.Null(ApplyCode.Decide(Cart, "autumn", Applying("AUTUMN")));

    [Fact]
    public void A_code_pricing_says_nothing_of_is_unknown() =>
        Assert.Equal("unknownCode", ApplyCode.Decide(Cart, "x", Things.Quote(Cart))!.Facts["reason"]);

    [Fact]
    public void An_eleventh_code_is_not_taken()
    {
        var full = Cart with { Codes = [.. Enumerable.Range(0, 10).Select(i => $"C{i}")] };
        Assert.Equal("carts.too_many_codes", ApplyCode.Decide(full, "AUTUMN", Applying("AUTUMN"))!.Error.Code);
    }

    [Fact]
    public void Of_what_does_not_apply_a_cart_tells_only_what_was_entered()
    {
        var cart = Cart with { Codes = ["Autumn", "winter"] };
        var quote = Applying("autumn") with
        {
            Rejected =
            [
                new(null, "winter", "Winter", PromotionReasons.Ended), new(null, null, "Two for one", PromotionReasons.MinQuantity),
            ],
        };
        var rejected = Assert.Single(RejectedView.Of(cart, quote));
        Assert.Equal(("winter", "Winter", "ended"), (rejected.Code, rejected.Name, rejected.Reason));
    }
}
