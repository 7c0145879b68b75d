using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>Puts a deleted product back on the shelf, unless another product has its name by now.</summary>
internal static class RestoreProduct
{
    internal static async Task<IResult> Handle(
        ProductId id, HttpContext http, Caller caller, Database db, IInventory inventory, CancellationToken cancel)
    {
        var restored = await db.Write<Done>("catalog.restore_product", tx => Restore(tx, id, http, inventory, caller.Name), cancel);
        return restored.Try(out _, out var refusal) ? await ProductForm.Answer(http, db, inventory, id, cancel) : refusal.ToResult();
    }

    private static async Task<Outcome<Done>> Restore(Tx tx, ProductId id, HttpContext http, IInventory inventory, string by)
    {
        if (!(await EditProduct.Open(tx, id, http)).Try(out var product, out var refusal))
        {
            return refusal;
        }

        if (product.DeletedAt is null)
        {
            return Done.Value;
        }

        if (await Registry.Name(tx, product.Name, id) is { } taken)
        {
            return taken;
        }

        product.Restore(tx.Now);
        await ProductChanges.Finish(tx, inventory, product, [], "restored", by);
        return Done.Value;
    }
}
