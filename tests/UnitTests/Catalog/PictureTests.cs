using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Tradepost.Catalog.Media;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;

namespace Tradepost.UnitTests.Catalog;

public sealed class PictureTests
{
    private static readonly Dictionary<string, string> Black = new(StringComparer.Ordinal) { ["Colour"] = "Black", ["Storage"] = "1 TB" };

    private static ProductImage Image(string url, params (string, string)[] options) =>
        new(url, "", options.Length == 0 ? null : options.ToDictionary(option => option.Item1, option => option.Item2));

    [Fact]
    public void A_variant_is_shown_by_the_picture_that_names_most_of_its_options() => Assert.Equal("both", Pictures.Showing(
        [Image("any"), Image("sage", ("Colour", "Sage")), Image("black", ("Colour", "Black")),
            Image("both", ("Colour", "Black"), ("Storage", "1 TB"))],
        Black)!.Url);

    [Fact]
    public void A_picture_of_another_choice_never_shows_it() => Assert.Null(Pictures.Showing([Image("sage", ("Colour", "Sage"))], Black));

    [Fact]
    public void Of_equal_pictures_the_first_counts() => Assert.Equal("one", Pictures.Showing([Image("one"), Image("two")], Black)!.Url);

    [Fact]
    public void A_drawing_is_well_formed_whatever_the_name() => Prop.ForAll<NonNull<string>, NonNull<string>>((brand, name) =>
    {
        string Storable(string text) => string.Concat(text.Where(character => !char.IsSurrogate(character)));
        var drawing = XDocument.Parse(Drawing.Of(Icons.For([]), Storable(brand.Get), Storable(name.Get)));
        return drawing.Root!.Name.LocalName == "svg";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Markup_in_a_name_is_drawn_as_text()
    {
        var drawing = Drawing.Of(Icons.For([]), "A&B", "<script>alert(1)</script> \U0001F600 \u0001 \"quoted\"");
        Assert.DoesNotContain("<script", drawing, StringComparison.Ordinal);
        var texts = XDocument.Parse(drawing).Descendants().Where(element => element.Name.LocalName == "text")
            .Select(element => element.Value);
        Assert.Contains("A&B", texts);
        Assert.Contains(texts, text => text.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_name_ends_in_an_ellipsis_after_three_lines()
    {
        var lines = Drawing.Lines(string.Join(' ', Enumerable.Repeat("word", 60)));
        Assert.Equal(3, lines.Count);
        Assert.EndsWith("…", lines[2], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(line.Length <= 34));
    }

    [Fact]
    public void A_category_without_a_drawing_of_its_own_has_its_parents()
    {
        CategoryRef Ref(string slug) => new(CategoryId.New(), slug, slug);
        Assert.Equal(Icons.For([Ref("printing")]), Icons.For([Ref("printing"), Ref("odds-and-ends")]));
        Assert.NotEqual(Icons.For([Ref("printing")]), Icons.For([Ref("unheard-of")]));
    }
}
