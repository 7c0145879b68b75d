using FsCheck;
using FsCheck.Fluent;
using Tradepost.Carts;
using Tradepost.Contracts.Catalog;

namespace Tradepost.UnitTests.Carts;

public sealed class MergeTests
{
    private static readonly VariantInfo Phone = Things.Variant(1999);
    private static readonly VariantInfo Case = Things.Variant(500);

    private static Dictionary<VariantId, int> Stock(int phones, int cases = 0) => new() { [Phone.Id] = phones, [Case.Id] = cases };

    [Fact]
    public void Quantities_add_up_and_what_only_one_cart_held_is_kept()
    {
        var mine = Things.Line(Phone, 2);
        var merged = ClaimCart.Merge([mine], [Things.Line(Phone, 3), Things.Line(Case, 1)], Stock(9, 9));

        Assert.Equal([(mine.Id, 5)], merged.Lines.Where(line => line.VariantId == Phone.Id).Select(line => (line.Id, line.Quantity)));
        Assert.Equal([1], merged.Lines.Where(line => line.VariantId == Case.Id).Select(line => line.Quantity));
        Assert.Empty(merged.Cuts);
    }

    [Fact]
    public void A_sum_beyond_the_stock_is_cut_and_the_buyer_is_told()
    {
        var merged = ClaimCart.Merge([Things.Line(Phone, 2)], [Things.Line(Phone, 3)], Stock(4));
        Assert.Equal(4, merged.Lines[0].Quantity);
        Assert.Equal(
            ("quantityReduced", 5, 4), (merged.Cuts[Phone.Id].Code, merged.Cuts[Phone.Id].Requested, merged.Cuts[Phone.Id].Available));
    }

    [Fact]
    public void The_price_the_customer_saw_is_kept_so_that_a_change_still_shows()
    {
        var merged = ClaimCart.Merge(
            [Things.Line(Phone, 1) with { SeenPriceMinor = 5 }], [Things.Line(Phone, 1) with { SeenPriceMinor = 7 }], Stock(9));
        Assert.Equal(5, merged.Lines[0].SeenPriceMinor);
    }

    [Fact]
    public void Whatever_meets_a_line_stays_within_bounds_and_never_shrinks() =>
        Prop.ForAll(Whole(0, 999), Whole(1, 999), Whole(0, 2000), (own, guest, stock) =>
        {
            CartLine[] mine = own == 0 ? [] : [Things.Line(Phone, own)];
            var merged = ClaimCart.Merge(mine, [Things.Line(Phone, guest)], Stock(stock));
            var kept = Assert.Single(merged.Lines).Quantity;
            var cut = merged.Cuts.ContainsKey(Phone.Id);
            return kept >= Math.Max(own, guest) && kept <= Math.Min(own + guest, Cart.MaxQuantity)
                && (kept <= stock || kept == Math.Max(own, guest)) && cut == (kept < own + guest);
        }).Check(FsCheck.Config.QuickThrowOnFailure);

    private static Arbitrary<int> Whole(int least, int most) => Gen.Choose(least, most).ToArbitrary();
}
