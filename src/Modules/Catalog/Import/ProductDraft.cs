using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Types;

namespace Tradepost.Catalog.Import;

/// <summary>A product about to be written: what was sent, and what the database already knows of it.</summary>
internal sealed class ProductDraft(Incoming incoming, string hash, CategoryId? category, CategoryTree tree)
{
    public Incoming Incoming { get; } = incoming;

    public ImportProduct Given => Incoming.Product;

    public string Hash { get; } = hash;

    public CategoryId? CategoryId { get; } = category;

    /// <summary>Names of the category and those above it, for the search vector.</summary>
    public string CategoryWords { get; } =
        category is { } id && tree.Find(id) is { } node ? string.Join(" / ", tree.Path(node).Reverse().Select(above => above.Name)) : "";

    public ProductId Id { get; private set; } = ProductId.New();

    public bool IsNew { get; private set; } = true;

    public string Slug { get; set; } = "";

    public Id<Brand>? BrandId { get; set; }

    public IReadOnlyList<VariantDraft> Variants { get; private set; } =
        [.. incoming.Product.Variants.Select(variant => new VariantDraft(variant))];

    public string Brand => Given.Brand?.Trim() ?? "";

    /// <summary>It is there already, under this id and address.</summary>
    public void Exists(ProductId id, string slug) => (Id, Slug, IsNew) = (id, slug, false);

    /// <summary>Forgets what an earlier attempt found.</summary>
    public void Reset()
    {
        (Id, Slug, IsNew) = (ProductId.New(), "", true);
        Variants = [.. Given.Variants.Select(variant => new VariantDraft(variant))];
    }
}

/// <summary>A variant about to be written.</summary>
internal sealed class VariantDraft(ImportVariant given)
{
    public ImportVariant Given { get; } = given;

    public VariantId Id { get; private set; } = VariantId.New();

    public bool IsNew { get; private set; } = true;

    public void Exists(VariantId id) => (Id, IsNew) = (id, false);
}
