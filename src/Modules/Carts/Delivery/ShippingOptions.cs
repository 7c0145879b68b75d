using Microsoft.AspNetCore.Http;
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

    internal static async Task<IResult> List(CartId id, Caller caller, CartReader carts, CancellationToken cancel) =>
        (await carts.Use<IReadOnlyList<Option>>(id, caller, async cart => await Of(cart, carts, cancel), cancel)).Ok();

    internal static async Task<IResult> Choose(
        CartId id, Body<Request> body, Caller caller, Database db, CartReader carts, CancellationToken cancel)
    {
        var chosen = await carts.Use<CartView>(id, caller, Set, cancel);
        return chosen.Ok();

        async Task<Outcome<CartView>> Set(Cart cart)
        {
            var wanted = body.Value.Id!.Value;
            if ((await Of(cart, carts, cancel)).All(option => option.Id != wanted))
            {
                return PricingErrors.ShippingUnavailable.Refuse();
            }

            await db.Write("carts.choose_shipping", tx => Store(tx, cart, wanted, caller), cancel);
            return await carts.Show(cart with { ShippingOption = wanted }, null, cancel);
        }
    }

    private static async Task<Option[]> Of(Cart cart, CartReader carts, CancellationToken cancel) =>
        [.. (await carts.ShippingOptions(cart, cancel))
            .Select(option => new Option(option.Id, option.Name, option.Price, option.EstimatedDays, option.EstimatedDelivery))];

    private static Task Store(Tx tx, Cart cart, ShippingMethodId chosen, Caller caller) => tx.Execute(
        $"""
        update carts.carts c set shipping_method_id = {chosen}, updated_at = {tx.Now}
        where c.id = {cart.Id} and {CartRows.Usable(caller.UserId)}
        """);
}
