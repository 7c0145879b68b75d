using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Shop;
using Tradepost.Payments.Gateways;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Paying;

/// <summary>Starts paying for an order, or tries again after a refusal. The order stays payable until its reservation ends.</summary>
internal static class PayOrder
{
    internal sealed record Request(OrderId? OrderId, string? Method, Details? Details, string? ReturnUrl) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("orderId", OrderId);
            faults.Text("method", Method, 40);
            faults.Unless(Method is null || PaymentMethods.Known.Contains(Method), "method", "is not a way to pay");
            faults.OptionalText("returnUrl", ReturnUrl, 2000);
        }
    }

    /// <summary>What the way to pay needs: a card's number, for the demo gateway. A real card never comes near the shop.</summary>
    internal sealed record Details(string? Number);

    internal static async Task<IResult> Handle(
        Body<Request> body, Caller caller, HttpContext http, Cashier cashier, IOrders orders, GatewayList gateways, ShopSettings settings,
        CancellationToken cancel)
    {
        if (!await orders.MayAccess(body.Value.OrderId!.Value, caller, cancel))
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        var key = IdempotencyKey.From(http, caller, "payments.start", body.Hash, required: false);
        if (!key.Succeeded)
        {
            return key.Refusal.ToResult();
        }

        var purchase = Read(body.Value, key.Value, http, gateways, settings);
        if (!purchase.Try(out var wanted, out var refusal))
        {
            return refusal.ToResult();
        }

        // The buyer who leaves while the provider is asked must not stop the answer from being recorded.
        var outcome = await cashier.Pay(wanted, CancellationToken.None);
        var origin = ShopAddress.OriginOf(http.Request, settings);
        return outcome.Then(payment => payment.At(origin)).Ok();
    }

    private static Outcome<Purchase> Read(
        Request request, IdempotencyKey? key, HttpContext http, GatewayList gateways, ShopSettings settings)
    {
        var faults = new Faults();
        faults.Unless(gateways.ForMethod(request.Method!) is not null, "method", "is not offered here");
        if (gateways.ForMethod(request.Method!) is DemoGatewayClient)
        {
            faults.Unless(CardNumber.Digits(request.Details?.Number) is not null, "details.number",
                string.IsNullOrWhiteSpace(request.Details?.Number) ? "is required" : "is not a card number");
        }

        var path = request.ReturnUrl is { } url ? ShopAddress.PathOf(url, http.Request, settings) : null;
        faults.Unless(request.ReturnUrl is null || path is not null, "returnUrl", "must be an address of this shop");
        var digits = gateways.ForMethod(request.Method!) is DemoGatewayClient ? CardNumber.Digits(request.Details?.Number) : null;
        return faults.Refusal() is { } refusal ? refusal : new Purchase(request.OrderId!.Value, request.Method!, digits, path, key);
    }
}
