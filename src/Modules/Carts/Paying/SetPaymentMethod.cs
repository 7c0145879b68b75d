using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Payments;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Paying;

/// <summary>Says how the cart will be paid, since discounts may depend on it. The order decides.</summary>
internal static class SetPaymentMethod
{
    internal sealed record Request(string? Id) : IChecked
    {
        public void Check(Faults faults) => faults.Text("id", Id, 40);
    }

    internal static async Task<IResult> Handle(
        CartId id, Body<Request> body, Caller caller, HttpContext http, CartReader carts, CartEdits edits, IPayments payments,
        CancellationToken cancel)
    {
        var method = body.Value.Id!.Trim();
        return payments.Methods.Any(offered => offered.Id == method)
            ? (await carts.Use<CartView>(id, caller, http, cart => edits.Make(By(cart, method), caller, null, cancel), cancel)).Cart(http)
            : PlatformErrors.Invalid.On("id", "is not offered here").ToResult();
    }

    private static CartEdit By(Cart cart, string method) =>
        new("carts.set_payment_method", cart, cart with { PaymentMethod = method }) { Settings = _ => $"payment_method = {method}" };
}
