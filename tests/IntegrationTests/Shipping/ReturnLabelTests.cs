using Tradepost.Contracts;
using Tradepost.Contracts.Shipping;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;
using Tradepost.Platform.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.IntegrationTests.Shipping;

/// <summary>Labels for goods that come back.</summary>
public sealed class ReturnLabelTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly Address Sender = new("Zoë Grünwald", "Königsallee 12", "Düsseldorf", "DE", PostalCode: "40212");

    [Fact]
    public async Task Asked_again_even_at_once_it_is_the_same_label()
    {
        var parcel = await Parcel("R-1001");
        var labels = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Make(parcel)));
        Assert.Single(labels.Select(label => label.TrackingNumber).Distinct());
        Assert.All(labels, label => Assert.Equal(labels[0].Pdf, label.Pdf));
        Assert.StartsWith("TR", labels[0].TrackingNumber, StringComparison.Ordinal);
        Assert.NotEqual(labels[0].TrackingNumber, (await Make(parcel with { Reference = "R-1002" })).TrackingNumber);
    }

    private async Task<ReturnLabel> Make(ReturnParcel parcel) =>
        (await shop.Services.GetRequiredService<IShipping>().ReturnLabel(parcel, CancellationToken.None)).Value;

    private async Task<ReturnParcel> Parcel(string reference)
    {
        using var client = shop.Client();
        var order = await client.Order((await shop.Product(stock: 5)).VariantId);
        return new(Id<Contracts.Kinds.Order>.Parse(order.Id, null), reference, Sender, 1200);
    }
}
