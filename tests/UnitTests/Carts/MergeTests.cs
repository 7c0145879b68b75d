using FsCheck;
using FsCheck.Fluent;
using Tradepost.Carts;
using Tradepost.Carts.Claiming;
using Tradepost.Contracts;
using Tradepost.Contracts.Catalog;

namespace Tradepost.UnitTests.Carts;

/// <summary>What two carts come to, for every pair of states.</summary>
public sealed class MergeTests
{
    private static readonly UserId Ann = UserId.New();
    private static readonly VariantInfo Phone = Things.Variant(1999);
    private static readonly VariantInfo Case = Things.Variant(500);
    private static readonly Destination California = new("US", "CA", "94105", null);
    private static readonly Destination Berlin = new("DE", null, "10115", "Berlin");
    private static readonly ShippingMethodId Standard = ShippingMethodId.New();
    private static readonly ShippingMethodId Express = ShippingMethodId.New();

    private static Dictionary<VariantId, int> Stock(int phones = 9, int cases = 9) => new() { [Phone.Id] = phones, [Case.Id] = cases };

    private static Merged Merged(Cart? own, Cart guest, Dictionary<VariantId, int>? stock = null) =>
        Merge.Of(own, guest, Ann, stock ?? Stock());

    private static Cart Own(params CartLine[] lines) => Things.Cart(lines) with { UserId = Ann };

    private static int Units(Merged merged, VariantInfo of) => merged.Cart.Lines.Where(line => line.VariantId == of.Id).Sum(
        line => line.Quantity);

    [Theory] // phones and cases in the customer's cart (-1: there is none), in the guest's, and together; whose id is kept
    [InlineData(-1, 0, 0, 0, 0, 0, "guest")]
    [InlineData(-1, 0, 2, 0, 2, 0, "guest")]
    [InlineData(0, 0, 0, 0, 0, 0, "guest")]
    [InlineData(0, 0, 2, 1, 2, 1, "guest")]
    [InlineData(2, 0, 0, 0, 2, 0, "own")]
    [InlineData(2, 0, 0, 1, 2, 1, "own")]
    [InlineData(2, 0, 3, 0, 5, 0, "own")]
    [InlineData(2, 1, 3, 1, 5, 2, "own")]
    [InlineData(6, 0, 6, 0, 9, 0, "own")] // nine in stock
    [InlineData(12, 0, 6, 0, 12, 0, "own")] // never less than either held
    public void Lines_add_up_and_none_is_lost(
        int ownPhones, int ownCases, int phones, int cases, int phonesKept, int casesKept, string kept)
    {
        static CartLine[] Lines(int phones, int cases) =>
            [.. phones > 0 ? [Things.Line(Phone, phones)] : Array.Empty<CartLine>(),
                .. cases > 0 ? [Things.Line(Case, cases)] : Array.Empty<CartLine>()];

        var own = ownPhones < 0 ? null : Own(Lines(ownPhones, ownCases));
        var guest = Things.Cart(Lines(phones, cases));
        var merged = Merged(own, guest);
        Assert.Equal((phonesKept, casesKept), (Units(merged, Phone), Units(merged, Case)));
        Assert.Equal(kept == "own" ? own!.Id : guest.Id, merged.Cart.Id);
        Assert.Equal(Ann, merged.Cart.UserId);
        Assert.Equal(phonesKept < Math.Max(ownPhones, 0) + phones, merged.Cuts.ContainsKey(Phone.Id));
    }

    [Fact]
    public void A_line_of_both_carts_keeps_the_customers_id_and_what_it_told_of_prices()
    {
        var mine = Things.Line(Phone, 1) with { SeenPriceMinor = 5 };
        var line = Assert.Single(Merged(Own(mine), Things.Cart(Things.Line(Phone, 1) with { SeenPriceMinor = 7 })).Cart.Lines);
        Assert.Equal((mine.Id, 5, 2), (line.Id, line.SeenPriceMinor, line.Quantity));
    }

    [Theory]
    [InlineData(2, 3, 4, 4)]
    [InlineData(600, 600, 5000, 999)]
    [InlineData(999, 1, 5000, 999)]
    public void A_sum_beyond_the_stock_or_a_line_is_cut_and_told(int own, int guest, int stock, int kept)
    {
        var merged = Merged(Own(Things.Line(Phone, own)), Things.Cart(Things.Line(Phone, guest)), Stock(stock));
        var notice = merged.Cuts[Phone.Id];
        Assert.Equal((kept, "quantityReduced"), (Units(merged, Phone), notice.Code));
        Assert.Equal((own + guest, kept), (notice.Requested, notice.Available));
    }

    [Fact]
    public void What_is_not_sold_any_more_comes_along_to_be_seen() =>
        Assert.Equal(2, Units(Merged(Own(Things.Line(Case, 1)), Things.Cart(Things.Line(Phone, 2)), Stock(phones: 0)), Phone));

    [Theory]
    [InlineData(200, 1, 200, 1)]
    [InlineData(199, 1, 200, 0)]
    [InlineData(150, 120, 200, 70)]
    [InlineData(1, 200, 200, 1)]
    public void More_lines_than_a_cart_holds_stay_in_the_guests_cart(int own, int guest, int kept, int leftOut)
    {
        var merged = Merged(Own(Things.Lines(own)), Things.Cart(Things.Lines(guest)));
        Assert.Equal((kept, leftOut), (merged.Cart.Lines.Count, merged.LeftOut.Count));
    }

