using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Lines;

/// <summary>Sets the quantity of a line. 0 takes it out.</summary>
internal static class ChangeLine
{
    internal sealed record Request(int? Quantity) : IChecked
    {
        public void Check(Faults faults) => faults.Range("quantity", Quantity, 0, Cart.MaxQuantity);
    }

    internal static async Task<IResult> Handle(
        CartId id, CartLineId lineId, Body<Request> body, Caller caller, HttpContext http, CartReader carts, CartEdits edits,
        IInventory inventory, CancellationToken cancel)
    {
        var changed = await carts.Use<CartView>(id, caller, http, Set, cancel);
        return changed.Cart(http);

        async Task<Outcome<CartView>> Set(Cart cart)
        {
            var quantity = body.Value.Quantity!.Value;
            var available = await inventory.Available(cart.VariantIds, cancel);
            return Decide(cart, lineId, quantity, available) is { } refusal
                ? refusal
                : await edits.Make(quantity == 0 ? Removing(cart, lineId) : Setting(cart, lineId, quantity), caller, available, cancel);
        }
    }

    /// <summary>Takes a line out.</summary>
    internal static async Task<IResult> Remove(
        CartId id, CartLineId lineId, Caller caller, HttpContext http, CartReader carts, CartEdits edits, CancellationToken cancel)
    {
        var removed = await carts.Use<CartView>(
            id, caller, http, cart => edits.Make(Removing(cart, lineId), caller, null, cancel), cancel);
        return removed.Cart(http);
    }

    /// <summary>
    /// Why the line can't have this quantity; null when it can. Fewer units are always right, even when there are fewer still in stock.
    /// </summary>
    internal static Refusal? Decide(Cart cart, CartLineId lineId, int quantity, IReadOnlyDictionary<VariantId, int> available) =>
        cart.Lines.FirstOrDefault(line => line.Id == lineId) is not { } line ? CartRefusals.LineNotFound.Refuse()
        : quantity > line.Quantity && quantity > available[line.VariantId]
            ? InventoryErrors.Insufficient.With("available", available[line.VariantId])
        : null;

    private static CartEdit Removing(Cart cart, CartLineId lineId) => new("carts.remove_line", cart, cart.Without(lineId))
    {
        Refused = CartRefusals.LineNotFound.Refuse(),
        Lines = (_, _) => $"delete from carts.lines l using cart where l.cart_id = cart.id and l.id = {lineId}",
    };

    private static CartEdit Setting(Cart cart, CartLineId lineId, int quantity) => new(
        "carts.change_line", cart, cart.With(cart.Lines.First(line => line.Id == lineId) with { Quantity = quantity }))
    {
        Line = lineId,
        Refused = CartRefusals.LineNotFound.Refuse(),
        Lines = (tx, after) => $"""
            update carts.lines l set quantity = {quantity},
              seen_price_minor = {after.Lines.First(line => line.Id == lineId).SeenPriceMinor}, updated_at = {tx.Now}
            from cart where l.cart_id = cart.id and l.id = {lineId}
            """,
    };
}
