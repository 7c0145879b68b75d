using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Catalog.Categories;
using Tradepost.Catalog.CurrencyPrices;
using Tradepost.Catalog.Editing;
using Tradepost.Catalog.Import;
using Tradepost.Catalog.Listing;
using Tradepost.Catalog.Media;
using Tradepost.Catalog.PricePage;
using Tradepost.Catalog.PricePlans;
using Tradepost.Catalog.PriceTimes;
using Tradepost.Catalog.Products;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;

namespace Tradepost.Catalog;

/// <summary>The module's face: its services and its routes.</summary>
public static class CatalogModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddModuleDb<CatalogDb>();
        services.AddSingleton(Invariants.Variants).AddSingleton(Invariants.Summaries)
            .AddSingleton(Invariants.History).AddSingleton(Invariants.OtherCurrencies);
        services.AddSingleton<CategoryShelf>().AddSingleton<VariantShelf>();
        services.AddSingleton<ListingSearch>().AddSingleton<ListingItems>().AddSingleton<ListingPage>().AddSingleton<SuggestionSearch>();
        services.AddSingleton<ProductPageLoader>().AddSingleton<PagesInCurrency>();
        services.AddPeriodicJob<RunPricePlans>();
        services.AddSingleton<ICatalog, CatalogLookup>().AddSingleton<ICatalogPages, CatalogPages>();
        services.AddSingleton<ImportedCategories>().AddSingleton<ProductBatch>().AddSingleton<ImportRun>();
        return services.AddSingleton<ICatalogImport, CatalogImport>().AddSingleton<IProductFileImport, ProductFileImport>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        MapShelves(api);
        MapProducts(api);
        MapCategories(api);
        MapPrices(api);
    }

    /// <summary>Drawn pictures of products without one, under /media.</summary>
    public static void MapCatalogMedia(this IEndpointRouteBuilder root)
    {
        ArgumentNullException.ThrowIfNull(root);
        root.MapGet("/media/placeholder/{id}.svg", DrawPlaceholder.Handle)
            .Open("DrawPlaceholder", "The drawn picture of a product without one").ExcludeFromDescription();
    }

    private static void MapShelves(IEndpointRouteBuilder api)
    {
        api.MapGet("/products", ListProducts.Handle).Open("ListProducts", "Products, searched, narrowed and ordered").Gives<ProductList>();
        api.MapGet("/products/{idOrSlug}", GetProduct.Handle).Open("GetProduct", "One product by id or slug")
            .Gives<ProductPage>().Refuses(CatalogErrors.ProductNotFound);
        api.MapGet("/categories", ListCategories.Handle).Open("ListCategories", "The category tree").Gives<IReadOnlyList<CategoryNode>>();
        api.MapGet("/categories/{idOrSlug}", GetCategory.Handle).Open("GetCategory", "One category and those below it")
            .Gives<CategoryNode>().Refuses(CatalogErrors.CategoryNotFound);
        api.MapGet("/search/suggestions", Suggest.Handle).Open("SuggestSearches", "Products, categories and searches for words being typed")
            .Gives<Suggest.Suggestions>();
    }

    private static void MapProducts(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/products", ListAdminProducts.Handle)
            .Staff("ListAdminProducts", "Products as staff see them", Permissions.CatalogRead)
            .Gives<Paged<ListAdminProducts.Item>>();
        api.MapPost("/admin/products", CreateProduct.Handle).Staff("CreateProduct", "Make a product", Permissions.CatalogWrite)
            .Gives<ProductForm.Form>(StatusCodes.Status201Created).Refuses(CatalogErrors.NameTaken, CatalogErrors.SkuTaken);
        api.MapGet("/admin/products/{id}", ProductForm.Handle)
            .Staff("GetAdminProduct", "A product as it is edited", Permissions.CatalogRead)
            .Gives<ProductForm.Form>().Refuses(CatalogErrors.ProductNotFound);
        api.MapPatch("/admin/products/{id}", EditProduct.Handle).Staff("EditProduct", "Change a product", Permissions.CatalogWrite)
            .Gives<ProductForm.Form>()
            .Refuses(CatalogErrors.ProductNotFound, CatalogErrors.NameTaken, CatalogErrors.SkuTaken, PlatformErrors.Stale);
        api.MapDelete("/admin/products/{id}", DeleteProduct.Handle)
            .Staff("DeleteProduct", "Take a product off the shelf", Permissions.CatalogWrite)
            .Produces(StatusCodes.Status204NoContent).Refuses(CatalogErrors.ProductNotFound, PlatformErrors.Stale);
        api.MapPost("/admin/products/{id}/restoration", RestoreProduct.Handle)
            .Staff("RestoreProduct", "Put a deleted product back", Permissions.CatalogWrite)
            .Gives<ProductForm.Form>().Refuses(CatalogErrors.ProductNotFound, CatalogErrors.NameTaken);
    }

    private static void MapPrices(IEndpointRouteBuilder api)
    {
        api.MapGet("/products/{id}/prices", GetProductPrices.Handle)
            .Open("GetProductPrices", "What a product costs: reductions, quantity prices, a customer's group prices")
            .Gives<GetProductPrices.Prices>().Refuses(CatalogErrors.ProductNotFound);
        api.MapGet("/admin/variants/{id}/price-history", ListPriceHistory.Handle)
            .Staff("ListPriceHistory", "What a variant cost, the latest first", Permissions.CatalogRead)
            .Gives<Paged<ListPriceHistory.Item>>().Refuses(CatalogErrors.VariantNotFound);
        api.MapGet("/admin/products/{id}/prices", GetAdminPrices.Handle)
            .Staff("GetAdminPrices", "All that is known of a product's prices", Permissions.CatalogRead)
            .Gives<GetAdminPrices.ProductPrices>().Refuses(CatalogErrors.ProductNotFound);
        api.MapPut("/admin/products/{id}/currency-prices", SetCurrencyPrices.Handle)
            .Staff("SetCurrencyPrices", "Set a product's prices in the shop's other currencies", Permissions.CatalogWrite)
            .Gives<GetAdminPrices.ProductPrices>().Refuses(CatalogErrors.ProductNotFound, PlatformErrors.Stale);
        api.MapGet("/admin/price-plans", ListPricePlans.Handle)
            .Staff("ListPricePlans", "Planned, running and past prices", Permissions.CatalogRead).Gives<Paged<PricePlan>>();
        api.MapPost("/admin/price-plans", CreatePricePlans.Handle)
            .Staff("CreatePricePlans", "Plan a price for many variants at once", Permissions.CatalogWrite)
            .Gives<CreatePricePlans.Made>(StatusCodes.Status201Created).Refuses(CatalogErrors.PlanOverlap);
        api.MapPost("/admin/price-plans/{id}/cancellation", CancelPricePlan.Handle)
            .Staff("CancelPricePlan", "Call a planned price off", Permissions.CatalogWrite)
            .Gives<PricePlan>().Refuses(CatalogErrors.PlanNotFound, CatalogErrors.PlanOver);
    }

    private static void MapCategories(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/categories", ListAdminCategories.Handle).Staff("ListAdminCategories", "All categories", Permissions.CatalogRead)
            .Gives<IReadOnlyList<CategoryRecord>>();
        api.MapPost("/admin/categories", CreateCategory.Handle).Staff("CreateCategory", "Make a category", Permissions.CatalogWrite)
            .Gives<CategoryRecord>(StatusCodes.Status201Created).Refuses(CatalogErrors.SlugTaken);
        api.MapPatch("/admin/categories/{id}", EditCategory.Handle)
            .Staff("EditCategory", "Change or move a category", Permissions.CatalogWrite)
            .Gives<CategoryRecord>()
            .Refuses(CatalogErrors.CategoryNotFound, CatalogErrors.SlugTaken, CatalogErrors.CategoryLoop, PlatformErrors.Stale);
        api.MapDelete("/admin/categories/{id}", DeleteCategory.Handle)
            .Staff("DeleteCategory", "Remove an empty category", Permissions.CatalogWrite)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(CatalogErrors.CategoryNotFound, CatalogErrors.CategoryInUse, PlatformErrors.Stale);
    }

    private static RouteHandlerBuilder Open(this RouteHandlerBuilder route, string name, string summary) =>
        route.AllowAnonymous().WithName(name).WithTags("Catalogue").WithSummary(summary);

    private static RouteHandlerBuilder Staff(this RouteHandlerBuilder route, string name, string summary, string permission) =>
        route.Needs(permission).WithName(name).WithTags("Catalogue").WithSummary(summary);
}
