using FsCheck;
using FsCheck.Fluent;
using Tradepost.Catalog.Products;

namespace Tradepost.UnitTests.Catalog;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Aero 13 laptop", "aero-13-laptop")]
    [InlineData("Écran 27″ (noir)", "ecran-27-noir")]
    [InlineData("Straße & Ørsted Łódź", "strasse-and-orsted-lodz")]
    [InlineData("  --Weird__name!!  ", "weird-name")]
    [InlineData("StarTech.com 6ft", "startech-com-6ft")]
    [InlineData("日本語", "item")]
    [InlineData("\U0001F600", "item")]
    public void A_name_becomes_words_of_plain_letters(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Fact]
    public void A_long_name_is_cut_between_words()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("seven77", 30)));
        Assert.InRange(slug.Length, 70, Slug.MaxLength);
        Assert.EndsWith("-seven77", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slug_is_never_mistaken_for_an_id()
    {
        var slug = Slug.Of("0198f1a2-0000-7000-8000-000000000001");
        Assert.StartsWith("item-", slug, StringComparison.Ordinal);
        Assert.False(Slug.IsWellFormed("0198f1a2-0000-7000-8000-000000000001"));
    }

    [Fact]
    public void The_last_candidate_is_unique_to_the_product()
    {
        var id = ProductId.New();
        var other = ProductId.New();
        Assert.Equal("lamp", Slug.Candidates("lamp", null, id)[0]);
        Assert.Equal("lamp-1399", Slug.Candidates("lamp", "1399", id)[1]);
        Assert.NotEqual(Slug.Candidates("lamp", null, id)[^1], Slug.Candidates("lamp", null, other)[^1]);
    }

    [Fact]
    public void Whatever_the_name_the_slug_is_well_formed() => Prop.ForAll<NonNull<string>>(name =>
    {
        var text = string.Concat(name.Get.Where(character => !char.IsSurrogate(character)));
        return Slug.IsWellFormed(Slug.Of(text)) && Slug.Of(Slug.Of(text)) == Slug.Of(text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_candidate_is_well_formed() => Prop.ForAll<NonNull<string>, NonNull<string>>((name, mark) =>
    {
        string Clean(string text) => string.Concat(text.Where(character => !char.IsSurrogate(character)));
        return Slug.Candidates(Slug.Of(Clean(name.Get)), Clean(mark.Get), ProductId.New()).All(Slug.IsWellFormed);
    }).QuickCheckThrowOnFailure();
}
