using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>
/// Changes what is named and leaves the rest; null clears. A list of variants is the whole list. Without one, price, weight and size go to
/// every variant, SKU and GTIN to the only one.
/// </summary>
internal static class EditProduct
{
    internal sealed record Request : ProductInput;

    internal static async Task<IResult> Handle(
        ProductId id, Body<Request> body, HttpContext http, Caller caller, Database db, IInventory inventory, ShopSettings shop,
        CancellationToken cancel)
    {
        var faults = new Faults();
        body.Value.CheckCurrency(shop.Currency, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var edited = await db.Write<Done>("catalog.edit_product", tx => Edit(tx, id, body, http, inventory, caller.Name), cancel);
        return edited.Try(out _, out var refused) ? await ProductForm.Answer(http, db, inventory, id, cancel) : refused.ToResult();
    }

    /// <summary>The product, locked for editing and of the version the request knows.</summary>
    internal static async Task<Outcome<Product>> Open(Tx tx, ProductId id, HttpContext http)
    {
        await Registry.Open(tx);
        await tx.Execute($"select from catalog.products where id = {id} for update");
        var product = await tx.Use<CatalogDb>().Products.Include(it => it.Variants).SingleOrDefaultAsync(it => it.Id == id, tx.Cancel);
        return product is null ? CatalogErrors.ProductNotFound.Refuse()
            : Etags.Check(http, product.Version) is { } stale ? stale
            : product;
    }

    private static async Task<Outcome<Done>> Edit(Tx tx, ProductId id, Body<Request> body, HttpContext http, IInventory inventory,
        string by)
    {
        if (!(await Open(tx, id, http)).Try(out var product, out var refusal))
        {
            return refusal;
        }

        if ((await Names.Change(tx, product, body) ?? await ProductChanges.CheckCategory(tx, body.Value.CategoryId)) is { } refused)
        {
            return refused;
        }

        await Texts(tx, product, body);
        if (!(await Variants(tx, product, body)).Try(out var receipts, out refusal))
        {
            return refusal;
        }

        product.Edited(tx.Now);
        await ProductChanges.Finish(tx, inventory, product, receipts, "edited", by);
        return Done.Value;
    }

    private static async Task Texts(Tx tx, Product product, Body<Request> body)
    {
        var input = body.Value;
        product.Description = body.Has("description") ? ProductChanges.Blank(input.Description) : product.Description;
        product.BrandId = body.Has("brand") ? await ProductChanges.BrandOf(tx, input.Brand) : product.BrandId;
        product.CategoryId = body.Has("categoryId") ? input.CategoryId : product.CategoryId;
        product.Tags = body.Has("tags") ? ProductChanges.Tags(input.Tags ?? []) : product.Tags;
        product.Highlights = body.Has("highlights") ? [.. (input.Highlights ?? []).Select(line => line.Trim())] : product.Highlights;
        product.Attributes = body.Has("attributes") ? ProductChanges.Specs(input.Attributes ?? []) : product.Attributes;
        product.State = input.Status ?? product.State;
        product.TaxClass = body.Has("taxClass") ? input.TaxClass ?? TaxClasses.Standard : product.TaxClass;
    }

    private static async Task<Outcome<IReadOnlyList<StockReceipt>>> Variants(Tx tx, Product product, Body<Request> body)
    {
        if (!body.Has("variants") && !body.Has("options"))
        {
            return await OneForAll.Set(tx, product, body) is { } fault ? fault : Array.Empty<StockReceipt>();
        }

        var faults = new Faults();
        var plan = VariantPlan.Of(body.Value, product.LiveVariants.Min(variant => variant.Price), faults);
        return faults.Refusal() is { } refusal ? refusal : await VariantChanges.Apply(tx, product, plan, isNew: false);
    }
}
