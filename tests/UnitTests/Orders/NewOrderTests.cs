using Tradepost.Contracts;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Orders.Placing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Orders;

/// <summary>A cart frozen into an order, and the request that asks for it.</summary>
public sealed class NewOrderTests
{
    private static readonly Address Home = new("Ada", "1 Main Street", "Portland", "US", State: "OR", PostalCode: "97201");

    [Fact]
    public void The_trace_speaks_of_the_orders_lines_and_still_adds_up()
    {
        var cart = Cart();
        var order = NewOrder.Of(cart, Draft(), null, default);
        Assert.Equal(cart.Quote.Totals, order.Totals);
        var named = order.Trace.Where(step => step.LineId is not null).Select(step => step.LineId);
        Assert.Equal(order.Lines.Select(line => line.Id.ToString()), named);
        Assert.Equal(order.Totals.Total.Minor, order.Trace.Sum(step => step.Amount.Minor));
        Assert.NotEqual(cart.Lines[0].Id.ToString(), order.Lines[0].Id.ToString());
    }

    [Fact]
    public void Without_a_way_to_send_it_there_is_no_order()
    {
        var cart = Cart();
        var unsent = cart with { Quote = cart.Quote with { Shipping = null } };
        Assert.Throws<InvalidOperationException>(() => NewOrder.Of(unsent, Draft(), null, default));
    }

    [Fact]
    public void Every_missing_field_is_named_at_once()
    {
        var faults = new Faults();
        new PlaceOrder.Request(null, null, null, null, null, null, null, null).Check(faults);
        string[] fields = ["cartId", "email", "name", "shippingAddress", "shippingOptionId", "paymentMethod"];
        Assert.Equal(fields, faults.Refusal()!.Fields.Keys);
    }

    [Fact]
    public void Who_orders_is_who_receives_unless_the_address_says_otherwise()
    {
        var address = new AddressInput(null, null, "1 Main Street", null, "Portland", "OR", "97201", "us", null);
        var request = new PlaceOrder.Request(
            CartId.New(), "ada@example.com", "Ada", address, address with { Name = "Firm" }, ShippingMethodId.New(), "card", null);
        var faults = new Faults();
        request.Check(faults);
        Assert.False(faults.Any);
        var draft = request.ToDraft("/somewhere");
        Assert.Equal(("Ada", "Firm", "US"), (draft.ShippingAddress.Name, draft.BillingAddress!.Name, draft.ShippingAddress.Country));
        Assert.Equal("/somewhere", draft.ReturnUrl);
    }

    private static OrderDraft Draft() => new(CartId.New(), "ada@example.com", "Ada", Home, null, ShippingMethodId.New(), "card");

    private static CheckoutCart Cart()
    {
        var id = CartLineId.New();
        Money Usd(long minor) => new(minor, Currency.Usd);
        var bought = new CheckoutLine(
            id, ProductId.New(), VariantId.New(), "SKU", "Thing", new Dictionary<string, string>(StringComparer.Ordinal), null, 2, 100);
        var quote = new Quote(
            [new(id.ToString(), Usd(500), 2, Usd(1000), Usd(0), Usd(80))],
            new(Usd(1000), Usd(0), Usd(300), Usd(80), Usd(1380)),
            [new("line", "Thing", Usd(1000), id.ToString()), new("shipping", "Standard", Usd(300)), new("tax", "Tax", Usd(80))],
            [new("Tax", "8", Usd(80))],
            new(ShippingMethodId.New(), "standard", "Standard", Usd(300), new(3, 5)));
        return new(CartId.New(), Currency.Usd, [bought], quote);
    }
}
