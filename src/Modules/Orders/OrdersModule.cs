using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Crediting;
using Tradepost.Orders.Invoicing;
using Tradepost.Orders.Moving;
using Tradepost.Orders.Placing;
using Tradepost.Orders.Proof;
using Tradepost.Orders.Reading;
using Tradepost.Orders.Reordering;
using Tradepost.Orders.Refunding;
using Tradepost.Orders.Returning;
using Tradepost.Orders.Searching;
using Tradepost.Orders.Staff;
using Tradepost.Orders.Staff.Mails;
using Tradepost.Orders.Staff.Notes;
using Tradepost.Orders.Staff.Tags;
using Tradepost.Orders.Staff.Views;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Verification;

namespace Tradepost.Orders;

/// <summary>The module's face: its services and its routes.</summary>
public static class OrdersModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services)
    {
        services.AddModuleDb<OrdersDb>();
        services.AddSingleton<OrderNumbers>().AddSingleton<TrackingThrottle>().AddSingleton<Listeners>()
            .AddSingleton<Invoices>().AddSingleton<AcceptOrder>().AddSingleton<OrderReader>();

        // Payments ask orders and orders ask payments, so one of the two is looked up late.
        services.AddSingleton(provider => new Checkout(
            provider.GetRequiredService<ICarts>(), provider.GetRequiredService<IInventory>(), provider.GetRequiredService<IPromotions>(),
            provider.GetRequiredService<IPayments>,
            provider.GetRequiredService<ShopSettings>(), provider.GetRequiredService<OrderNumbers>()));
        services.AddSingleton(provider => new Cancellation(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<IInventory>(), provider.GetRequiredService<IPromotions>(),
            provider.GetRequiredService<IPayments>, provider.GetRequiredService<ShopSettings>()));
        services.AddSingleton<IOrders, OrderBook>().AddSingleton<IOrdersToBook, OrdersToBook>();
        services.AddSingleton<IOrdersToReturn, OrdersToReturn>();
        services.AddPeriodicJob<ExpireOrders>().AddPeriodicJob<IndexOrders>().AddPeriodicJob<ForgetKeys>();
        services.AddSingleton(Invariants.Invoices).AddSingleton(Invariants.Totals)
            .AddSingleton(Invariants.Statuses).AddSingleton(Invariants.Shipped);
        services.AddSingleton<IInvariant, EvidenceInvariant>();
        return services.AddSingleton<IInvariant, StockInvariant>().AddSingleton<IInvariant, PaymentCopyInvariant>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapOrders(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapPost("/orders", PlaceOrder.Handle).AllowAnonymous()
            .Called("PlaceOrder", "Turn a cart into an order")
            .Gives<PlacedOrder>(StatusCodes.Status201Created)
            .Refuses(CartErrors.NotFound, CartErrors.Empty, CartErrors.Changed, InventoryErrors.Insufficient,
                PricingErrors.ShippingUnavailable, PricingErrors.PromotionNotApplicable, PlatformErrors.IdempotencyMismatch);
        api.MapPost("/orders/track", TrackOrder.Handle).AllowAnonymous()
            .Called("TrackOrder", "Find an order by its number and e-mail address")
            .Gives<TrackOrder.Tracked>().Refuses(OrderErrors.NotFound, PlatformErrors.TooMany);
        api.MapGet("/orders/{id}", GetOrder.Handle).AllowAnonymous()
            .Called("GetOrder", "One order, for its customer, a guest with its token, or staff")
            .Gives<OrderView>().Refuses(OrderErrors.NotFound);
        api.MapGet("/orders/{id}/events", FollowOrder.Handle).AllowAnonymous()
            .Called("FollowOrder", "The order as server-sent events, now and after each change")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream").Refuses(OrderErrors.NotFound);
        api.MapGet("/orders/{id}/invoice", GetInvoice.Handle).AllowAnonymous()
            .Called("GetInvoice", "The order's invoice as a PDF")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf").Refuses(OrderErrors.NotFound, OrdersErrors.NotInvoiced);
        api.MapGet("/orders/{id}/credit-notes", ListCreditNotes.Handle).AllowAnonymous()
            .Called("ListCreditNotes", "The order's credit notes").Gives<ListCreditNotes.Notes>().Refuses(OrderErrors.NotFound);
        api.MapGet("/orders/{id}/credit-notes/{creditNoteId}", GetCreditNote.Handle).AllowAnonymous()
            .Called("GetCreditNote", "A credit note as a PDF")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf").Refuses(OrderErrors.NotFound, CreditNoteErrors.NotFound);
        api.MapPost("/orders/{id}/cancellation", CancelOrder.Handle).AllowAnonymous()
            .Called("CancelOrder", "Call an order off")
            .Accepts<CancelOrder.Request>(isOptional: true, "application/json")
            .Gives<OrderView>().Refuses(OrderErrors.NotFound, OrdersErrors.NotCancellable, OrdersErrors.CancelWindowOver);
        api.MapPost("/orders/{id}/reorder", ReorderOrder.Handle).AllowAnonymous()
            .Called("ReorderOrder", "Put what an order held into a cart")
            .Gives<ReorderOrder.Reordered>().Refuses(OrderErrors.NotFound, CartErrors.NotFound);
        api.MapGet("/me/orders", ListMyOrders.Handle).Needs(Permissions.SignedIn)
            .Called("ListMyOrders", "The signed-in customer's orders").Gives<Paged<OrderListItem>>();
        MapStaff(api);
        MapWriting(api);
    }

    private static void MapStaff(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/orders", ListOrders.Handle).Needs(Permissions.OrdersRead)
            .Called("ListOrders", "All orders, for staff").Gives<OrderPage>();
        api.MapGet("/admin/orders/export", ExportOrders.Handle).Needs(Permissions.OrdersRead)
            .Called("ExportOrders", "The orders of a list as CSV").Produces<string>(StatusCodes.Status200OK, "text/csv");
        api.MapGet("/admin/orders/summary", SummarizeOrders.Handle).Needs(Permissions.OrdersRead)
            .Called("SummarizeOrders", "The dashboard's figures").Gives<SummarizeOrders.Summary>();
        api.MapGet("/admin/orders/{id}", GetOrderForStaff.Handle).Needs(Permissions.OrdersRead)
            .Called("GetOrderForStaff", "One order, as staff see it").Gives<OrderView>().Refuses(OrderErrors.NotFound);
        api.MapGet("/admin/orders/{id}/pricing", ProveOrder.Handle).Needs(Permissions.OrdersRead)
            .Called("ProveOrder", "What the order was priced from, and that it comes to the same again")
            .Gives<ProveOrder.Proof>().Refuses(OrderErrors.NotFound);
    }

    private static void MapWriting(IEndpointRouteBuilder api)
    {
        api.MapPost("/admin/orders/tags", TagOrders.Handle).Needs(Permissions.OrdersWrite)
            .Called("TagOrders", "Mark orders with words, or take them off").Gives<TagOrders.Result>().Refuses(OrderErrors.NotFound);
        api.MapGet("/admin/order-tags", ListTags.Handle).Needs(Permissions.OrdersRead)
            .Called("ListOrderTags", "The tags in use").Gives<ListTags.Result>();
        api.MapPost("/admin/orders/{id}/notes", WriteNotes.Add).Needs(Permissions.OrdersWrite)
            .Called("AddOrderNote", "Write on an order, for staff").Gives<OrderNote>(StatusCodes.Status201Created)
            .Refuses(OrderErrors.NotFound);
        api.MapPatch("/admin/orders/{id}/notes/{noteId}", WriteNotes.Pin).Needs(Permissions.OrdersWrite)
            .Called("PinOrderNote", "Pin a note, or unpin it").Produces(StatusCodes.Status204NoContent).Refuses(OrdersErrors.NoteNotFound);
        api.MapDelete("/admin/orders/{id}/notes/{noteId}", WriteNotes.Remove).Needs(Permissions.OrdersWrite)
            .Called("RemoveOrderNote", "Take back a note of one's own").Produces(StatusCodes.Status204NoContent)
            .Refuses(OrdersErrors.NoteNotFound);
        api.MapPost("/admin/orders/{id}/mails", ResendMail.Handle).Needs(Permissions.OrdersWrite)
            .Called("ResendOrderMail", "Send a mail about an order once more").Produces(StatusCodes.Status204NoContent)
            .Refuses(OrderErrors.NotFound, OrdersErrors.MailNotDue);
        api.MapGet("/admin/order-views", ListViews.All).Needs(Permissions.OrdersRead)
            .Called("ListOrderViews", "Saved views of the order list").Gives<ListViews.Result>();
        api.MapPost("/admin/order-views", ListViews.Save).Needs(Permissions.OrdersRead)
            .Called("SaveOrderView", "Save a view of the order list").Gives<ListViews.View>(StatusCodes.Status201Created)
            .Refuses(OrdersErrors.TooManyViews);
        api.MapDelete("/admin/order-views/{id}", ListViews.Remove).Needs(Permissions.OrdersRead)
            .Called("RemoveOrderView", "Remove a saved view of one's own").Produces(StatusCodes.Status204NoContent)
            .Refuses(OrdersErrors.ViewNotFound);
    }

    private static RouteHandlerBuilder Called(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithTags("Orders").WithSummary(summary);
}