    [Fact]
    public void A_full_cart_still_takes_more_of_what_it_holds()
    {
        var merged = Merged(Own([Things.Line(Phone, 1), .. Things.Lines(199)]), Things.Cart(Things.Line(Phone, 2), Things.Line(Case, 1)));
        Assert.Equal((3, 0, Case.Id), (Units(merged, Phone), Units(merged, Case), Assert.Single(merged.LeftOut).VariantId));
    }

    [Theory] // codes of the customer's cart, the guest's, and together: the kept cart's first
    [InlineData("", "", "")]
    [InlineData("A", "", "A")]
    [InlineData("", "b", "b")]
    [InlineData("A", "b", "A,b")]
    [InlineData("Summer", "SUMMER,x", "Summer,x")]
    public void Codes_of_both_are_kept_once_each(string own, string guest, string together)
    {
        static string[] Codes(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var merged = Merged(
            Own(Things.Line(Phone, 1)) with { Codes = Codes(own) }, Things.Cart(Things.Line(Case, 1)) with { Codes = Codes(guest) });
        Assert.Equal((together, 0), (string.Join(',', merged.Cart.Codes), merged.CodesLeftOut.Count));
    }

    [Fact]
    public void More_codes_than_a_cart_takes_are_told()
    {
        string[] Codes(char of, int count) => [.. Enumerable.Range(0, count).Select(i => $"{of}{i}")];
        var merged = Merged(
            Own(Things.Line(Phone, 1)) with { Codes = Codes('a', 7) }, Things.Cart(Things.Line(Case, 1)) with { Codes = Codes('b', 5) });
        Assert.Equal((10, "b3,b4"), (merged.Cart.Codes.Count, string.Join(',', merged.CodesLeftOut)));
        Assert.Contains("b3, b4", Notice.CodesLeftOut(merged.CodesLeftOut).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Addresses => new()
    {
        { "none", "none", "none" }, { "none", "CA/standard", "CA/standard" }, { "CA/express", "none", "CA/express" },
        { "CA", "CA/standard", "CA/standard" }, { "CA/express", "CA/standard", "CA/express" }, { "CA", "DE/standard", "CA" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void A_way_to_deliver_comes_along_only_with_its_address(string own, string guest, string together)
    {
        var merged = Merged(Sent(Own(Things.Line(Phone, 1)), own), Sent(Things.Cart(Things.Line(Case, 1)), guest)).Cart;
        Assert.Equal(Sent(merged, together), merged);
    }

    [Fact]
    public void A_cart_that_is_taken_over_decides_and_what_only_the_empty_one_said_is_kept()
    {
        var empty = Sent(Own(), "DE/express") with { PaymentMethod = "cod", Codes = ["A"], Contact = new("ann@example.com", false) };
        var merged = Merged(empty, Sent(Things.Cart(Things.Line(Phone, 1)), "CA/standard")).Cart;
        Assert.Equal((California, Standard, "cod", "ann@example.com"),
            (merged.Destination!, merged.ShippingOption!.Value, merged.PaymentMethod!, merged.Contact.Email!));
        Assert.Equal(["A"], merged.Codes);
    }

    [Theory] // consent is for one address
    [InlineData(null, false, "g@x.org", true, "g@x.org", true)]
    [InlineData("o@x.org", false, "g@x.org", true, "o@x.org", false)]
    [InlineData("o@x.org", false, "O@X.org", true, "o@x.org", true)]
    [InlineData("o@x.org", true, null, false, "o@x.org", true)]
    public void Who_agreed_to_be_reminded_agreed_for_their_address(
        string? own, bool ownAgreed, string? guest, bool guestAgreed, string kept, bool agreed)
    {
        var merged = Merged(
            Own(Things.Line(Phone, 1)) with { Contact = new(own, ownAgreed) },
            Things.Cart(Things.Line(Case, 1)) with { Contact = new(guest, guestAgreed), PaymentMethod = "card" }).Cart;
        Assert.Equal((kept, agreed, "card"), (merged.Contact.Email, merged.Contact.Remind, merged.PaymentMethod));
    }

    [Fact]
    public void Whatever_meets_a_line_stays_within_bounds_and_never_shrinks() =>
        Prop.ForAll(Whole(0, 999), Whole(1, 999), Whole(0, 2000), (own, guest, stock) =>
        {
            var merged = Merged(
                Own([Things.Line(Case, 1), .. own == 0 ? [] : new[] { Things.Line(Phone, own) }]), Things.Cart(Things.Line(Phone, guest)),
                Stock(stock));
            var (kept, cut) = (Units(merged, Phone), merged.Cuts.ContainsKey(Phone.Id));
            return kept >= Math.Max(own, guest) && kept <= Math.Min(own + guest, Cart.MaxQuantity)
                && (kept <= stock || kept == Math.Max(own, guest)) && cut == (kept < own + guest);
        }).Check(FsCheck.Config.QuickThrowOnFailure);

    private static Cart Sent(Cart cart, string how) => cart with
    {
        Destination = how.StartsWith("CA", StringComparison.Ordinal) ? California
            : how.StartsWith("DE", StringComparison.Ordinal) ? Berlin : null,
        ShippingOption = how.EndsWith("standard", StringComparison.Ordinal) ? Standard
            : how.EndsWith("express", StringComparison.Ordinal) ? Express : null,
    };

    private static Arbitrary<int> Whole(int least, int most) => Gen.Choose(least, most).ToArbitrary();
}
