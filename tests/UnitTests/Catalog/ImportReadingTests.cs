using System.Text.Json;
using Tradepost.Catalog.Import;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Catalog;

/// <summary>Rows of files, in each of the shapes files come in.</summary>
public sealed class ImportReadingTests
{
    private static (Incoming? Product, string? Fault) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FileRow.Read(new RowFields(document.RootElement), Currency.Usd, 1);
    }

    [Fact]
    public void An_icecat_row_is_read_whole()
    {
        var (incoming, _) = Read("""
            {"id":"1399","name":"80","title":"HP 80 Original Cyan","description":"80 175-ml<br />Cyan &amp; bright","brand":"HP",
             "gtins":["123","0882780756328"],"price_cents":12595,"currency":"USD","date_released":"2006-07-01",
             "image_500":"http://x.test/a.jpg",
             "package_weight_g":450,"package_width_mm":114.2,"package_height_mm":226,"package_depth_mm":56,
             "attributes":{"t_printing_colours":"Cyan","n_pallet_width":1219,"b_wi_fi":false,"b_colour":true,"n_empty_weight":190.5}}
            """);
        var product = incoming!.Product;
        Assert.Equal(("icecat", "1399", "HP 80 Original Cyan", "HP"), (incoming.Source, product.ExternalId, product.Name, product.Brand));
        Assert.Equal("80 175-ml\nCyan & bright", product.Description);
        Assert.Equal("ink", product.CategorySlug);
        var variant = Assert.Single(product.Variants);
        Assert.Equal(("IC-1399", "0882780756328", 12595L, 25, 450),
            (variant.Sku, variant.Gtin, variant.Price.Minor, variant.Stock, variant.WeightGrams));
        Assert.Equal((115, 226, 56), (variant.DimensionsMm!.Width, variant.DimensionsMm.Height, variant.DimensionsMm.Depth));
        Assert.Equal(["Printing colours: Cyan", "Colour: Yes", "Empty weight: 190.5"],
            product.Attributes.Select(it => $"{it.Name}: {it.Value}"));
        Assert.Equal(new DateTimeOffset(2006, 7, 1, 0, 0, 0, TimeSpan.Zero), product.ReleasedAt);
        Assert.Empty(product.Images);
    }

    [Fact]
    public void A_row_of_another_shop_brings_its_categories()
    {
        var (incoming, _) = Read("""
            {"source":"bestbuy","source_id":"5579062","sku":"BB-5579062","name":"HTC Desire","brand":"HTC","categories":["Cell Phones",
            "cases"],
             "price":"179.99","currency":"usd","images":["https://x.test/a.jpg"]}
            """);
        Assert.Equal(("bestbuy", "5579062"), (incoming!.Source, incoming.Product.ExternalId));
        Assert.Equal(["Cell Phones", "Cases"], incoming.CategoryPath);
        Assert.Equal(17999, incoming.Product.Variants[0].Price.Minor);
    }

    [Fact]
    public void Variants_take_what_they_do_not_say_from_their_product()
    {
        var (incoming, _) = Read("""
            {"name":"Shirt","price":20,"weightGrams":300,"category":"Clothes > Shirts",
             "options":[{"name":"Size","values":["S","M"]}],
             "variants":[{"options":{"Size":"S"},"stock":0},{"sku":"M-1","options":{"Size":"M"},"price":{"minor":2500,"currency":"USD"},
             "weightGrams":400}],
             "images":["/media/products/shirt.webp",{"url":"/media/products/m.webp","alt":"M","options":{"Size":"M"}}]}
            """);
        var (small, medium) = (incoming!.Product.Variants[0], incoming.Product.Variants[1]);
        Assert.Equal((2000L, 0, 300), (small.Price.Minor, small.Stock, small.WeightGrams));
        Assert.Equal(("M-1", 2500L, 25, 400), (medium.Sku, medium.Price.Minor, medium.Stock, medium.WeightGrams));
        Assert.Equal(["Clothes", "Shirts"], incoming.CategoryPath);
        Assert.Equal(["Shirt", "M"], incoming.Product.Images.Select(image => image.Alt));
    }

    [Theory]
    [InlineData("""{"price":"1"}""", "name: is required")]
    [InlineData("""{"name":"x"}""", "price: is required")]
    [InlineData("""{"name":"x","price":"cheap"}""", "price: must be a number")]
    [InlineData("""{"name":"x","price":-1}""", "price: must not be negative")]
    [InlineData("""{"name":"x","price":"1.005"}""", "price: has more digits than USD knows")]
    [InlineData("""{"name":"x","price":1,"currency":"EUR"}""", "currency: the shop sells in USD")]
    [InlineData("""{"name":"x","price":{"minor":1,"currency":"EUR"}}""", "price: the shop sells in USD")]
    [InlineData("""{"name":"x","price":1,"stock":1.5}""", "stock: must be a whole number")]
    [InlineData("""{"name":{},"price":1}""", "name: must be a text")]
    [InlineData("""{"name":"x","currency":"EUR","variants":[{"price":1}]}""", "currency: the shop sells in USD")]
    [InlineData("""{"name":"x","variants":[{"price":"?"}]}""", "variants[0].price: must be a number")]
    public void A_bad_row_is_named_by_field_and_reason(string json, string reason)
    {
        var (product, fault) = Read(json);
        Assert.Null(product);
        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_an_id_is_known_again_by_its_name_and_specification()
    {
        string Id(string json) => Read(json).Product!.Product.ExternalId;
        var id = Id("""{"name":"Case","price":1,"attributes":{"color":"White"}}""");
        Assert.Equal(id, Id("""{"name":"Case","price":2,"attributes":{"color":"White"}}"""));
        Assert.NotEqual(id, Id("""{"name":"Case","price":1,"attributes":{"color":"Black"}}"""));
    }

    [Theory]
    [InlineData("Two<br>lines", "Two\nlines")]
    [InlineData("<p>One</p><p>Two</p>", "One\nTwo")]
    [InlineData("5 < 6 &amp; 7 > 6 &lt;b&gt;", "5 < 6 & 7 > 6 <b>")]
    [InlineData("tab\tand\u0001control", "tab and control")]
    [InlineData("<script>x</script>", "x")]
    [InlineData("<br /><br/> ", null)]
    public void Markup_becomes_plain_text(string markup, string? text) => Assert.Equal(text, PlainText.Of(markup));

    [Theory]
    [InlineData("t_printing_colours", "Printing colours")]
    [InlineData("n_thermal_design_power__tdp_", "Thermal design power (TDP)")]
    [InlineData("t_operating_temperature__t_t_", "Operating temperature")]
    [InlineData("t_dimensions__wxdxh_", "Dimensions (W × D × H)")]
    [InlineData("b_wi_fi", "Wi fi")]
    [InlineData("n_usb_2_0_ports_quantity", "USB 2 0 ports quantity")]
    [InlineData("n_ethernet_lan__rj_45__ports", "Ethernet LAN (rj 45) ports")]
    [InlineData("Refresh rate", "Refresh rate")]
    [InlineData("color", "Color")]
    public void Keys_become_words(string key, string words) => Assert.Equal(words, AttributeNames.Readable(key));

    [Theory]
    [InlineData("n_pallet_width__uk_")]
    [InlineData("n_master__outer__case_weight")]
    [InlineData("t_harmonized_system__hs__code")]
    public void What_concerns_carriers_is_left_out(string key) => Assert.False(AttributeNames.IsUseful(key));
}
