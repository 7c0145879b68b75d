using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Carts.Claiming;
using Tradepost.Carts.Delivery;
using Tradepost.Carts.Lifetime;
using Tradepost.Carts.Lines;
using Tradepost.Carts.Paying;
using Tradepost.Carts.Promotions;
using Tradepost.Carts.Reminders;
using Tradepost.Carts.Wishlists;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;

namespace Tradepost.Carts;

/// <summary>The module's face: its services and its routes.</summary>
public static class CartsModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddCarts(this IServiceCollection services) =>
        services.AddModuleDb<CartsDb>().AddSingleton<CartReader>().AddSingleton<CartEdits>().AddSingleton<Wanted>()
            .AddSingleton<ICarts, Checkout>()
            .AddSingleton<ICartRefill, Refilling>().AddPeriodicJob<ExpireCarts>().AddPeriodicJob<RemindShoppers>()
            .AddOptions<CartOptions>().BindConfiguration("Carts").Services
            .AddWishlists();

    /// <summary>The module's routes, under /api/v1. A cart is its holder's or its customer's; each use case checks that.</summary>
    public static void MapCarts(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        Anyone(api.MapPost("/carts", CreateCart.Handle), "CreateCart", "Start a cart, or find the customer's own")
            .Gives<CartView>(StatusCodes.Status201Created);
        Anyone(api.MapGet("/carts/{id}", GetCart.Handle), "GetCart", "Read a cart with today's prices").Gives<CartView>()
            .Refuses(CartErrors.NotFound);
        Described(api.MapPost("/carts/{id}/claim", ClaimCart.Handle), "ClaimCart", "Merge a guest's cart into the customer's")
            .Needs(Permissions.SignedIn).Gives<CartView>().Refuses(CartErrors.NotFound, PlatformErrors.Stale);
        Anyone(api.MapPut("/carts/{id}/currency", CartCurrency.Handle), "SetCartCurrency", "Put the cart into another currency")
            .Gives<CartView>().Refuses(CartErrors.NotFound, PlatformErrors.Stale);
        MapLines(api);
        MapDelivery(api);
        MapPromotions(api);
        MapContact(api);
        api.MapWishlists();
    }

    private static void MapLines(IEndpointRouteBuilder api)
    {
        Anyone(api.MapPost("/carts/{id}/lines", AddLine.Handle), "AddCartLine", "Put something into the cart").Gives<CartView>()
            .Refuses(CartErrors.NotFound, CartRefusals.ProductNotFound, CartRefusals.NotSold, CartRefusals.Full,
                InventoryErrors.Insufficient, PlatformErrors.Stale);
        Anyone(api.MapPatch("/carts/{id}/lines/{lineId}", ChangeLine.Handle), "ChangeCartLine", "Set a quantity; 0 takes the line out")
            .Gives<CartView>()
            .Refuses(CartErrors.NotFound, CartRefusals.LineNotFound, InventoryErrors.Insufficient, PlatformErrors.Stale);
        Anyone(api.MapDelete("/carts/{id}/lines/{lineId}", ChangeLine.Remove), "RemoveCartLine", "Take a line out").Gives<CartView>()
            .Refuses(CartErrors.NotFound, CartRefusals.LineNotFound, PlatformErrors.Stale);
        Anyone(api.MapDelete("/carts/{id}/lines", ClearCart.Handle), "ClearCart", "Take all lines out").Gives<CartView>()
            .Refuses(CartErrors.NotFound, PlatformErrors.Stale);
    }

    private static void MapDelivery(IEndpointRouteBuilder api)
    {
        Anyone(api.MapPut("/carts/{id}/address", SetAddress.Handle), "SetCartAddress", "Say where it goes").Gives<CartView>()
            .Refuses(CartErrors.NotFound, PlatformErrors.Stale);
        Anyone(api.MapGet("/carts/{id}/shipping-options", ShippingOptions.List), "ListShippingOptions",
            "Ways to send the cart to its address")
            .Gives<IReadOnlyList<ShippingOptions.Option>>().Refuses(CartErrors.NotFound);
        Anyone(api.MapPut("/carts/{id}/shipping-option", ShippingOptions.Choose), "ChooseShippingOption", "Choose one of them")
            .Gives<CartView>()
            .Refuses(CartErrors.NotFound, PricingErrors.ShippingUnavailable, PlatformErrors.Stale);
    }

    private static void MapPromotions(IEndpointRouteBuilder api)
    {
        Anyone(api.MapPost("/carts/{id}/promotions", ApplyCode.Handle), "ApplyCartCode", "Enter a promotion code").Gives<CartView>()
            .Refuses(CartErrors.NotFound, PricingErrors.PromotionNotApplicable, CartRefusals.TooManyCodes, PlatformErrors.Stale);
        Anyone(api.MapDelete("/carts/{id}/promotions/{code}", RemoveCode.Handle), "RemoveCartCode", "Take a promotion code out")
            .Gives<CartView>().Refuses(CartErrors.NotFound, PlatformErrors.Stale);
    }

    private static void MapContact(IEndpointRouteBuilder api)
    {
        Anyone(api.MapPut("/carts/{id}/payment-method", SetPaymentMethod.Handle), "SetCartPaymentMethod", "Say how it will be paid")
            .Gives<CartView>().Refuses(CartErrors.NotFound, PlatformErrors.Stale);
        Anyone(api.MapPut("/carts/{id}/contact", SetContact.Handle), "SetCartContact", "Say whom to write to, and whether to remind them")
            .Gives<CartView>().Refuses(CartErrors.NotFound, PlatformErrors.Stale);
        Anyone(api.MapPost("/carts/reminders/stop", StopReminders.Handle), "StopCartReminders", "Follow the link that ends reminders")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static RouteHandlerBuilder Anyone(RouteHandlerBuilder route, string name, string summary) =>
        Described(route, name, summary).AllowAnonymous();

    private static RouteHandlerBuilder Described(RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithTags("Carts").WithSummary(summary);
}
