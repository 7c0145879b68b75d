using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Payments;
using Tradepost.Payments.Closing;
using Tradepost.Payments.Crediting;
using Tradepost.Payments.Gateways;
using Tradepost.Payments.Gateways.Calls;
using Tradepost.Payments.Gateways.PayPal;
using Tradepost.Payments.Gateways.Razorpay;
using Tradepost.Payments.Gateways.Stripe;
using Tradepost.Payments.Holding;
using Tradepost.Payments.Ledger;
using Tradepost.Payments.Paying;
using Tradepost.Payments.Reactions;
using Tradepost.Payments.Reconciling;
using Tradepost.Payments.Refunding;
using Tradepost.Payments.Webhooks;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Messaging;
using Tradepost.Platform.Verification;

namespace Tradepost.Payments;

/// <summary>The module's face: its services and its routes.</summary>
public static class PaymentsModule
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddModuleDb<PaymentsDb>();
        services.AddHttpClient(DemoGatewayClient.ProviderName, client => client.Timeout = CallTimeout).RemoveAllLoggers();
        services.AddHttpClient(ProviderCalls.Client, client => client.Timeout = ProviderCalls.Timeout).RemoveAllLoggers();
        services.AddSingleton<ProviderCalls>();
        services.AddSingleton<IPaymentGateway, StripeGateway>().AddSingleton<IPaymentGateway, PayPalGateway>();
        services.AddSingleton<IPaymentGateway, RazorpayGateway>();
        services.AddSingleton<IPaymentGateway, DemoGatewayClient>().AddSingleton<IPaymentGateway, CashOnDelivery>();
        services.AddSingleton(provider => Origins(provider.GetRequiredService<GatewayList>()));
        services.AddSingleton<GatewayList>().AddSingleton<Books>().AddSingleton<RefundDesk>();
        services.AddSingleton<Recorder>().AddSingleton<OnDelivery>().AddSingleton<Beginning>();
        services.AddSingleton<Cashier>().AddSingleton<Confirmation>().AddSingleton<Wishes>().AddSingleton<IPayments, PaymentBook>();
        services.AddSingleton<CreditNotes>().AddSingleton<ICreditNotes>(provider => provider.GetRequiredService<CreditNotes>());
        services.AddReaction<OrderPlaced, OnOrderPlaced>("payments.order_placed");
        services.AddReaction<OrderShipped, OnOrderShipped>("payments.order_shipped");
        services.AddPeriodicJob<CloseDays>();
        services.AddPeriodicJob<RefundRunner>().AddPeriodicJob<Reconciler>().AddPeriodicJob<WebhookInbox>();
        services.AddSingleton(Invariants.Balance).AddSingleton(Invariants.Sums).AddSingleton(Invariants.Booked);
        LedgerInvariants.All.ForEach(invariant => services.AddSingleton(invariant));
        CreditNoteInvariants.All.ForEach(invariant => services.AddSingleton(invariant));
        return services.AddSingleton<IInvariant, ChargedInvariant>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapPayments(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        MapLedger(api);
        api.MapGet("/payment-methods", ListMethods.Handle).AllowAnonymous()
            .Called("ListPaymentMethods", "The ways to pay that are offered").Gives<IReadOnlyList<PaymentMethod>>();
        api.MapPost("/payments", PayOrder.Handle).AllowAnonymous()
            .Called("PayOrder", "Start paying for an order, or try again").Gives<PaymentView>()
            .Refuses(OrderErrors.NotFound, PaymentsErrors.Declined, PaymentsErrors.AlreadyPaid, PaymentsErrors.NotPayable,
                PaymentsErrors.Interrupted, PaymentsErrors.ProviderAway, PlatformErrors.IdempotencyMismatch);
        api.MapPost("/payments/{id}/confirmation", ConfirmPayment.Handle).AllowAnonymous()
            .Called("ConfirmPayment", "The buyer came back from the provider: find out how it went").Gives<PaymentView>()
            .Refuses(PaymentsErrors.NotFound, PaymentsErrors.BadProof);
        api.MapPost("/webhooks/{provider}", ReceiveWebhook.Handle).AllowAnonymous()
            .Called("ReceiveWebhook", "A payment provider reports").Produces(StatusCodes.Status200OK)
            .Refuses(PaymentsErrors.BadSignature, PaymentsErrors.UnknownProvider);
        api.MapGet("/admin/orders/{id}/payment", ShowPayment.Handle).Needs(Permissions.OrdersRead)
            .Called("GetOrderPayment", "An order's payment with its attempts").Gives<ShowPayment.Shown>().Refuses(OrderErrors.NotFound);
        api.MapPost("/admin/orders/{id}/capture", CaptureHeld.Capture).Needs(Permissions.OrdersRefund)
            .Called("CapturePayment", "Take money that is held").Gives<ShowPayment.Shown>()
            .Refuses(OrderErrors.NotFound, PaymentsErrors.NothingHeld, PaymentsErrors.ExceedsHeld, PlatformErrors.IdempotencyMismatch);
        api.MapPost("/admin/orders/{id}/void", CaptureHeld.Void).Needs(Permissions.OrdersRefund)
            .Called("VoidPayment", "Let money go that is held").Gives<ShowPayment.Shown>()
            .Refuses(OrderErrors.NotFound, PaymentsErrors.NothingHeld, PlatformErrors.IdempotencyMismatch);
        api.MapPost("/admin/orders/{id}/refunds", RefundOrder.Handle).Needs(Permissions.OrdersRefund)
            .Called("RefundOrder", "Give money back").Gives<RefundOrder.Refunded>(StatusCodes.Status201Created)
            .Refuses(OrderErrors.NotFound, OrderErrors.RefundExceeds, PaymentsErrors.NothingToRefund, PaymentsErrors.ShippingRefunded,
                PaymentsErrors.NotShipped, InventoryErrors.NotHeld, PlatformErrors.IdempotencyMismatch);
        api.MapGet("/admin/orders/{id}/refunds", ListRefunds.Handle).Needs(Permissions.OrdersRead)
            .Called("ListRefunds", "An order's refunds, failed ones among them").Gives<ListRefunds.RefundsOfOrder>();
        api.MapPost("/admin/refunds/{id}/retry", RetryRefund.Handle).Needs(Permissions.OrdersRefund)
            .Called("RetryRefund", "Try a refund again that failed").Gives<ListRefunds.Refund>()
            .Refuses(PaymentsErrors.NoRefund, PaymentsErrors.NotFailed, PaymentsErrors.NothingToRefund);
    }

    private static void MapLedger(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/ledger/trial-balance", TrialBalance.Handle).Needs(Permissions.LedgerRead)
            .Called("GetTrialBalance", "What stands on each account at an instant").Gives<TrialBalance.Balance>();
        api.MapGet("/admin/ledger/entries", ListEntries.Handle).Needs(Permissions.LedgerRead)
            .Called("ListLedgerEntries", "The entries of an account, newest first").Gives<ListEntries.Page>();
        api.MapGet("/admin/ledger/closes", ListCloses.Handle).Needs(Permissions.LedgerRead)
            .Called("ListDailyCloses", "The days that were closed, newest first").Gives<Paged<ListCloses.Close>>();
        api.MapGet("/admin/ledger/closes/{day}", ListCloses.Show).Needs(Permissions.LedgerRead)
            .Called("GetDailyClose", "What one day's close says").Gives<ListCloses.Detail>().Refuses(PaymentsErrors.NotClosed);
        api.MapGet("/admin/ledger/closes/{day}/csv", ListCloses.Csv).Needs(Permissions.LedgerRead)
            .Called("DownloadDailyClose", "A day's close for a spreadsheet").Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .Refuses(PaymentsErrors.NotClosed);
    }

    private static ContentOrigins Origins(GatewayList gateways)
    {
        var all = gateways.Configured.Select(gateway => gateway.Origins).ToList();
        return new(
            [.. all.SelectMany(origins => origins.Scripts)], [.. all.SelectMany(origins => origins.Frames)],
            [.. all.SelectMany(origins => origins.Connections)]);
    }

    private static RouteHandlerBuilder Called(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithTags("Payments").WithSummary(summary);
}
