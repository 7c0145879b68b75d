using Microsoft.AspNetCore.Http;
using Tradepost.Payments.Gateways;
using Tradepost.Platform.Http;

namespace Tradepost.Payments.Paying;

/// <summary>
/// The ways to pay that are offered. All carts are offered the same ones so far; the cart is named for the day they differ.
/// </summary>
internal static class ListMethods
{
    internal static IResult Handle(string? cartId, GatewayList gateways)
    {
        var faults = new Faults();
        faults.Unless(string.IsNullOrEmpty(cartId) || CartId.TryParse(cartId, null, out _), "cartId", "must be a UUID");
        return faults.Refusal() is { } refusal ? refusal.ToResult() : Results.Json(gateways.Methods, ApiJson.Options);
    }
}
