using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tradepost.Contracts;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Reactions;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Notifications;

/// <summary>What mails say.</summary>
public sealed class LetterTests
{
    private static readonly ShopSettings Shop = new() { Name = "Tradepost", BaseUrl = "https://shop.example" };
    private static readonly LetterWriter Writer = new(Shop);

    private static object Facts(OrderSummary order) => new
    {
        Order = OrderFacts.Of(order, Shop),
        Cart = CartFacts.Of(Left(order.Name), Shop),
        Return = ReturnLetterFacts.Of(order, Back(order.Name), Shop),
        Refund = "$12.00",
        Note = order.Name,
        Statement = $"I withdraw. {order.Name}",
        At = "1 March 2026, 10:00 (UTC)",
        Carrier = "Swift",
        TrackingNumber = "SW123",
        Problem = order.Name,
        Complete = true,
        Reason = "changed my mind",
        Url = "https://shop.example/x#token=abc",
        Name = "June",
        IsNew = true,
        SignIn = "https://shop.example/sign-in",
        Forgot = "https://shop.example/forgot-password",
        Subject = $"Back in stock: {order.Name}",
        Items = new[] { new WishlistFacts.Thing(order.Name, "https://shop.example/p/lamp", "$79.00", "$99.00", order.Name) },
        More = 3,
        IsOne = false,
        Wishlists = "https://shop.example/account/wishlists",
        Mute = "https://shop.example/wishlists/mails-off#token=abc",
    };

    private static Money Usd(long minor) => new(minor, Currency.Usd);

    private static OrderSummary Order(
        string name = "June Okafor", string? token = null, Totals? totals = null, long total = 254_897) => new(
        new OrderId(Guid.Parse("01936a00-0000-7000-8000-000000000001")), "TP-10042", "june@example.com", name, Usd(total),
        [new("Aurora 14 laptop, 16 GB", 1, Usd(129_900)), new("Studio headphones", 2, Usd(119_998))], token, totals,
        new Address(name, "2218 SE Alder Street", "Portland", "US", State: "OR", PostalCode: "97214"));

    private static ReturnSummary Back(string name) => new(
        new ReturnId(Guid.Parse("01936a00-0000-7000-8000-000000000003")), "R-100001", [new(name, 2)],
        new Address(name, "1 Dock Road", "Portland", "US", State: "OR", PostalCode: "97210"), ShopPays: true);

    private static CartAbandoned Left(string name, bool isGuests = true, int lines = 2) => new(
        new CartId(Guid.Parse("01936a00-0000-4000-8000-000000000002")), "visit", "june@example.com", isGuests,
        [.. Enumerable.Range(1, lines).Select(i => new AbandonedLine(name, "studio headphones", "/media/p1.webp", i, Usd(1999 * i)))],
        Usd(5997), "a1b2");

