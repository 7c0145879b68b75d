using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Editing;

/// <summary>Answers a product as staff edit it, deleted ones too.</summary>
internal static class ProductForm
{
    internal static Task<IResult> Handle(ProductId id, HttpContext http, Database db, IInventory inventory, CancellationToken cancel) =>
        Answer(http, db, inventory, id, cancel);

    /// <summary>The product's form with its ETag: 200, or 201 when it was just made.</summary>
    internal static async Task<IResult> Answer(
        HttpContext http, Database db, IInventory inventory, ProductId id, CancellationToken cancel, bool created = false)
    {
        await using var context = db.Context<CatalogDb>();
        var product = await context.Products.AsNoTracking().AsSplitQuery().Include(it => it.Variants).Include(it => it.Images)
            .SingleOrDefaultAsync(it => it.Id == id, cancel);
        if (product is null)
        {
            return CatalogErrors.ProductNotFound.Refuse().ToResult();
        }

        var form = (Outcome<Form>)await Show(product, db, inventory, cancel);
        http.Response.Headers.ETag = Etags.Of(product.Version);
        return created ? form.Created(_ => $"/api/v1/admin/products/{id}") : form.Ok();
    }

    private static async Task<Form> Show(Product product, Database db, IInventory inventory, CancellationToken cancel)
    {
        var variants = product.LiveVariants.ToArray();
        var ids = Array.ConvertAll(variants, variant => variant.Id);
        var available = await inventory.Available(ids, cancel);
        var onHand = await inventory.OnHand(ids, cancel);
        var brand = product.BrandId is { } id
            ? await db.Row($"select name from catalog.brands where id = {id}", row => row.GetString(0), cancel)
            : null;
        var first = variants.MinBy(variant => variant.PriceMinor)!;
        var single = variants.Length == 1 ? first : null;
        return new(
            product.Id, product.Slug, product.Name, product.Description, brand, product.CategoryId, product.Tags, product.Highlights,
            first.Price,
            first.CompareAtPrice, single?.Sku, single?.WeightGrams, single?.Dimensions, product.State, product.TaxClass,
            product.Attributes, product.Options,
            [.. variants.Select(variant => Show(variant, available[variant.Id], onHand[variant.Id]))],
            [.. product.Images.OrderBy(image => image.Position).Select(image => new Image(image.Id, image.Url, image.Alt))],
            product.ExternalId, product.DeletedAt, product.CreatedAt, product.UpdatedAt) { Cost = single?.Cost };
    }

    private static FormVariant Show(Variant variant, int available, int onHand) => new(
        variant.Id, variant.Sku, variant.Gtin, variant.Options, variant.Price, variant.CompareAtPrice, variant.WeightGrams,
        variant.Dimensions, available,
        onHand) { Cost = variant.Cost };

    internal sealed record Form(
        ProductId Id, string Slug, string Name, string? Description, string? Brand, CategoryId? CategoryId, IReadOnlyList<string> Tags,
        IReadOnlyList<string> Highlights, Money Price, Money? CompareAtPrice, string? Sku, int? WeightGrams, DimensionsMm? DimensionsMm,
        string Status, string TaxClass,
        IReadOnlyList<ProductSpec> Attributes, IReadOnlyList<ProductOption> Options, IReadOnlyList<FormVariant> Variants,
        IReadOnlyList<Image> Images,
        string? ExternalId, DateTimeOffset? DeletedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
    {
        public Money? Cost { get; init; }
    }

    internal sealed record FormVariant(
        VariantId Id, string Sku, string? Gtin, IReadOnlyDictionary<string, string> Options, Money Price, Money? CompareAtPrice,
        int? WeightGrams,
        DimensionsMm? DimensionsMm, int Available, int OnHand)
    {
        public Money? Cost { get; init; }
    }

    internal sealed record Image(Id<Picture> Id, string Url, string Alt);
}
