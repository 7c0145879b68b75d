using Microsoft.AspNetCore.Http;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>Makes a product with its variants and their first stock.</summary>
internal static class CreateProduct
{
    internal sealed record Request : ProductInput
    {
        public override void Check(Faults faults)
        {
            faults.Required("name", Name);
            faults.Unless(Price is not null || Variants is { Count: > 0 }, "price", "is required");
            base.Check(faults);
        }
    }

    internal static async Task<IResult> Handle(
        Body<Request> body, HttpContext http, Caller caller, Database db, IInventory inventory, ShopSettings shop, CancellationToken cancel)
    {
        var faults = new Faults();
        body.Value.CheckCurrency(shop.Currency, faults);
        var plan = VariantPlan.Of(body.Value, Money.Zero(shop.Currency), faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var made = await db.Write<ProductId>(
            "catalog.create_product", tx => Create(tx, body.Value, plan, shop.Currency, inventory, caller.Name), cancel);
        return made.Try(out var id, out var refused)
            ? await ProductForm.Answer(http, db, inventory, id, cancel, created: true)
            : refused.ToResult();
    }

    private static async Task<Outcome<ProductId>> Create(
        Tx tx, ProductInput input, VariantPlan plan, Currency currency, IInventory inventory, string by)
    {
        await Registry.Open(tx);
        var (id, name) = (ProductId.New(), input.Name!.Trim());
        if (await Registry.Name(tx, name, id) is { } nameTaken)
        {
            return nameTaken;
        }

        if (await ProductChanges.CheckCategory(tx, input.CategoryId) is { } unknown)
        {
            return unknown;
        }

        var product = new Product
        {
            Id = id,
            Name = name,
            Slug = await Registry.FreeSlug(tx, input.Slug ?? Slug.Of(name), id),
            Description = ProductChanges.Blank(input.Description),
            BrandId = await ProductChanges.BrandOf(tx, input.Brand),
            CategoryId = input.CategoryId,
            Tags = ProductChanges.Tags(input.Tags ?? []),
            Highlights = [.. (input.Highlights ?? []).Select(highlight => highlight.Trim())],
            Attributes = ProductChanges.Specs(input.Attributes ?? []),
            State = input.Status ?? Product.Active,
            TaxClass = input.TaxClass ?? TaxClasses.Standard,
            PriceMinor = plan.Variants.Min(variant => variant.Price.Minor),
            Currency = currency,
            CreatedAt = tx.Now,
            UpdatedAt = tx.Now,
        };
        return await Store(tx, product, plan, inventory, by);
    }

    private static async Task<Outcome<ProductId>> Store(Tx tx, Product product, VariantPlan plan, IInventory inventory, string by)
    {
        if (!(await VariantChanges.Apply(tx, product, plan, isNew: true)).Try(out var receipts, out var refusal))
        {
            return refusal;
        }

        tx.Use<CatalogDb>().Products.Add(product);
        await ProductChanges.Finish(tx, inventory, product, receipts, "created", by);
        tx.Queue($"select catalog.learn_words({product.Name})");
        return product.Id;
    }
}
