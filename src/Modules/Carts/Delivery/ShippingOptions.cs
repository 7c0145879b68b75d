using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Delivery;

/// <summary>The ways this cart can be sent to its address.</summary>
internal static class ShippingOptions
{
    internal sealed record Option(
        ShippingMethodId Id, string Name, Money Price, EstimatedDays EstimatedDays, DeliveryWindow? EstimatedDelivery);

    internal sealed record Request(ShippingMethodId? Id) : IChecked
    {
        public void Check(Faults faults) => faults.Required("id", Id);
    }

    internal static async Task<IResult> List(CartId id, Caller caller, Database db, CartReader carts, CancellationToken cancel)
    {
        Outcome<IReadOnlyList<Option>> options = await db.FindCart(id, caller.UserId, cancel) is { } cart
            ? await Of(cart, carts, cancel)
            : CartErrors.NotFound.Refuse();
        return options.Ok();
    }

    internal static async Task<IResult> Choose(
        CartId id, Body<Request> body, Caller caller, HttpContext http, CartReader carts, CartEdits edits, CancellationToken cancel)
    {
        var chosen = await carts.Use<CartView>(id, caller, http, Set, cancel);
        return chosen.Cart(http);

        async Task<Outcome<CartView>> Set(Cart cart)
        {
            var wanted = body.Value.Id!.Value;
            return (await Of(cart, carts, cancel)).Any(option => option.Id == wanted)
                ? await edits.Make(By(cart, wanted), caller, null, cancel)
                : PricingErrors.ShippingUnavailable.Refuse();
        }
    }

    private static async Task<Option[]> Of(Cart cart, CartReader carts, CancellationToken cancel) =>
        [.. (await carts.ShippingOptions(cart, cancel))
            .Select(option => new Option(option.Id, option.Name, option.Price, option.EstimatedDays, option.EstimatedDelivery))];

    private static CartEdit By(Cart cart, ShippingMethodId chosen) =>
        new("carts.choose_shipping", cart, cart with { ShippingOption = chosen }) { Settings = _ => $"shipping_method_id = {chosen}" };
}
