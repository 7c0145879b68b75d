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
        CartId id, CartLineId lineId, Body<Request> body, Caller caller, Database db, CartReader carts, IInventory inventory,
        CancellationToken cancel)
    {
        var changed = await carts.Use<CartView>(id, caller, Set, cancel);
        return changed.Ok();

        async Task<Outcome<CartView>> Set(Cart cart)
        {
            var quantity = body.Value.Quantity!.Value;
            var available = await inventory.Available(cart.VariantIds, cancel);
            if (Decide(cart, lineId, quantity, available) is { } refusal)
            {
                return refusal;
            }

            var stored = await db.Write("carts.change_line", tx => Change(tx, cart, lineId, quantity, caller), cancel);
            return stored.Try(out var after, out var gone) ? await carts.Show(after, available, cancel) : gone;
        }
    }

    /// <summary>Takes a line out.</summary>
    internal static async Task<IResult> Remove(
        CartId id, CartLineId lineId, Caller caller, Database db, CartReader carts, CancellationToken cancel)
    {
        var removed = await carts.Use<CartView>(id, caller, Take, cancel);
        return removed.Ok();

        async Task<Outcome<CartView>> Take(Cart cart)
        {
            var stored = await db.Write("carts.remove_line", tx => Change(tx, cart, lineId, 0, caller), cancel);
            return stored.Try(out var after, out var gone) ? await carts.Show(after, null, cancel) : gone;
        }
    }

    /// <summary>
    /// Why the line can't have this quantity; null when it can. Fewer units are always right, even when there are fewer still in stock.
    /// </summary>
    internal static Refusal? Decide(Cart cart, CartLineId lineId, int quantity, IReadOnlyDictionary<VariantId, int> available) =>
        cart.Lines.FirstOrDefault(line => line.Id == lineId) is not { } line ? CartRefusals.LineNotFound.Refuse()
        : quantity > line.Quantity && quantity > available[line.VariantId]
            ? InventoryErrors.Insufficient.With("available", available[line.VariantId])
        : null;

    private static async Task<Outcome<Cart>> Change(Tx tx, Cart cart, CartLineId lineId, int quantity, Caller caller)
    {
        SqlText remove = $"delete from carts.lines l using cart where l.cart_id = cart.id and l.id = {lineId}";
        SqlText set = $"""
            update carts.lines l set quantity = {quantity}, updated_at = {tx.Now} from cart where l.cart_id = cart.id and l.id = {lineId}
            """;
        var changed = await tx.Execute($"{CartRows.WithCart(cart.Id, caller.UserId, tx.Now)} {(quantity == 0 ? remove : set)}");
        return changed == 0 ? CartRefusals.LineNotFound.Refuse()
            : quantity == 0 ? cart.Without(lineId)
            : cart.With(cart.Lines.First(line => line.Id == lineId) with { Quantity = quantity });
    }
}
