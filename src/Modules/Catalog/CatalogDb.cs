using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Products;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog;

/// <summary>The module's view of the database, for what staff edit. Listings, search and imports go by SQL.</summary>
internal sealed class CatalogDb(DbContextOptions<CatalogDb> options) : ModuleDb(options)
{
    public override string Schema => "catalog";

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Category> Categories => Set<Category>();

    protected override void Entities(ModelBuilder model)
    {
        model.Entity<Category>().ToTable("categories").HasKey(category => category.Id);
        model.Entity<Product>(product =>
        {
            product.ToTable("products").HasKey(it => it.Id);
            product.Property(it => it.Attributes).IsJson("jsonb");
            product.Property(it => it.Options).IsJson("jsonb");
            product.HasMany(it => it.Variants).WithOne().HasForeignKey(variant => variant.ProductId);
            product.HasMany(it => it.Images).WithOne().HasForeignKey(image => image.ProductId);
            product.Ignore(it => it.LiveVariants);
        });
        model.Entity<Variant>(variant =>
        {
            variant.ToTable("variants").HasKey(it => it.Id);
            variant.Property(it => it.Options).IsJson("json");
            variant.Ignore(it => it.Dimensions);
        });
        model.Entity<Picture>(picture =>
        {
            picture.ToTable("product_images").HasKey(it => it.Id);
            picture.Property(it => it.Options).IsJson("json");
        });
    }
}

internal static class JsonColumns
{
    /// <summary>Keeps a value as JSON, compared by what is written.</summary>
    public static void IsJson<T>(this PropertyBuilder<T> property, string type) =>
        property.HasColumnType(type).HasConversion(
            value => Json.Of(value).Text,
            text => Json.Read<T>(text),
            new ValueComparer<T>(
                (a, b) => Json.Of(a).Text == Json.Of(b).Text,
                value => Json.Of(value).Text.GetHashCode(StringComparison.Ordinal),
                value => value));
}
