using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>
/// Takes a product off the shelf. Its records stay: orders tell of it, and it can be restored. Deleting it again changes nothing.
/// </summary>
internal static class DeleteProduct
{
    internal static async Task<IResult> Handle(
        ProductId id, HttpContext http, Caller caller, Database db, IInventory inventory, CancellationToken cancel) =>
        (await db.Write<Done>("catalog.delete_product", tx => Delete(tx, id, http, inventory, caller.Name), cancel)).NoContent();

    private static async Task<Outcome<Done>> Delete(Tx tx, ProductId id, HttpContext http, IInventory inventory, string by)
    {
        if (!(await EditProduct.Open(tx, id, http)).Try(out var product, out var refusal))
        {
            return refusal;
        }

        if (product.DeletedAt is null)
        {
            product.Delete(tx.Now);
            await ProductChanges.Finish(tx, inventory, product, [], "deleted", by);
        }

        return Done.Value;
    }
}
