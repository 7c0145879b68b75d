using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.BadInput;

/// <summary>Queries and ids nobody should send.</summary>
public sealed class HostileAddressesTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly string[] Lists =
    [
        "products", "me/orders", "admin/orders", "admin/products", "admin/inventory/levels", "admin/inventory/movements", "admin/mails",
            "admin/dead-letters",
    ];

    [Theory]
    [InlineData("page", "0")]
    [InlineData("page", "-1")]
    [InlineData("page", "one")]
    [InlineData("page", "99999999999999999999")]
    [InlineData("pageSize", "0")]
    [InlineData("pageSize", "101")]
    [InlineData("pageSize", "1.5")]
    public async Task A_page_out_of_range_is_400_and_named(string name, string value)
    {
        var admin = await shop.AdminClient();
        foreach (var list in Lists)
        {
            var answer = await admin.Get($"{list}?{name}={value}");
            Assert.True(answer.Status == 400 && answer.Faulty.Contains(name), $"{list} answered {answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public async Task A_page_past_the_end_is_an_empty_list()
    {
        var admin = await shop.AdminClient();
        foreach (var list in Lists)
        {
            var answer = (await admin.Get($"{list}?page=9999")).Is(200);
            Assert.Empty(answer.Json["items"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("sort", "cheapest")]
    [InlineData("minPrice", "cheap")]
    [InlineData("maxPrice", "-1")]
    [InlineData("minRating", "9")]
    [InlineData("inStock", "perhaps")]
    public async Task A_filter_that_makes_no_sense_is_400_and_named(string name, string value)
    {
        using var anonymous = shop.Client();
        var answer = await anonymous.Get($"products?{name}={value}");
        Assert.Equal(400, answer.Status);
        Assert.Contains(name, answer.Faulty);
    }

    [Theory]
    [InlineData("products?q=%00")]
    [InlineData("orders/not-an-id")]
    [InlineData("carts/not-an-id")]
    [InlineData("carts/00000000-0000-0000-0000-000000000000")]
    [InlineData("orders/00000000-0000-0000-0000-000000000000")]
    [InlineData("products/..%2f..%2fetc%2fpasswd")]
    [InlineData("nothing/here")]
    public async Task A_wrong_address_is_a_clear_4xx(string path)
    {
        using var anonymous = shop.Client();
        var answer = await anonymous.Get(path);
        Assert.InRange(answer.Status, 400, 404);
        Assert.NotNull(answer.Code);
    }

    [Fact]
    public async Task A_path_with_a_nul_is_refused_at_the_door()
    {
        using var anonymous = shop.Client();
        Assert.Equal(400, (await anonymous.Get("products/%00")).Status);
    }

    [Fact]
    public async Task No_query_of_the_big_lists_makes_the_listing_fail()
    {
        using var anonymous = shop.Client();
        var every = 0;
        foreach (var line in SharedData.Lines("bad_input/naughty_strings.jsonl.gz"))
        {
            if (every++ % 4 == 0)
            {
                var text = Uri.EscapeDataString(line["string"]?.GetValue<string>() ?? "");
                foreach (var name in (string[])["q", "category", "brand", "tag"])
                {
                    var answer = await anonymous.Get($"products?{name}={text}&pageSize=1");
                    Assert.True(answer.Status < 500, $"{name}={text}: {answer.Status} {answer.Text}");
                }
            }
        }
    }
}
