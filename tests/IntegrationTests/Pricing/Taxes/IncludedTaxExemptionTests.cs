using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Shop;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Pricing.Taxes;

/// <summary>Customers with a certificate in a shop whose prices include tax.</summary>
public sealed class IncludedTaxExemptionTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Who_is_exempt_pays_the_net_of_the_price_on_the_shelf_and_of_delivery()
    {
        shop.Services.GetRequiredService<ShopSettings>().PricesIncludeTax = true;
        var admin = await shop.AdminClient();
        var (customer, email, _) = await shop.CustomerClient();
        var (product, _) = await shop.Product(999);
        var cart = await customer.NewCart();
        (await customer.Post($"carts/{cart}/lines", new { productId = product, quantity = 3 })).Is(200);
        var taxed = (await customer.Put($"carts/{cart}/address", new { country = "DE" })).Is(200);
        Assert.Equal((479, 2997), (taxed.Total("tax"), taxed.Total("total"))); // 29.97 × 19 / 119 = 4.785…

        (await admin.Post("admin/tax-exemptions", new { email, number = "ATA-1", country = "DE" })).Is(201);
        var option = (await customer.Get($"carts/{cart}/shipping-options")).Is(200).Json[0]!;
        Assert.Equal(538, option["price"]!["minor"]!.GetValue<long>()); // 6.40 / 1.19 = 5.378…
        var free = (await customer.Put($"carts/{cart}/shipping-option", new { id = option.Id() })).Is(200);
        Assert.Equal((2517, 538, 0, 3055), (free.Total("subtotal"), free.Total("shipping"), free.Total("tax"), free.Total("total")));
        Assert.Equal(839, free.Line()["lineTotal"]!["minor"]!.GetValue<long>() / 3);
    }
}
