using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Platform.Http;

namespace Tradepost.UnitTests.Notifications;

/// <summary>What staff may write into templates, and what they are told when they may not.</summary>
public sealed class TemplateTests
{
    private const string Kind = LetterKinds.OrderShipped;
    private static readonly ShopSettings Shop = new() { Name = "Lamps & Co", BaseUrl = "https://shop.example" };
    private static readonly LetterWriter Writer = new(Shop);

    private static string? Fault(string html, string kind = Kind, string subject = "Hello", string text = "Hello")
    {
        var faults = new Faults();
        TemplateCheck.Check(kind, new(subject, html, text), faults);
        return faults.Refusal()?.Fields is { } fields ? string.Join("; ", fields.Select(field => $"{field.Key}: {field.Value[0]}")) : null;
    }

    [Fact]
    public void Every_built_in_template_passes_its_own_check_and_previews_on_made_up_facts()
    {
        foreach (var (kind, template) in BuiltIn.Templates)
        {
            Assert.Null(Fault(template.Html, kind, template.Subject, template.Text));
            var letter = Writer.Preview(kind, template);
            Assert.StartsWith("<!doctype html>", letter.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", letter.Subject + letter.Html + letter.Text, StringComparison.Ordinal);
            Assert.Contains("Lamps &amp; Co", letter.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_kind_needs_no_more_than_its_name_and_two_files_to_be_known_with_its_fields()
    {
        var info = LetterRegistry.Of("return_approved");
        Assert.Equal(("Return approved", Groups.Returns), (info.Title, info.Group));
        var paths = BuiltIn.ShapeOf(Kind).Paths().ToList();
        Assert.Contains("Mail.TrackingNumber", paths);
        Assert.Contains("Mail.Order.Lines", paths);
        Assert.Contains("Mail.Order.Lines[].Amount", paths);
        Assert.Contains("Shop", paths);
    }

    [Theory]
    [InlineData("a\nb {{Mail.Ordr.Number}}", "html: Line 2: Mail.Ordr.Number is not known here.")]
    [InlineData("{{{Mail.Order.Name}}}", "html: Line 1: values are always escaped: write {{ and }}, two braces, and no &.")]
    [InlineData("{{&Mail.Order.Name}}", "html: Line 1: values are always escaped: write {{ and }}, two braces, and no &.")]
    [InlineData("{{~ & Mail.Order.Name}}", "html: Line 1: values are always escaped: write {{ and }}, two braces, and no &.")]
    [InlineData("\\{{Mail.Order.Name}}", "html: Line 1: a backslash may not stand before {{.")]
    [InlineData("{{#if Mail.Complete}}", "html: Line 1: {{#if}} is never closed.")]
    [InlineData("{{/if}}", "html: Line 1: {{/if}} closes nothing that is open.")]
    [InlineData("{{else}}", "html: Line 1: {{else}} stands in no block.")]
    [InlineData("x\n\n{{Mail.Order", "html: Line 3: {{ is never closed by }}.")]
    [InlineData("{{#each Mail.Carrier}}{{/each}}", "html: Line 1: Mail.Carrier is not a list.")]
    [InlineData("{{> secret}}", "html: Line 1: there is no part called secret.")]
    [InlineData("{{#*inline \"a\"}}{{> a}}{{/inline}}",
        "html: Line 1: {{#*inline…}} is not known; there are if, unless, each and > layout.")]
    [InlineData("{{lookup Mail \"Order\"}}", "html: Line 1: {{lookup…}} can't be read.")]
    [InlineData("{{Mail.Order.Name.constructor}}", "html: Line 1: Mail.Order.Name.constructor is not known here.")]
    public void A_faulty_template_is_refused_with_its_line_and_reason(string html, string fault) => Assert.Equal(fault, Fault(html));

    [Fact]
    public void Lists_within_lists_stop_at_two_so_that_every_letter_ends()
    {
        const string Each = "{{#each @root.Mail.Order.Lines}}";
        const string End = "{{/each}}";
        Assert.Null(Fault(Each + Each + "{{Name}}" + End + End));
        Assert.Contains("two deep", Fault(Each + Each + Each + "x" + End + End + End), StringComparison.Ordinal);
        Assert.Contains("at most 400 tags", Fault(string.Concat(Enumerable.Repeat("{{Shop}}", 500))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_that_grows_beyond_the_limit_is_given_up()
    {
        using var writer = new BoundedWriter(10);
        writer.Write("123456789");
        writer.Write('0');
        Assert.Throws<InvalidOperationException>(() => writer.Write("1"));
        Assert.Equal("1234567890", writer.ToString());
    }

    [Fact]
    public void A_subject_stays_one_line_and_values_stay_text()
    {
        var hostile = new { Title = "New\r\nBcc: all@example.com", Message = "<script>1</script>", Url = "https://a.example/\"><b>" };
        var letter = Writer.Write(LetterRegistry.Offer, hostile, "https://shop.example/unsubscribe#token=x");
        Assert.Equal("New  Bcc: all@example.com", letter.Subject);
        Assert.DoesNotContain("<script", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", letter.Html, StringComparison.Ordinal);
        Assert.Contains("https://shop.example/unsubscribe", letter.Html + letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_of_offers_keeps_the_layout_that_holds_the_way_out() =>
        Assert.Contains("must keep {{#> layout}}", Fault("<p>{{Mail.Title}}</p>", LetterRegistry.Offer), StringComparison.Ordinal);

    [Fact]
    public void Letters_wear_the_shops_colour_logo_and_footer()
    {
        var shop = new ShopSettings { Name = "Lamps", BaseUrl = "https://shop.example" };
        shop.Change(facts => facts with { Notices = new() { Accent = "#ffe100", LogoUrl = "/media/logo.png", Footer = "1 Alder Street" } });
        var letter = new LetterWriter(shop).Preview(Kind, BuiltIn.Templates[Kind]);
        Assert.Contains("background:#ffe100", letter.Html, StringComparison.Ordinal);
        Assert.Contains("color:#1b1c1a;font-size:16px;font-weight:600", letter.Html, StringComparison.Ordinal);
        Assert.Contains("src=\"https://shop.example/media/logo.png\"", letter.Html, StringComparison.Ordinal);
        Assert.Contains("1 Alder Street", letter.Html, StringComparison.Ordinal);
    }
}
