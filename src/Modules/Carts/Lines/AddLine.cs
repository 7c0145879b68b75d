using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Lines;

/// <summary>Puts units of a variant into the cart. The same variant adds up, also when two tabs do it at once.</summary>
internal static class AddLine
{
    internal sealed record Request(ProductId? ProductId, VariantId? VariantId, int? Quantity) : IChecked
    {
        public void Check(Faults faults)
        {
            var named = VariantId is not null || ProductId is not null || faults.Has("productId");
            faults.Unless(named, "variantId", "is required, or productId for a product with one variant");
            faults.Range("quantity", Quantity, 1, Cart.MaxQuantity);
        }
    }

    internal static async Task<IResult> Handle(
        CartId id, Body<Request> body, Caller caller, Database db, CartReader carts, Wanted wanted, IInventory inventory,
        CancellationToken cancel)
    {
        var added = await carts.Use<CartView>(id, caller, Put, cancel);
        return added.Ok();

        async Task<Outcome<CartView>> Put(Cart cart)
        {
            if (!(await wanted.Find(body.Value.ProductId, body.Value.VariantId, cancel)).Try(out var variant, out var unknown))
            {
                return unknown;
            }

            var quantity = body.Value.Quantity!.Value;
            var available = await inventory.Available([.. cart.VariantIds, variant.Id], cancel);
            if (Decide(cart, variant, quantity, available[variant.Id]) is { } refusal)
            {
                return refusal;
            }

            var stored = await db.Write("carts.add_line", tx => Add(tx, cart, caller, variant, quantity, available[variant.Id]), cancel);
            return stored.Try(out var line, out var late) ? await carts.Show(cart.With(line), available, cancel) : late;
        }
    }

    /// <summary>Why this can't be added; null when it can.</summary>
    internal static Refusal? Decide(Cart cart, VariantInfo variant, int quantity, int available)
    {
        var there = cart.Lines.FirstOrDefault(line => line.VariantId == variant.Id);
        var wanted = quantity + (there?.Quantity ?? 0);
        return !cart.Sells(variant) ? CartRefusals.NotSold.Refuse()
            : wanted > Cart.MaxQuantity
                ? PlatformErrors.Invalid.On("quantity", $"a line holds at most {Cart.MaxQuantity}; there are {there!.Quantity} in it")
            : wanted > available ? InventoryErrors.Insufficient.With("available", available)
            : there is null && cart.Lines.Count >= Cart.MaxLines ? CartRefusals.Full.Refuse()
            : null;
    }

    // Another tab may have added meanwhile, so the bounds stand in the statement too. It keeps the price the buyer saw: showing the cart
    // tells of a new one.
    private static async Task<Outcome<CartLine>> Add(Tx tx, Cart cart, Caller caller, VariantInfo variant, int quantity, int available)
    {
        var line = await tx.Row(
            $"""
            {CartRows.WithCart(cart.Id, caller.UserId, tx.Now)}
            insert into carts.lines as l (id, cart_id, variant_id, quantity, seen_price_minor, created_at, updated_at)
            select {CartLineId.New()}, cart.id, {variant.Id}, {quantity}, {variant.Price.Minor}, {tx.Now}, {tx.Now} from cart
            on conflict (cart_id, variant_id) do update set quantity = l.quantity + excluded.quantity, updated_at = excluded.updated_at
            where l.quantity + excluded.quantity <= {Math.Min(available, Cart.MaxQuantity)}
            returning l.id, l.quantity, l.seen_price_minor
            """,
            row => new CartLine(row.Id<Contracts.Kinds.CartLine>(0), variant.Id, row.GetInt32(1), row.GetInt64(2)));
        return line is null ? InventoryErrors.Insufficient.With("available", available) : line;
    }
}