    [Fact]
    public void Every_kind_of_letter_has_a_subject_a_page_and_a_text()
    {
        foreach (var kind in LetterKinds.All)
        {
            var letter = Writer.Write(kind, Facts(Order()));
            Save(kind, letter);
            Assert.DoesNotContain('\n', letter.Subject);
            Assert.InRange(letter.Subject.Length, 10, 100);
            Assert.StartsWith("<!doctype html>", letter.Html, StringComparison.Ordinal);
            Assert.Contains($"<title>{letter.Subject}</title>", letter.Html, StringComparison.Ordinal);
            Assert.Contains("Tradepost", letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", letter.Html + letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<", letter.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_customers_wrote_is_shown_as_text_and_never_becomes_markup_or_a_header()
    {
        var hostile = "<script>alert(1)</script>\r\nBcc: all@example.com \"'&";
        foreach (var kind in LetterKinds.All)
        {
            var letter = Writer.Write(kind, Facts(Order(hostile) with { Number = hostile }));
            Assert.DoesNotContain("<script", letter.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(letter.Subject, sign => char.IsControl(sign));
        }
    }

    [Fact]
    public void A_guests_link_carries_the_key_where_no_server_sees_it()
    {
        var letter = Writer.Write(LetterKinds.OrderConfirmed, Facts(Order(token: "a+b/c=")));
        Assert.Contains(
            "https://shop.example/orders/01936a00-0000-7000-8000-000000000001#token=a%2Bb%2Fc%3D", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("#token", Writer.Write(LetterKinds.OrderConfirmed, Facts(Order())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reminder_shows_pictures_leads_back_to_the_cart_and_can_be_stopped()
    {
        var guests = Writer.Write(LetterKinds.AbandonedCart, new { Cart = CartFacts.Of(Left("Headphones"), Shop) });
        Assert.Contains("https://shop.example/cart?restore=01936a00-0000-4000-8000-000000000002", guests.Text, StringComparison.Ordinal);
        Assert.Contains("https://shop.example/stop-reminders#token=a1b2", guests.Text, StringComparison.Ordinal);
        Assert.Contains("""src="https://shop.example/media/p1.webp""", guests.Html, StringComparison.Ordinal);
        Assert.Contains("https://shop.example/p/studio%20headphones", guests.Html, StringComparison.Ordinal);
        Assert.Contains("Total so far: $59.97", guests.Text, StringComparison.Ordinal);
        var customers = Writer.Write(LetterKinds.AbandonedCart, new { Cart = CartFacts.Of(Left("Headphones", isGuests: false), Shop) });
        Assert.DoesNotContain("restore", customers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_cart_is_told_in_short()
    {
        var letter = Writer.Write(LetterKinds.AbandonedCart, new { Cart = CartFacts.Of(Left("Thing", lines: 12), Shop) });
        Assert.Contains("and 2 more", letter.Text, StringComparison.Ordinal);
        Assert.Equal(10, letter.Text.Split(" x Thing").Length - 1);
    }

    [Fact]
    public void The_rows_of_an_order_explain_its_total()
    {
        var totals = new Totals(Usd(249_898), Usd(1_000), Usd(1_500), Usd(4_499), Usd(254_897));
        var letter = Writer.Write(LetterKinds.OrderConfirmed, Facts(Order(totals: totals)));
        foreach (var row in new[] { "Subtotal: $2,498.98", "Discount: −$10.00", "Delivery: $15.00", "Tax: $44.99", "Total: $2,548.97" })
        {
            Assert.Contains(row, letter.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_details_one_row_makes_lines_and_total_add_up()
    {
        Assert.Contains(
            "Delivery, tax and discounts: $49.99", Writer.Write(LetterKinds.OrderConfirmed, Facts(Order())).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "discounts", Writer.Write(LetterKinds.OrderConfirmed, Facts(Order(total: 249_898))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "USD", "$0.00")]
    [InlineData(5, "USD", "$0.05")]
    [InlineData(-109_900, "EUR", "−€1,099.00")]
    [InlineData(120_000, "JPY", "¥120,000")]
    [InlineData(12_500, "KWD", "12.500 KWD")]
    public void Amounts_are_written_as_people_read_them(long minor, string currency, string words) =>
        Assert.Equal(words, Amounts.InWords(new(minor, Currency.Of(currency))));

    [Fact]
    public void Amounts_lose_no_digit() => Prop.ForAll<long, bool>((minor, isYen) =>
    {
        var words = Amounts.InWords(new(minor, isYen ? Currency.Of("JPY") : Currency.Usd));
        var digits = string.Concat(words.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits == Int128.Abs(minor).ToString(CultureInfo.InvariantCulture).TrimStart('0') && words.StartsWith('−') == (minor < 0);
    }).Check(FsCheck.Config.QuickThrowOnFailure);

    // Set MAIL_PREVIEW to a folder to look at the letters in a browser.
    private static void Save(string kind, Letter letter)
    {
        if (Environment.GetEnvironmentVariable("MAIL_PREVIEW") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, kind + ".html"), letter.Html);
            File.WriteAllText(Path.Combine(folder, kind + ".txt"), letter.Subject + "\n\n" + letter.Text);
        }
    }
}
