using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Pricing.Promotions;
using Tradepost.Pricing.Quotes;
using Tradepost.Pricing.Delivery;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.Simulation;
using Tradepost.Pricing.SpecialPrices;
using Tradepost.Pricing.Taxes;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing;

/// <summary>The module's face: its services and its routes.</summary>
public static class PricingModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddPricing(this IServiceCollection services) =>
        services.AddModuleDb<PricingDb>().AddTaxes().AddSingleton<IPricing, PriceBook>().AddPromotions().AddSpecialPrices()

            // Orders ask prices and simulations ask orders, so one of the two is looked up late.
            .AddSingleton(provider => new Simulator(provider.GetRequiredService<IOrders>));

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapPricing(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        MapTaxRates(api);
        api.MapTaxes();
        MapShippingMethods(api);
        api.MapPromotions();
        api.MapDelivery();
        Staff(api.MapPost("/admin/pricing/quote", QuotePrice.Handle), "QuotePrice", "What would this cost, and why")
            .Gives<QuoteView>();
        Staff(api.MapPost("/admin/promotions/simulation", SimulatePromotion.Handle), "SimulatePromotion",
            "What a promotion would have done to orders of the past").Gives<SimulationReport>();
        api.MapSpecialPrices();
    }

    private static void MapTaxRates(IEndpointRouteBuilder api)
    {
        const string All = "/admin/tax-rates", One = "/admin/tax-rates/{id}";
        Staff(api.MapGet(All, ListTaxRates.Handle), "ListTaxRates", "Taxes by country and state").Gives<Paged<TaxRateView>>();
        Staff(api.MapPost(All, CreateTaxRate.Handle), "CreateTaxRate", "Add a tax")
            .Gives<TaxRateView>(StatusCodes.Status201Created).Refuses(SettingsErrors.TaxRateExists);
        Staff(api.MapPatch(One, EditTaxRate.Handle), "EditTaxRate", "Change some of a tax")
            .Gives<TaxRateView>().Refuses(SettingsErrors.TaxRateNotFound, SettingsErrors.TaxRateExists, PlatformErrors.Stale);
        Staff(api.MapDelete(One, DeleteTaxRate.Handle), "DeleteTaxRate", "End a tax")
            .Produces(StatusCodes.Status204NoContent).Refuses(SettingsErrors.TaxRateNotFound);
    }

    private static void MapShippingMethods(IEndpointRouteBuilder api)
    {
        const string All = "/admin/shipping-methods", One = "/admin/shipping-methods/{id}";
        Staff(api.MapGet(All, ListShippingMethods.Handle), "ListShippingMethods", "Ways to deliver").Gives<Paged<ShippingMethodView>>();
        Staff(api.MapPost(All, CreateShippingMethod.Handle), "CreateShippingMethod", "Add a way to deliver")
            .Gives<ShippingMethodView>(StatusCodes.Status201Created).Refuses(SettingsErrors.CodeTaken);
        Staff(api.MapPatch(One, EditShippingMethod.Handle), "EditShippingMethod", "Change some of a way to deliver")
            .Gives<ShippingMethodView>().Refuses(SettingsErrors.MethodNotFound, SettingsErrors.CodeTaken, PlatformErrors.Stale);
        Staff(api.MapDelete(One, DeleteShippingMethod.Handle), "DeleteShippingMethod", "Remove a way to deliver")
            .Produces(StatusCodes.Status204NoContent).Refuses(SettingsErrors.MethodNotFound, SettingsErrors.MethodInUse);
    }

    private static RouteHandlerBuilder Staff(RouteHandlerBuilder route, string name, string summary) =>
        route.Needs(Permissions.SettingsWrite).WithName(name).WithTags("Pricing").WithSummary(summary);
}
