using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>Services and routes of special prices.</summary>
internal static class SpecialPriceRoutes
{
    public static IServiceCollection AddSpecialPrices(this IServiceCollection services) =>
        services.AddSingleton<SpecialPriceShelf>().AddSingleton<SpecialPriceBook>()
            .AddSingleton<ISpecialPrices>(provider => provider.GetRequiredService<SpecialPriceBook>());

    public static void MapSpecialPrices(this IEndpointRouteBuilder api)
    {
        const string All = "/admin/special-prices", One = "/admin/special-prices/{id}";
        Staff(api.MapGet(All, ListSpecialPrices.Handle), "ListSpecialPrices", "Prices for quantities, groups and times",
            Permissions.CatalogRead).Gives<Paged<SpecialPriceView>>();
        Staff(api.MapPut(All, SetSpecialPrices.Handle), "SetSpecialPrices", "Add or change up to a thousand special prices",
            Permissions.CatalogWrite).Gives<SetSpecialPrices.Answer>();
        Staff(api.MapPatch(One, EditSpecialPrice.Handle), "EditSpecialPrice", "Change some of a special price", Permissions.CatalogWrite)
            .Gives<SpecialPriceView>()
            .Refuses(SettingsErrors.SpecialPriceNotFound, SettingsErrors.SpecialPriceExists, PlatformErrors.Stale);
        Staff(api.MapDelete(One, EditSpecialPrice.Delete), "DeleteSpecialPrice", "Take a special price away", Permissions.CatalogWrite)
            .Produces(StatusCodes.Status204NoContent).Refuses(SettingsErrors.SpecialPriceNotFound, PlatformErrors.Stale);
    }

    private static RouteHandlerBuilder Staff(RouteHandlerBuilder route, string name, string summary, string permission) =>
        route.Needs(permission).WithName(name).WithTags("Pricing").WithSummary(summary);
}
