using Tradepost.Carts;
using Tradepost.Carts.Lines;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Carts;

public sealed class CartDecisionTests
{
    private static readonly VariantInfo Phone = Things.Variant(1999);
    private static readonly VariantInfo Case = Things.Variant(500);

    [Fact]
    public void Ids_of_carts_are_random_and_never_alike()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => Cart.NewId().ToString()).ToList();
        Assert.Equal(1000, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
        Assert.True(ids.Select(id => id[..8]).Distinct(StringComparer.Ordinal).Count() > 990, "the first digits must not tell the time");
    }

    [Theory]
    [InlineData(0, 5, 5, null)]
    [InlineData(0, 6, 5, "inventory.insufficient")]
    [InlineData(3, 2, 5, null)]
    [InlineData(3, 3, 5, "inventory.insufficient")]
    [InlineData(990, 9, 5000, null)]
    [InlineData(990, 10, 5000, "request.invalid")]
    [InlineData(0, 1, 0, "inventory.insufficient")]
    public void Units_add_up_within_stock_and_what_a_line_holds(int there, int added, int available, string? refused)
    {
        var cart = there == 0 ? Things.Cart() : Things.Cart(Things.Line(Phone, there));
        Assert.Equal(refused, AddLine.Decide(cart, Phone, added, available)?.Error.Code);
    }

    [Fact]
    public void A_refusal_for_want_of_stock_says_how_much_there_is() =>
        Assert.Equal(2, AddLine.Decide(Things.Cart(), Phone, 3, 2)!.Facts["available"]);

    [Fact]
    public void What_is_not_sold_or_priced_in_another_currency_can_not_be_added()
    {
        Assert.Equal("carts.not_sold", AddLine.Decide(Things.Cart(), Phone with { Purchasable = false }, 1, 9)?.Error.Code);
        Assert.Equal("carts.not_sold", AddLine.Decide(Things.Cart(), Phone with { Price = new(1, Currency.Of("EUR")) }, 1, 9)?.Error.Code);
    }

    [Fact]
    public void A_full_cart_takes_more_of_the_same_but_nothing_else()
    {
        var cart =
            Things.Cart([Things.Line(Phone, 1), .. Enumerable.Range(1, Cart.MaxLines - 1).Select(_ => Things.Line(Things.Variant(1), 1))]);
        Assert.Equal("carts.full", AddLine.Decide(cart, Case, 1, 9)?.Error.Code);
        Assert.Null(AddLine.Decide(cart, Phone, 1, 9));
    }

    [Theory]
    [InlineData(5, 4, 3, null)] // fewer, though there are fewer still
    [InlineData(5, 5, 3, null)]
    [InlineData(5, 6, 6, null)]
    [InlineData(5, 7, 6, "inventory.insufficient")]
    [InlineData(5, 0, 0, null)]
    public void A_quantity_may_always_go_down_and_up_as_far_as_there_is_stock(int there, int wanted, int available, string? refused)
    {
        var line = Things.Line(Phone, there);
        var stock = new Dictionary<VariantId, int> { [Phone.Id] = available };
        Assert.Equal(refused, ChangeLine.Decide(Things.Cart(line), line.Id, wanted, stock)?.Error.Code);
    }

    [Fact]
    public void A_line_of_another_cart_is_not_there() =>
        Assert.Equal("carts.line_not_found",
            ChangeLine.Decide(Things.Cart(Things.Line(Phone, 1)), CartLineId.New(), 1, new Dictionary<VariantId, int>())?.Error.Code);

    [Fact]
    public void A_cart_can_be_ordered_when_it_holds_something_and_only_what_is_sold()
    {
        string? Refused(params CartLine[] lines) => Checkout.Decide(Things.Cart(lines), Things.Known(Phone, Case))?.Error.Code;

        Assert.Null(Refused(Things.Line(Phone, 1), Things.Line(Case, 2)));
        Assert.Equal("cart.empty", Refused());
    }

    [Fact]
    public void What_is_no_longer_sold_holds_the_order_up_and_is_named()
    {
        var refusal = Checkout.Decide(Things.Cart(Things.Line(Phone, 3)), Things.Known(Phone with { Purchasable = false }))!;
        Assert.Equal("inventory.insufficient", refusal.Error.Code);
        Assert.Equal([new(Phone.Id, 3, 0)], Assert.IsType<Tradepost.Contracts.Inventory.StockShortage[]>(refusal.Facts["lines"]));
    }
}
