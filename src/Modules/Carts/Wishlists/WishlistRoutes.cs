using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Carts.Wishlists.Items;
using Tradepost.Carts.Wishlists.Lists;
using Tradepost.Carts.Wishlists.News;
using Tradepost.Carts.Wishlists.Sharing;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Messaging;
using static Tradepost.Carts.Wishlists.WishlistRefusals;

namespace Tradepost.Carts.Wishlists;

/// <summary>The services and routes of wishlists. Every list is its customer's alone; each use case checks that.</summary>
internal static class WishlistRoutes
{
    public static IServiceCollection AddWishlists(this IServiceCollection services)
    {
        services.AddOptions<WishlistOptions>().BindConfiguration("Wishlists");
        services.AddReaction<ProductChanged, OnProductChanged>("carts.wishlist_product_changed");
        services.AddReaction<BackInStock, OnBackInStock>("carts.wishlist_back_in_stock");
        services.AddPeriodicJob<CheckWishes>();
        services.AddPeriodicJob<TellReaders>();
        services.AddPeriodicJob<SweepMutes>();
        return services.AddSingleton<WishlistReader>();
    }

    public static void MapWishlists(this IEndpointRouteBuilder api)
    {
        MapLists(api);
        MapItems(api);
        MapMoves(api);
        Own(api.MapPost("/wishlists/{id}/share", ShareWishlist.Handle), "ShareWishlist",
            "Make a link that shows the list; the last one ends")
            .Gives<ShareWishlist.Link>().Refuses(NotFound);
        Own(api.MapDelete("/wishlists/{id}/share", ShareWishlist.Stop), "StopSharingWishlist", "Take the link back").Produces(204)
            .Refuses(NotFound);
        Open(api.MapGet("/shared-wishlists/{token}", ShowShared.Handle), "ShowSharedWishlist", "A list as whoever has its link sees it")
            .Gives<ShowShared.Shared>().Refuses(LinkInvalid);
        Open(api.MapPost("/wishlist-news/off", MuteNews.Handle), "MuteWishlistNews", "Switch mails about wishlists off by the link in one")
            .Produces(204).Refuses(LinkInvalid);
    }

    private static void MapLists(IEndpointRouteBuilder api)
    {
        Own(api.MapGet("/wishlists", ListWishlists.Handle), "ListWishlists", "One's wishlists").Gives<Paged<WishlistView>>();
        Own(api.MapPost("/wishlists", CreateWishlist.Handle), "CreateWishlist", "Make another list").Gives<WishlistView>(201)
            .Refuses(TooMany);
        Own(api.MapGet("/wishlists/{id}", ShowWishlist.Handle), "ShowWishlist", "A list and what is on it, newest first")
            .Gives<WishlistPage>().Refuses(NotFound);
        Own(api.MapPatch("/wishlists/{id}", EditWishlist.Handle), "EditWishlist", "Rename a list, switch its mails, make it the default")
            .Gives<WishlistView>().Refuses(NotFound);
        Own(api.MapDelete("/wishlists/{id}", DeleteWishlist.Handle), "DeleteWishlist", "Delete a list and all on it").Produces(204)
            .Refuses(NotFound);
    }

    private static void MapItems(IEndpointRouteBuilder api)
    {
        Own(api.MapGet("/wishlists/marks", ListMarks.Handle), "ListWishlistMarks", "What is on the default list, in short")
            .Gives<ListMarks.Marks>();
        Own(api.MapPost("/wishlists/{id}/items", AddItem.Handle), "AddWishlistItem", "Put something on a list").Gives<ItemView>(201)
            .Gives<ItemView>().Refuses(NotFound, CartRefusals.ProductNotFound, CartRefusals.NotSold, Full);
        Own(api.MapPost("/wishlists/default/items", AddItem.ToDefault), "AddDefaultWishlistItem",
            "Put something on the default list, which is made when there is none").Gives<ItemView>(201)
            .Gives<ItemView>().Refuses(CartRefusals.ProductNotFound, CartRefusals.NotSold, Full, TooMany);
        Own(api.MapDelete("/wishlists/{id}/items/{itemId}", RemoveItem.Handle), "RemoveWishlistItem", "Take something off a list")
            .Produces(204).Refuses(NotFound, ItemNotFound);
    }

    private static void MapMoves(IEndpointRouteBuilder api)
    {
        Own(api.MapPost("/wishlists/{id}/items/{itemId}/move-to-cart", MoveToCart.Handle), "MoveWishlistItemToCart",
            "Put one unit into a cart and take it off the list").Gives<CartView>()
            .Refuses(NotFound, ItemNotFound, CartErrors.NotFound, CartRefusals.NotSold, CartRefusals.Full, InventoryErrors.Insufficient);
        Own(api.MapPost("/wishlists/{id}/move-to-cart", MoveAllToCart.Handle), "MoveWishlistToCart",
            "Put one unit of everything that can be bought into a cart").Gives<MoveAllToCart.Result>()
            .Refuses(NotFound, CartErrors.NotFound);
        Own(api.MapPost("/wishlists/{id}/items/from-cart", SaveForLater.Handle), "SaveCartLineForLater",
            "Take a line out of a cart and put it on a list").Gives<SaveForLater.Result>()
            .Refuses(NotFound, CartErrors.NotFound, CartRefusals.LineNotFound, Full);
        Own(api.MapPost("/wishlists/default/items/from-cart", SaveForLater.ToDefault), "SaveCartLineForLaterOnDefault",
            "Take a line out of a cart and put it on the default list").Gives<SaveForLater.Result>()
            .Refuses(CartErrors.NotFound, CartRefusals.LineNotFound, Full, TooMany);
    }

    private static RouteHandlerBuilder Own(RouteHandlerBuilder route, string name, string summary) =>
        Described(route, name, summary).Needs(Permissions.SignedIn);

    private static RouteHandlerBuilder Open(RouteHandlerBuilder route, string name, string summary) =>
        Described(route, name, summary).AllowAnonymous();

    private static RouteHandlerBuilder Described(RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithTags("Wishlists").WithSummary(summary);
}
