using Tradepost.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Carts;

public sealed class NoticeTests
{
    private static readonly VariantInfo Phone = Things.Variant(1999);

    private static IReadOnlyList<Notice> Notices(CartLine line, VariantInfo variant, int? available) =>
        Notice.For(Things.Cart(line), line, variant, available);

    [Fact]
    public void There_is_nothing_to_say_of_a_line_that_is_as_it_was() => Assert.Empty(Notices(Things.Line(Phone, 2), Phone, 2));

    [Theory]
    [InlineData(1500, "up")]
    [InlineData(2500, "down")]
    public void A_price_that_moved_is_told_with_both_prices(long seen, string direction)
    {
        var notice = Assert.Single(Notices(Things.Line(Phone, 1) with { SeenPriceMinor = seen }, Phone, 9));
        Assert.Equal(("priceChanged", new Money(seen, Currency.Usd), Phone.Price), (notice.Code, notice.From, notice.To));
        Assert.Contains(direction, notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_stock_is_told_with_what_there_is()
    {
        var few = Assert.Single(Notices(Things.Line(Phone, 3), Phone, 2));
        Assert.Equal(("insufficientStock", 2, "Only 2 left."), (few.Code, few.Available, few.Message));
        Assert.Equal("This has sold out.", Assert.Single(Notices(Things.Line(Phone, 3), Phone, 0)).Message);
    }

    [Fact]
    public void Of_what_is_no_longer_sold_nothing_else_is_said() =>
        Assert.Equal(["unavailable"], Notices(Things.Line(Phone, 3) with { SeenPriceMinor = 1 }, Phone with { Purchasable = false }, 0)
            .Select(notice => notice.Code));
}
