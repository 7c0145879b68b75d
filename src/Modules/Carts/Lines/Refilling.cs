using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Lines;

/// <summary>Buying again: what an order held goes into a cart, as far as it is sold and there.</summary>
internal sealed class Refilling(Database db, ICatalog catalog, IInventory inventory, ShopSettings shop) : ICartRefill
{
    public async Task<Outcome<CartRefill>> Refill(CartId? cart, IReadOnlyList<StockRequest> lines, Caller caller, CancellationToken cancel)
    {
        var wanted = lines.GroupBy(line => line.VariantId)
            .Select(group => new StockRequest(group.Key, group.Sum(line => line.Quantity))).ToList();
        VariantId[] ids = [.. wanted.Select(line => line.VariantId)];
        var variants = await catalog.Variants(ids, cancel);
        var available = await inventory.Available(ids, cancel);
        return await db.Write(
            "carts.refill",
            async tx =>
            {
                if (await Open(tx, cart, caller) is not { } open)
                {
                    return CartErrors.NotFound.Refuse();
                }

                var (filled, told) = Decide(open, wanted, variants, available);
                tx.StoreLines(open.Id, filled);
                tx.Queue($"update carts.carts set version = version + 1, updated_at = {tx.Now} where id = {open.Id}");
                return (Outcome<CartRefill>)new CartRefill(open.Id, told);
            },
            cancel);
    }

    /// <summary>The lines as they will be, and what is told of each variant.</summary>
    internal static (IReadOnlyList<CartLine> Lines, IReadOnlyList<RefilledLine> Told) Decide(
        Cart cart, IReadOnlyList<StockRequest> wanted, IReadOnlyDictionary<VariantId, VariantInfo> variants,
        IReadOnlyDictionary<VariantId, int> available)
    {
        var lines = new List<CartLine>();
        var told = new List<RefilledLine>();
        var room = Cart.MaxLines - cart.Lines.Count;
        foreach (var line in wanted)
        {
            if (!variants.TryGetValue(line.VariantId, out var variant) || !cart.Sells(variant))
            {
                told.Add(new(line.VariantId, line.Quantity, 0, null));
                continue;
            }

            var there = cart.Lines.FirstOrDefault(some => some.VariantId == line.VariantId);
            var most = Math.Min(Cart.MaxQuantity, available.GetValueOrDefault(line.VariantId)) - (there?.Quantity ?? 0);
            var added = there is null && room == 0 ? 0 : Math.Clamp(most, 0, line.Quantity);
            told.Add(new(line.VariantId, line.Quantity, added, cart.Price(variant)));
            if (added > 0)
            {
                room -= there is null ? 1 : 0;
                lines.Add(there is null
                    ? new(CartLineId.New(), line.VariantId, added, cart.Price(variant).Minor)
                    : there with { Quantity = there.Quantity + added });
            }
        }

        return (lines, told);
    }

    // The customer's own cart, or the one named; else a new one, for whoever calls.
    private async Task<Cart?> Open(Tx tx, CartId? cart, Caller caller)
    {
        if (cart is { } id)
        {
            tx.Queue($"select from carts.carts where id = {id} for update");
            return await tx.FindCart(id, caller.UserId);
        }

        if (caller.UserId is { } user)
        {
            tx.LockCartsOf(user);
            if (await tx.FindCartOf(user) is { } own)
            {
                return own;
            }
        }

        var fresh = new Cart(Cart.NewId(), caller.UserId, shop.Currency, null, null, []);
        tx.InsertCart(fresh);
        return fresh;
    }
}
