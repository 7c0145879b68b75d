using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>Staff add a way to deliver.</summary>
internal static class CreateShippingMethod
{
    internal static async Task<IResult> Handle(Body<ShippingMethodInput> body, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        body.Value.CheckCurrency(faults, MethodCurrency.Of(body.Value.BasePrice, shop.Now));
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var made =
            await MethodWrites.Write(db, "pricing.create_shipping_method", tx => Create(tx, body.Value), cancel);
        return made.Created(method => $"/api/v1/admin/shipping-methods/{method.Id}");
    }

    private static Task<Outcome<ShippingMethodView>> Create(Tx tx, ShippingMethodInput input)
    {
        var method = new ShippingMethod
        {
            Id = ShippingMethodId.New(), Code = "", Name = "", BasePriceMinor = 0, PerKgMinor = 0, Currency = default, MinDays = 0,
            MaxDays = 0,
            Active = true, CreatedAt = tx.Now, UpdatedAt = tx.Now,
        };
        input.WriteTo(method);
        tx.Use<PricingDb>().Add(method);
        tx.Touch(Settings.Tag);
        return Task.FromResult<Outcome<ShippingMethodView>>(ShippingMethodView.Of(method, 0));
    }
}
