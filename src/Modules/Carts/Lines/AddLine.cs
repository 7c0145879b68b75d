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
        CartId id, Body<Request> body, Caller caller, HttpContext http, CartReader carts, CartEdits edits, Wanted wanted,
        IInventory inventory, CancellationToken cancel)
    {
        var added = await carts.Use<CartView>(id, caller, http, Put, cancel);
        return added.Cart(http);

        async Task<Outcome<CartView>> Put(Cart cart)
        {
            if (!(await wanted.Find(body.Value.ProductId, body.Value.VariantId, cancel)).Try(out var variant, out var unknown))
            {
                return unknown;
            }

            var quantity = body.Value.Quantity!.Value;
            var available = await inventory.Available([.. cart.VariantIds.Append(variant.Id).Distinct()], cancel);
            return Decide(cart, variant, quantity, available[variant.Id]) is { } refusal
                ? refusal
                : await edits.Make(Adding(cart, variant, quantity, available[variant.Id]), caller, available, cancel);
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
    private static CartEdit Adding(Cart cart, VariantInfo variant, int quantity, int available)
    {
        var there = cart.Lines.FirstOrDefault(line => line.VariantId == variant.Id);
        var line = there is null
            ? new CartLine(CartLineId.New(), variant.Id, quantity, cart.Price(variant).Minor)
            : there with { Quantity = there.Quantity + quantity };
        return new("carts.add_line", cart, cart.With(line))
        {
            Line = line.Id,
            Refused = InventoryErrors.Insufficient.With("available", available),
            Lines = (tx, after) => $"""
                insert into carts.lines as l (id, cart_id, variant_id, quantity, seen_price_minor, created_at, updated_at)
                select {line.Id}, cart.id, {variant.Id}, {quantity}, {after.Lines.First(some => some.Id == line.Id).SeenPriceMinor},
                  {tx.Now}, {tx.Now} from cart
                on conflict (cart_id, variant_id) do update set quantity = l.quantity + excluded.quantity,
                  seen_price_minor = excluded.seen_price_minor, updated_at = excluded.updated_at
                where l.quantity + excluded.quantity <= {Math.Min(available, Cart.MaxQuantity)}
                """,
        };
    }
}
