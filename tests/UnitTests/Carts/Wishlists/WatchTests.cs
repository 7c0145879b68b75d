using FsCheck;
using FsCheck.Fluent;
using Tradepost.Carts.Wishlists;
using Tradepost.Carts.Wishlists.News;
using Tradepost.Platform.Types;
using WishlistId = Tradepost.Platform.Types.Id<Tradepost.Carts.Wishlists.WishlistKind>;
using WishlistItemId = Tradepost.Platform.Types.Id<Tradepost.Carts.Wishlists.WishlistItemKind>;

namespace Tradepost.UnitTests.Carts.Wishlists;

/// <summary>Which prices are news, and what a list says of what is on it.</summary>
public sealed class WatchTests
{
    [Theory]
    [InlineData(10_000, 9_900, true)] // a hundredth
    [InlineData(10_000, 9_901, false)]
    [InlineData(99, 98, true)]
    [InlineData(101, 100, false)]
    [InlineData(100, 100, false)]
    [InlineData(100, 120, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 0, false)]
    [InlineData(long.MaxValue, long.MaxValue / 2, true)]
    public void A_drop_is_a_hundredth_at_least(long from, long to, bool isDrop) => Assert.Equal(isDrop, Watch.IsDrop(from, to));

    [Fact]
    public void A_sale_that_ends_and_begins_again_is_told_again()
    {
        Assert.Equal([null, 10_000L, null, 10_000L], News(10_000, 10_000, 8_000, 10_000, 8_000));
    }

    [Fact]
    public void What_costs_more_than_when_it_was_wished_for_is_never_called_cheaper()
    {
        Assert.Equal([null, null, 10_000L], News(10_000, 15_000, 12_000, 9_000));
    }

    [Fact]
    public void Small_steps_add_up_to_a_drop_and_each_price_is_told_once()
    {
        Assert.Equal([null, 10_000L, null, null], News(10_000, 9_950, 9_900, 9_900, 9_850));
    }

    [Fact]
    public void Whatever_prices_do_news_are_true_and_the_mark_stays_within_what_it_cost_first() =>
        Prop.ForAll(Prices(), prices =>
        {
            var (added, watched) = (prices[0], prices[0]);
            foreach (var now in prices.Skip(1))
            {
                var look = Watch.At(watched, added, now);
                var told = look.DropFrom is { } from ? Watch.IsDrop(from, now) && look.Watched == now : !Watch.IsDrop(watched, now);
                if (!told || look.Watched > added || look.Watched < 0 || Watch.At(look.Watched, added, now).DropFrom is not null)
                {
                    return false;
                }

                watched = look.Watched;
            }

            return true;
        }).Check(FsCheck.Config.QuickThrowOnFailure);

    [Fact]
    public void A_list_tells_of_a_lower_price_and_of_what_came_back()
    {
        var variant = Things.Variant(8_000);
        var item = Item(variant.Id, 10_000);
        var drop = Assert.Single(ItemView.NoticesOf(item, variant, 3, Clock));
        Assert.Equal(("priceDrop", 10_000L, 8_000L), (drop.Code, drop.From!.Value.Minor, drop.To!.Value.Minor));
        Assert.Empty(ItemView.NoticesOf(Item(variant.Id, 8_000), variant, 3, Clock));
        Assert.Empty(ItemView.NoticesOf(Item(variant.Id, 7_000), variant, 0, Clock));

        string[] Codes(WishlistItem it, int available) => [.. ItemView.NoticesOf(it, variant, available, Clock).Select(note => note.Code)];
        var same = Item(variant.Id, 8_000);
        Assert.Equal(["backInStock"], Codes(same with { WasInStock = false }, 1));
        Assert.Equal(["backInStock"], Codes(same with { BackAt = Clock.AddDays(-13) }, 1));
        Assert.Empty(Codes(same with { BackAt = Clock.AddDays(-15) }, 1));
        Assert.Empty(Codes(same with { WasInStock = false }, 0));
        Assert.Equal(["unavailable"], ItemView.NoticesOf(item, variant with { Purchasable = false }, 3, Clock).Select(note => note.Code));
    }

    [Fact]
    public void What_is_told_must_still_be_true_when_it_is_sent()
    {
        var variant = Things.Variant(8_000);
        Assert.True(TellReaders.IsTrue(new Money(10_000, Currency.Usd), variant, 0));
        Assert.False(TellReaders.IsTrue(new Money(8_000, Currency.Usd), variant, 5));
        Assert.False(TellReaders.IsTrue(new Money(10_000, Currency.Of("EUR")), variant, 5));
        Assert.True(TellReaders.IsTrue(null, variant, 1));
        Assert.False(TellReaders.IsTrue(null, variant, 0));
        Assert.False(TellReaders.IsTrue(new Money(10_000, Currency.Usd), variant with { Purchasable = false }, 5));
    }

    private static readonly DateTimeOffset Clock = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static long?[] News(long added, params long[] prices)
    {
        var watched = added;
        return [.. prices.Select(now =>
        {
            var look = Watch.At(watched, added, now);
            watched = look.Watched;
            return look.DropFrom;
        })];
    }

    private static WishlistItem Item(VariantId variant, long added) => new(
        WishlistItemId.New(), WishlistId.New(), ProductId.New(), variant, new Money(added, Currency.Usd), true, null, Clock.AddDays(-30));

    private static Arbitrary<long[]> Prices() =>
        Gen.NonEmptyListOf(Gen.Choose(0, 100_000)).Select(list => list.Select(price => (long)price).ToArray()).ToArbitrary();
}
