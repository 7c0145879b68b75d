using Tradepost.Carts;
using Tradepost.Contracts;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Carts;

/// <summary>When what is about to be paid is not what the buyer saw.</summary>
public sealed class LastLookTests
{
    private static readonly VariantInfo Phone = Things.Variant(2000);
    private static readonly Destination California = new("US", "CA", "94105", null);
    private static readonly ShippingMethodId Standard = ShippingMethodId.New();

    private static Cart Shown(long discount = 0, long? total = 2000) => Things.Cart(Things.Line(Phone, 1)) with
    {
        Version = 4, Destination = California, ShippingOption = Standard, PaymentMethod = "card", Contact = new("ann@example.com", true),
        Seen = new(discount, total, default),
    };

    private static Cart Ordered(Cart cart, ShippingMethodId? by = null, string method = "card", string email = "ann@example.com") =>
        LastLook.Under(new CheckoutTerms(California, by ?? Standard, method, email), cart);

    [Fact]
    public void A_cart_that_costs_what_was_shown_may_be_ordered()
    {
        var cart = Shown();
        Assert.False(LastLook.IsOutdated(cart, Ordered(cart), Things.Quote(cart), version: 4));
        Assert.False(LastLook.IsOutdated(cart, Ordered(cart), Things.Quote(cart), version: null));
    }

    [Fact]
    public void Another_version_than_the_buyer_has_before_them_is_shown_first() =>
        Assert.True(LastLook.IsOutdated(Shown(), Ordered(Shown()), Things.Quote(Shown()), version: 3));

    [Theory]
    [InlineData(1999)]
    [InlineData(2001)]
    public void A_price_that_moved_either_way_is_shown_first(long seen)
    {
        var cart = Shown(total: null);
        var moved = cart with { Lines = [cart.Lines[0] with { SeenPriceMinor = seen }] };
        Assert.True(LastLook.IsOutdated(moved, Ordered(moved), Things.Quote(cart), null));
    }

    [Theory]
    [InlineData(300, 0, true)]
    [InlineData(300, 299, true)]
    [InlineData(300, 300, false)]
    [InlineData(300, 400, false)]
    public void A_discount_that_is_gone_or_smaller_is_shown_first_and_a_larger_one_just_given(long seen, long now, bool outdated)
    {
        var cart = Shown(seen, total: null);
        Assert.Equal(outdated, LastLook.IsOutdated(cart, Ordered(cart), Things.Quote(cart, discount: now), null));
    }

    [Theory]
    [InlineData(500, 500, false)]
    [InlineData(500, 501, true)]
    [InlineData(500, 499, false)]
    public void More_to_pay_for_the_same_delivery_is_shown_first(long seen, long now, bool outdated)
    {
        var cart = Shown(total: 2000 + seen);
        Assert.Equal(outdated, LastLook.IsOutdated(cart, Ordered(cart), Things.Quote(cart, shipping: now), null));
    }

    [Fact]
    public void A_delivery_the_buyer_names_with_the_order_may_cost_what_it_costs()
    {
        var cart = Shown();
        Assert.False(LastLook.IsOutdated(cart, Ordered(cart, by: ShippingMethodId.New()), Things.Quote(cart, shipping: 900), null));
    }

    [Theory]
    [InlineData("card", "ann@example.com", PromotionReasons.PaymentMethod, false)]
    [InlineData("cod", "ann@example.com", PromotionReasons.PaymentMethod, true)]
    [InlineData("card", "bob@example.com", PromotionReasons.FirstOrder, true)]
    [InlineData("cod", "bob@example.com", PromotionReasons.MinSubtotal, false)]
    [InlineData("cod", "bob@example.com", null, false)]
    public void Who_pays_how_is_looked_into_only_where_it_matters(string method, string email, string? reason, bool matters)
    {
        var cart = Shown();
        var quote = Things.Quote(cart) with { Rejected = reason is null ? [] : [new(null, null, "Some", reason)] };
        Assert.Equal(matters, LastLook.DependsOnWhoPaysHow(cart, Ordered(cart, method: method, email: email), quote));
    }

    [Fact]
    public void A_fee_for_the_way_to_pay_matters_too()
    {
        var quote = Things.Quote(Shown()) with { Trace = [new("fee", "On delivery", new Money(300, Currency.Usd))] };
        Assert.True(LastLook.DependsOnWhoPaysHow(Shown(), Ordered(Shown(), method: "cod"), quote));
    }

    [Fact]
    public void The_cart_that_is_shown_instead_is_the_next_version_under_the_new_terms_and_tells_of_the_lost_discount()
    {
        var cart = Shown(discount: 300);
        var view = LastLook.Anew(Ordered(cart, method: "cod", email: "bob@example.com"), Things.Known(Phone), Things.Quote(cart));
        Assert.Equal((5, "cod", "bob@example.com", true), (view.Version, view.PaymentMethod, view.Contact.Email, view.Contact.Remind));
        Assert.Equal("discountReduced", Assert.Single(view.Notices).Code);
    }
}
