using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Payments.Gateways;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>
/// The ways to pay that are offered: those whose provider has its keys and takes the currency, the shop's own when none is named.
/// </summary>
internal static class ListMethods
{
    internal static IResult Handle(string? cartId, string? currency, GatewayList gateways, ShopSettings settings)
    {
        var faults = new Faults();
        faults.Unless(string.IsNullOrEmpty(cartId) || CartId.TryParse(cartId, null, out _), "cartId", "must be a UUID");
        var money = settings.Currency;
        faults.Unless(string.IsNullOrEmpty(currency) || Currency.TryOf(currency, out money), "currency", "is not an ISO 4217 currency");
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        // A round amount: whether the very amount of an order can be taken is seen when it is paid.
        var round = new Money(1_000_000, money);
        var offered = gateways.Methods.Select(method => gateways.ForMethod(method.Id, round)?.Methods.First(own => own.Id == method.Id))
            .OfType<Contracts.Payments.PaymentMethod>();
        return Results.Json(offered, ApiJson.Options);
    }
}
