using Tradepost.Orders.Searching;
using Tradepost.Orders.Staff;

namespace Tradepost.UnitTests.Orders.Staff;

public sealed class FindingTests
{
    [Theory]
    [InlineData("Żaneta Ünal", "'zaneta':* & 'unal':*")]
    [InlineData("T-100001", "'t' & '100001':*")]
    [InlineData("ada@example.com", "'ada':* & 'example':* & 'com':*")]
    [InlineData("  A  ", "'a'")]
    [InlineData("x' | 'y':* & !z", "'x' & 'y' & 'z'")]
    [InlineData("Ελένη", "'ελενη':*")]
    public void What_is_typed_becomes_words_and_nothing_else(string typed, string query) => Assert.Equal(query, SearchWords.Query(typed));

    [Theory]
    [InlineData("%_\\")]
    [InlineData("")]
    [InlineData("'';--")]
    public void Signs_alone_are_no_words(string typed) => Assert.Null(SearchWords.Query(typed));

    [Fact]
    public void A_number_is_found_with_and_without_its_dash()
    {
        var vector = IndexOrders.Vector("T-100001", null, "SKU-7");
        Assert.All(["'t'", "'100001'", "'t100001'", "'sku7'"], word => Assert.Contains(word, vector, StringComparison.Ordinal));
    }

    [Fact]
    public void Endless_texts_are_cut()
    {
        var words = SearchWords.Of(new string('x', 5000), string.Join(' ', Enumerable.Range(0, 2000)));
        Assert.All(words, word => Assert.InRange(word.Length, 1, 60));
        Assert.Equal(400, words.Length);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("\tx", "'\tx")]
    [InlineData("+4912345,", "\"'+4912345,\"")]
    public void A_cell_of_an_export_is_never_a_formula(string text, string cell) => Assert.Equal(cell, ExportOrders.Cell(text));

    [Theory]
    [InlineData("")]
    [InlineData("####")]
    [InlineData("LTEuMA")]
    [InlineData("bm90aGluZw")]
    public void A_cursor_that_is_none_is_refused(string text) => Assert.Null(Cursor.Parse(text));

    [Fact]
    public void A_cursor_is_read_back_as_it_was()
    {
        var cursor = new Cursor(1_732_000_000_123_456, Guid.CreateVersion7());
        Assert.Equal(cursor, Cursor.Parse(cursor.ToString()));
    }
}
