using Microsoft.AspNetCore.Http;
using Tradepost.Contracts;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Platform.Verification;

namespace Tradepost.Orders.Placing;

/// <summary>
/// A cart becomes an order. The Idempotency-Key makes it safe to ask twice: the second request gets the first one's answer. Orders paid on
/// delivery are answered as pendingPayment too; the payments module accepts them a moment later.
/// </summary>
internal static class PlaceOrder
{
    internal sealed record Request(
        CartId? CartId, string? Email, string? Name, AddressInput? ShippingAddress, AddressInput? BillingAddress,
        ShippingMethodId? ShippingOptionId, string? PaymentMethod, string? ReturnUrl, long? CartVersion = null) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("cartId", CartId);
            faults.Email("email", Email);
            faults.Text("name", Name, 200);
            faults.Required("shippingAddress", ShippingAddress);
            Recipient(ShippingAddress)?.Check(faults, "shippingAddress");
            Recipient(BillingAddress)?.Check(faults, "billingAddress");
            faults.Required("shippingOptionId", ShippingOptionId);
            faults.Text("paymentMethod", PaymentMethod, 40);
            faults.Unless(PaymentMethod is null || PaymentMethods.Known.Contains(PaymentMethod), "paymentMethod", "is not a way to pay");
            faults.OptionalText("returnUrl", ReturnUrl, 2000);
        }

        public OrderDraft ToDraft(string? returnPath) => new(
            CartId!.Value, Email!.Trim(), Name!.Trim(), Recipient(ShippingAddress)!.ToAddress(), Recipient(BillingAddress)?.ToAddress(),
            ShippingOptionId!.Value, PaymentMethod!, returnPath) { CartVersion = CartVersion };

        // Who orders is who receives, unless the address says otherwise.
        private AddressInput? Recipient(AddressInput? address) =>
            address is not null && string.IsNullOrWhiteSpace(address.Name) ? address with { Name = Name } : address;
    }

    internal static async Task<IResult> Handle(
        Body<Request> body, Caller caller, HttpContext http, Database db, Checkout checkout, IPayments payments, IPricing pricing,
        ShopSettings settings, CancellationToken cancel)
    {
        if (!IdempotencyKey.From(http, caller, "orders.place", body.Hash, required: true).Try(out var key, out var refusal)
            || !Draft(body.Value, http, payments, settings).Try(out var draft, out refusal))
        {
            return refusal.ToResult();
        }

        await pricing.Prepare(draft.Destination, new Shopper(caller.UserId, draft.Email), cancel);
        var outcome = await db.Write("orders.place", tx => Place(tx, draft, key, caller, checkout), cancel);
        if (outcome.Refusal is { } refused)
        {
            await checkout.NoteRefusal(refused, draft, caller, cancel);
        }

        CrashPoints.Hit("orders.placed");
        var origin = ShopAddress.OriginOf(http.Request, settings);
        return outcome.Then(placed => placed.At(origin)).Created(placed => $"/api/v1/orders/{placed.Id}");
    }

    private static Outcome<OrderDraft> Draft(Request request, HttpContext http, IPayments payments, ShopSettings settings)
    {
        var faults = new Faults();
        faults.Unless(payments.Methods.Any(method => method.Id == request.PaymentMethod), "paymentMethod", "is not offered here");
        var path = request.ReturnUrl is { } url ? ShopAddress.PathOf(url, http.Request, settings) : null;
        faults.Unless(request.ReturnUrl is null || path is not null, "returnUrl", "must be an address of this shop");
        return faults.Refusal() is { } refusal ? refusal : request.ToDraft(path);
    }

    private static async Task<Outcome<PlacedOrder>> Place(Tx tx, OrderDraft draft, IdempotencyKey? key, Caller caller, Checkout checkout)
    {
        var claim = await tx.Claim(key);
        if (!claim.Succeeded)
        {
            return claim.Refusal;
        }

        if (claim.Value is { } stored)
        {
            return Idempotency.Read<PlacedOrder>(stored);
        }

        var outcome = await checkout.Place(tx, draft, caller);
        if (outcome.Try(out var placed, out _))
        {
            tx.Remember(key, placed);
        }

        return outcome;
    }
}
