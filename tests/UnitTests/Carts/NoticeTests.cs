using Tradepost.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Carts;

public sealed class NoticeTests
{
    private static readonly VariantInfo Phone = Things.Variant(1999);

    private static IReadOnlyList<Notice> Notices(CartLine line, Money? price, int? available) => Notice.For(line, available, price);

    [Fact]
    public void There_is_nothing_to_say_of_a_line_that_is_as_it_was() => Assert.Empty(Notices(Things.Line(Phone, 2), Phone.Price, 2));

    [Theory]
    [InlineData(1500, "up")]
    [InlineData(2500, "down")]
    public void A_price_that_moved_is_told_with_both_prices(long seen, string direction)
    {
        var notice = Assert.Single(Notices(Things.Line(Phone, 1) with { SeenPriceMinor = seen }, Phone.Price, 9));
        Assert.Equal(("priceChanged", new Money(seen, Currency.Usd), Phone.Price), (notice.Code, notice.From, notice.To));
        Assert.Contains(direction, notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_stock_is_told_with_what_there_is()
    {
        var few = Assert.Single(Notices(Things.Line(Phone, 3), Phone.Price, 2));
        Assert.Equal(("insufficientStock", 2, "Only 2 left."), (few.Code, few.Available, few.Message));
        Assert.Equal("This has sold out.", Assert.Single(Notices(Things.Line(Phone, 3), Phone.Price, 0)).Message);
    }

    [Fact]
    public void Of_what_is_no_longer_sold_nothing_else_is_said() =>
        Assert.Equal(["unavailable"], Notices(Things.Line(Phone, 3) with { SeenPriceMinor = 1 }, null, 0).Select(notice => notice.Code));

    [Theory]
    [InlineData(500, 0, "ended")]
    [InlineData(500, 200, "smaller")]
    [InlineData(500, 500, null)]
    [InlineData(500, 700, null)]
    public void A_discount_that_shrank_is_told_with_both_amounts(long seen, long now, string? word)
    {
        var cart = Things.Cart(Things.Line(Phone, 1)) with { Seen = new(seen, 1499, default) };
        var notices = Notice.OfDiscount(cart, Things.Quote(cart, discount: now));
        Assert.Equal(word is null ? 0 : 1, notices.Count);
        Assert.All(notices, notice => Assert.Equal((seen, now), (notice.From!.Value.Minor, notice.To!.Value.Minor)));
        Assert.All(notices, notice => Assert.Contains(word!, notice.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_that_did_not_fit_are_named_though_not_all_of_them()
    {
        var (one, five) = (Notice.LeftOut(["Lamp"], Cart.NewId()), Notice.LeftOut(["A", "B", "C", "D", "E"], Cart.NewId()));
        Assert.EndsWith("earlier cart: Lamp.", one.Message, StringComparison.Ordinal);
        Assert.EndsWith("A, B, C and 2 more.", five.Message, StringComparison.Ordinal);
    }
}
