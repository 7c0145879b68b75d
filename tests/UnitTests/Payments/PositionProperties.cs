using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Payments.Ledger;
using Tradepost.Payments.Refunding;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Payments;

/// <summary>The accounts of an order, however its money is taken and given back in parts.</summary>
public sealed class PositionProperties
{
    private static readonly Address Somewhere = new("A", "1", "B", "US");

    [Fact]
    public void Captures_in_any_parts_come_to_the_orders_own_totals() => Prop.ForAll(Histories().ToArbitrary(), history =>
    {
        var (order, cuts, _) = history;
        var (position, sums) = Run(order, cuts, []);
        return position.Balances().Where(pair => pair.Value != 0).OrderBy(pair => pair.Key)
                .SequenceEqual(Expected(order).Where(pair => pair.Value != 0).OrderBy(pair => pair.Key))
            && sums.Where(pair => pair.Value != 0 && pair.Key != "provider:demo").OrderBy(pair => pair.Key)
                .SequenceEqual(Expected(order).Where(pair => pair.Value != 0).OrderBy(pair => pair.Key));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void All_given_back_in_any_parts_leaves_nothing_on_any_account() => Prop.ForAll(Histories().ToArbitrary(), history =>
    {
        var (order, cuts, refunds) = history;
        var (position, sums) = Run(order, cuts, refunds);
        return sums.Values.All(sum => sum == 0) && position.Shares.All(share => share.Held == 0);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_posting_sums_to_zero_and_no_part_ever_goes_below_nothing() => Prop.ForAll(Histories().ToArbitrary(), history =>
    {
        var (order, cuts, refunds) = history;
        Run(order, cuts, refunds, (posting, position) =>
        {
            Assert.Equal(0, posting.Entries.Sum(entry => entry.Amount.Minor));
            Assert.DoesNotContain(posting.Entries, entry => entry.Amount.IsZero);
            Assert.All(position.Shares, share => Assert.True(share.Held >= 0));
        });
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Money_beyond_the_price_is_owed_and_goes_back_first()
    {
        var order = Order(false, [(1000, 0, 100)], 500, 0);
        var twice = Start(order).Take(1600).Take(1600);
        Assert.Equal(-1600, twice.Balances()["owed"]);
        Assert.Equal(Expected(order).OrderBy(pair => pair.Key), Rest(twice.Give(1600, [])).OrderBy(pair => pair.Key));
    }

    [Fact]
    public void A_refund_for_a_line_takes_that_lines_tax_and_discount_and_no_other()
    {
        var order = Order(false, [(2000, 500, 300), (1000, 0, 0)], 0, 0);
        var line = new ShareWish(new(ShareKind.Line, order.Lines[0].Id), 1800);
        var after = Rest(Start(order).Take(2800).Give(1800, [line]));
        Assert.Equal(new Dictionary<string, long> { ["sales"] = -1000 }, after);
    }

    [Fact]
    public void Contained_tax_stands_apart_from_sales()
    {
        var order = Order(true, [(1190, 0, 190)], 119, 19);
        Assert.Equal(
            new Dictionary<string, long> { ["sales"] = -1000, ["shipping"] = -100, ["tax"] = -209 }.OrderBy(pair => pair.Key),
            Rest(Start(order).Take(1309)).OrderBy(pair => pair.Key));
    }

    [Fact]
    public void What_was_booked_as_a_whole_goes_back_from_sales_alone()
    {
        var order = Order(false, [(1000, 0, 100)], 0, 0);
        var old = Position.Of(order, new Dictionary<ShareKey, long> { [new(ShareKind.Whole, null)] = 1100 });
        Assert.Equal(new Dictionary<string, long> { ["sales"] = -1100 }, Rest(old));
        Assert.Equal(new Dictionary<string, long> { ["sales"] = -1000 }, Rest(old.Give(100, [])));
    }

    [Fact]
    public void Parts_are_cut_to_the_refunds_of_several_attempts_and_lose_nothing() => Prop.ForAll(
        (from amounts in Gen.Choose(0, 500).NonEmptyListOf()
         from cuts in Gen.Choose(1, 400).NonEmptyListOf()
         select (amounts, cuts)).ToArbitrary(),
        pair =>
        {
            var total = pair.amounts.Sum();
            var sizes = Cut(total, [.. pair.cuts]);
            var parts = pair.amounts.Select(amount => new RefundPart(new(ShareKind.Line, OrderLineId.New()), 1, amount)).ToList();
            var cut = RefundPart.Cut(parts, sizes);
            return cut.Count == sizes.Count && cut.Zip(sizes).All(some => some.First.Sum(part => part.Amount) == some.Second);
        }).Check(Config.QuickThrowOnFailure);

    private static (Position Position, Dictionary<string, long> Sums) Run(
        OrderToBook order, IReadOnlyList<int> captures, IReadOnlyList<(int Amount, int Line)> refunds,
        Action<Posting, Position>? look = null)
    {
        var (position, sums) = (Start(order), new Dictionary<string, long>());
        foreach (var amount in Cut(order.Totals.Total.Minor, captures))
        {
            Book(Posting.Capture(PaymentAttemptId.New(), order.Id, "demo", Usd(amount), position), position.Take(amount));
        }

        var sizes = refunds.Count == 0 ? [] : Cut(order.Totals.Total.Minor, [.. refunds.Select(refund => refund.Amount)]);
        foreach (var (amount, i) in sizes.Select((size, i) => (size, i)))
        {
            var line = refunds[i % refunds.Count].Line;
            List<ShareWish> wishes = line >= order.Lines.Count ? [] : [new(new(ShareKind.Line, order.Lines[line].Id), amount)];
            Book(Posting.Refund(RefundId.New(), order.Id, "demo", Usd(amount), position, wishes), position.Give(amount, wishes));
        }

        return (position, sums);

        void Book(Posting posting, Position after)
        {
            look?.Invoke(posting, after);
            position = after;
            foreach (var entry in posting.Entries)
            {
                sums[entry.Account] = sums.GetValueOrDefault(entry.Account) + entry.Amount.Minor;
            }
        }
    }

    // Cuts a total into parts of about these sizes; the last takes the rest.
    private static List<long> Cut(long total, IReadOnlyList<int> sizes)
    {
        var parts = new List<long>();
        foreach (var size in sizes)
        {
            var part = Math.Min(size, total);
            if (part > 0)
            {
                parts.Add(part);
                total -= part;
            }
        }

        if (total > 0)
        {
            parts.Add(total);
        }

        return parts;
    }

    private static Position Start(OrderToBook order) => Position.Of(order, new Dictionary<ShareKey, long>());

    private static Dictionary<string, long> Rest(Position position) =>
        position.Balances().Where(pair => pair.Value != 0).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static Dictionary<string, long> Expected(OrderToBook order)
    {
        var totals = order.Totals;
        var contained = totals.TaxIncluded ? order.Lines.Sum(line => line.Tax.Minor) : 0;
        var sums = new Dictionary<string, long>
        {
            ["sales"] = -(totals.Subtotal.Minor - contained),
            ["shipping"] = -(totals.Shipping.Minor - (totals.TaxIncluded ? order.ShippingTax.Minor : 0)),
            ["discounts"] = totals.Discount.Minor,
            ["tax"] = -totals.Tax.Minor,
        };
        return sums.Where(pair => pair.Value != 0).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static Gen<(OrderToBook Order, List<int> Captures, List<(int Amount, int Line)> Refunds)> Histories() =>
        from included in Gen.Elements(true, false)
        from lines in (from gross in Gen.Choose(1, 5000)
                       from discount in Gen.Choose(0, gross)
                       from tax in Gen.Choose(0, (gross - discount) / 4)
                       select (gross, discount, tax)).NonEmptyListOf()
        from shipping in Gen.Choose(0, 900)
        from shippingTax in Gen.Choose(0, shipping / 4)
        from captures in Gen.Choose(1, 4000).ListOf()
        from refunds in (from amount in Gen.Choose(1, 3000) from line in Gen.Choose(0, 6) select (amount, line)).NonEmptyListOf()
        let order = Order(included, [.. lines], shipping, shippingTax)
        where order.Totals.Total.Minor > 0
        select (order, captures.ToList(), refunds.ToList());

    private static OrderToBook Order(
        bool included, IReadOnlyList<(int Gross, int Discount, int Tax)> lines, long shipping, long shippingTax)
    {
        var (subtotal, discount) = (lines.Sum(line => (long)line.Gross), lines.Sum(line => (long)line.Discount));
        var tax = lines.Sum(line => (long)line.Tax) + shippingTax;
        var totals = new Totals(
            Usd(subtotal), Usd(discount), Usd(shipping), Usd(tax), Usd(subtotal - discount + shipping + (included ? 0 : tax)), included);
        return new(OrderId.New(), "T-100001", Somewhere, totals, [], [.. lines.Select(line => new LineToBook(
            OrderLineId.New(), VariantId.New(), "S", "N", 1, 0, Usd(line.Discount), Usd(line.Tax),
            Usd(line.Gross - line.Discount + (included ? 0 : line.Tax))))]);
    }

    private static Money Usd(long minor) => new(minor, Currency.Usd);
}
