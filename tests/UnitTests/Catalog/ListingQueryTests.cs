using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tradepost.Catalog.Listing;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Catalog;

public sealed class ListingQueryTests
{
    private static (ProductListQuery Query, IEnumerable<string> Faulty) Read(string query, Currency? currency = null)
    {
        var faults = new Faults();
        var read = ListProducts.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), currency ?? Currency.Usd, faults);
        return (read, faults.Refusal()?.Fields.Keys ?? []);
    }

    [Fact]
    public void Nothing_asked_for_is_the_first_page_of_everything()
    {
        var (query, faulty) = Read("");
        Assert.Empty(faulty);
        Assert.Equal((null, "relevance", 1, 24), (query.Q, query.Sort, query.Page.Page, query.Page.PageSize));
    }

    [Fact]
    public void Every_faulty_parameter_is_named() => Assert.Equal(
        ["inStock", "maxPrice", "minPrice", "minRating", "page", "pageSize", "sort"],
        Read("sort=cheapest&page=0&pageSize=101&minPrice=-1&maxPrice=1e5&minRating=6&inStock=yes").Faulty.Order(StringComparer.Ordinal));

    [Fact]
    public void Bounds_the_wrong_way_round_are_faulty() => Assert.Equal(["minPrice"], Read("minPrice=5&maxPrice=4.99").Faulty);

    [Fact]
    public void Brands_may_be_repeated_listed_or_hold_a_comma() =>
        Assert.Equal(["HP", "Dell", "Black", "Decker", "Black,Decker"], Read("brand=HP&brand=Dell&brand=Black,Decker").Query.Brands);

    [Theory]
    [InlineData("USD", "10.005", 1001L, 1000L)]
    [InlineData("USD", "10", 1000L, 1000L)]
    [InlineData("JPY", "10.5", 11L, 10L)]
    [InlineData("KWD", "1.2345", 1235L, 1234L)]
    public void Bounds_are_exact_in_every_currency(string currency, string price, long min, long max)
    {
        var (query, _) = Read($"minPrice={price}&maxPrice={price}", Currency.Of(currency));
        Assert.Equal((min, max), (query.MinPriceMinor, query.MaxPriceMinor));
    }

    [Fact]
    public void A_product_at_the_bound_is_never_lost() => Prop.ForAll(Gen.Choose(0, 100_000_000).ToArbitrary(), cents =>
    {
        var text = (cents / 100m).ToString(CultureInfo.InvariantCulture);
        var (query, _) = Read($"minPrice={text}&maxPrice={text}");
        return query.MinPriceMinor == cents && query.MaxPriceMinor == cents;
    }).QuickCheckThrowOnFailure();
}
