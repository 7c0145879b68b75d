using Tradepost.Host.Storefront;

namespace Tradepost.UnitTests.Host;

public sealed class HtmlTextTests
{
    [Fact]
    public void What_stands_in_a_hole_is_text_whatever_it_looks_like()
    {
        HtmlText html = $"<p title=\"{"\" onload=\"x"}\">{"<script>alert(1)</script>"} & {"a'b"}</p>";
        Assert.Equal("<p title=\"&quot; onload=&quot;x\">&lt;script&gt;alert(1)&lt;/script&gt; & a&#x27;b</p>", html.ToString());
    }

    [Fact]
    public void Markup_made_before_is_taken_over_as_it_is()
    {
        HtmlText item = $"<li>{"<"}</li>";
        HtmlText list = $"<ul>{item}{HtmlText.Each(["a", "&"], text => $"<li>{text}</li>")}</ul>";
        Assert.Equal("<ul><li>&lt;</li><li>a</li><li>&amp;</li></ul>", list.ToString());
    }

    [Fact]
    public void Data_for_the_page_can_never_end_its_element()
    {
        var page = new Page { Title = "x", Queries = [(["product", "</script>"], new { name = "</script><script>alert(1)</script>" })] };
        Assert.DoesNotContain("<", page.DataJson(), StringComparison.Ordinal);
    }
}
