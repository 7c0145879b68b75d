using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Verification;
using Tradepost.Returns.Asking;
using Tradepost.Returns.Deciding;
using Tradepost.Returns.Photos;
using Tradepost.Returns.Reading;
using Tradepost.Returns.Receiving;
using Tradepost.Returns.Withdrawing;
using static Tradepost.Returns.ReturnsErrors;

namespace Tradepost.Returns;

/// <summary>The module's face: its services and its routes.</summary>
public static class ReturnsModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddReturns(this IServiceCollection services)
    {
        services.AddModuleDb<ReturnsDb>();
        services.AddSingleton<BasisReader>().AddSingleton<Announcing>().AddSingleton<Decisions>().AddSingleton<Receiving.Receiving>();
        services.AddSingleton<ReturnReader>();
        services.AddSingleton<IReturns, ReturnBook>();
        foreach (var invariant in Invariants.All)
        {
            services.AddSingleton(invariant);
        }

        return services.AddSingleton<IInvariant, RefundInvariant>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapReturns(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapGet("/orders/{id}/returns/options", GetReturnOptions.Handle).AllowAnonymous()
            .Called("GetReturnOptions", "What of an order may come back, and until when")
            .Gives<GetReturnOptions.Options>().Refuses(OrderErrors.NotFound);
        api.MapPost("/orders/{id}/returns/quote", QuoteReturn.Handle).AllowAnonymous()
            .Called("QuoteReturn", "What would go back for a return").Gives<QuoteReturn.Quote>()
            .Refuses(OrderErrors.NotFound, NothingArrived, WindowClosed, TooMany);
        api.MapPost("/orders/{id}/returns", AskReturn.Handle).AllowAnonymous()
            .Called("AskReturn", "Ask to return something").Gives<ReturnView>(StatusCodes.Status201Created)
            .Refuses(OrderErrors.NotFound, NothingArrived, WindowClosed, TooMany, PlatformErrors.IdempotencyMismatch);
        api.MapPost("/orders/{id}/withdrawal", WithdrawFromContract.Handle).AllowAnonymous()
            .Called("WithdrawFromContract", "Withdraw from the contract, as consumers in the EU may")
            .Gives<ReturnView>(StatusCodes.Status201Created).Refuses(OrderErrors.NotFound, NoWithdrawal, TooMany);
        api.MapGet("/returns/{id}", GetReturn.Handle).AllowAnonymous()
            .Called("GetReturn", "One return").Gives<ReturnView>().Refuses(NotFound);
        api.MapPost("/returns/{id}/cancellation", CancelReturn.Handle).AllowAnonymous()
            .Called("CancelReturn", "Call a return off").Gives<ReturnView>().Refuses(NotFound, WrongState);
        api.MapPost("/returns/{id}/dispatch", SendReturn.Handle).AllowAnonymous()
            .Called("SendReturn", "Say that the goods are on their way").Gives<ReturnView>().Refuses(NotFound, WrongState);
        api.MapPost("/returns/{id}/photos", AddPhoto.Handle).AllowAnonymous()
            .Called("AddReturnPhoto", "Show what is wrong").Gives<AddPhoto.Added>(StatusCodes.Status201Created)
            .Refuses(NotFound, BadPhoto, TooManyPhotos, WrongState);
        api.MapGet("/returns/{id}/photos/{photoId}", ShowPhoto.Handle).AllowAnonymous()
            .Called("ShowReturnPhoto", "A photo").Produces(StatusCodes.Status200OK, contentType: "image/jpeg").Refuses(NotFound);
        api.MapGet("/returns/{id}/label", PrintLabel.Handle).AllowAnonymous()
            .Called("PrintReturnLabel", "The label for the way back").Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .Refuses(NotFound, NoLabel);
        api.MapGet("/me/returns", ListMyReturns.Handle).Needs(Permissions.SignedIn)
            .Called("ListMyReturns", "The signed-in customer's returns").Gives<Paged<ReturnListItem>>();
        MapStaff(api);
    }

    private static void MapStaff(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/returns", ListReturns.Handle).Needs(Permissions.OrdersRead)
            .Called("ListReturns", "All returns, for staff").Gives<Paged<ReturnListItem>>();
        api.MapGet("/admin/returns/{id}", GetReturn.Handle).Needs(Permissions.OrdersRead)
            .Called("GetReturnForStaff", "One return, as staff see it").Gives<ReturnView>().Refuses(NotFound);
        api.MapPost("/admin/returns/{id}/approval", ApproveReturn.Handle).Needs(Permissions.OrdersWrite)
            .Called("ApproveReturn", "Agree to a return").Gives<ReturnView>().Refuses(NotFound, WrongState);
        api.MapPost("/admin/returns/{id}/refusal", RefuseReturn.Handle).Needs(Permissions.OrdersWrite)
            .Called("RefuseReturn", "Refuse a return, and say why").Gives<ReturnView>().Refuses(NotFound, WrongState);
        api.MapPost("/admin/returns/{id}/receipt", ReceiveReturn.Handle).Needs(Permissions.OrdersRefund)
            .Called("ReceiveReturn", "Take goods in, look at them, and decide what goes back").Gives<ReturnView>()
            .Refuses(NotFound, WrongState, TooMany, RefundTooHigh, OrderErrors.RefundExceeds);
        api.MapPost("/admin/returns/{id}/receipt/quote", QuoteReceipt.Handle).Needs(Permissions.OrdersRefund)
            .Called("QuoteReceipt", "What would go back for what was found").Gives<Receiving.Receiving.Sums>().Refuses(NotFound, TooMany);
    }

    private static RouteHandlerBuilder Called(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithTags("Returns").WithSummary(summary);
}
