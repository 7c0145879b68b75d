using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Catalog.Categories;
using Tradepost.Catalog.Import;
using Tradepost.Catalog.Listing;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Catalog;

/// <summary>The module's face: its services and its routes.</summary>
public static class CatalogModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddModuleDb<CatalogDb>();
        services.AddSingleton<CategoryShelf>().AddSingleton<VariantShelf>();
        services.AddSingleton<ListingSearch>().AddSingleton<ListingItems>().AddSingleton<ListingPage>().AddSingleton<ProductPageLoader>();
        services.AddSingleton<ICatalog, CatalogLookup>().AddSingleton<ICatalogPages, CatalogPages>();
        services.AddSingleton<ImportedCategories>().AddSingleton<ProductBatch>().AddSingleton<ImportRun>();
        return services.AddSingleton<ICatalogImport, CatalogImport>().AddSingleton<IProductFileImport, ProductFileImport>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapGet("/products", ListProducts.Handle).Public("ListProducts", "Products, searched, narrowed and ordered").Gives<ProductList>();
        api.MapGet("/products/{idOrSlug}", GetProduct.Handle).Public("GetProduct", "One product by id or slug")
            .Gives<ProductPage>().Refuses(CatalogErrors.ProductNotFound);
        api.MapGet("/categories", ListCategories.Handle).Public("ListCategories", "The category tree").Gives<IReadOnlyList<CategoryNode>>();
        api.MapGet("/categories/{idOrSlug}", GetCategory.Handle).Public("GetCategory", "One category and those below it")
            .Gives<CategoryNode>().Refuses(CatalogErrors.CategoryNotFound);
    }

    private static RouteHandlerBuilder Public(this RouteHandlerBuilder route, string name, string summary) =>
        route.AllowAnonymous().WithName(name).WithTags("Catalogue").WithSummary(summary);
}
