using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Identity;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Notifications.Admin;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Phones;
using Tradepost.Notifications.Post;
using Tradepost.Notifications.Push;
using Tradepost.Notifications.Reactions;
using Tradepost.Notifications.Wishes;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Messaging;
using static Tradepost.Notifications.NotificationsErrors;

namespace Tradepost.Notifications;

/// <summary>The module's face: its services and its routes.</summary>
public static class NotificationsModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail");
        services.AddOptions<SmsOptions>().BindConfiguration("Sms");
        services.AddOptions<PushOptions>().BindConfiguration("Push");
        services.AddPeriodicJob<EditedTemplates>();
        services.AddHostedService(provider => provider.GetRequiredService<EditedTemplates>());
        services.AddSingleton<UnsubscribeTokens>().AddSingleton<PushKeys>().AddSingleton<PushTransport>();
        services.AddSingleton<TwilioSms>().AddSingleton<LoggedSms>();
        services.AddSingleton<ISmsTransport>(provider => provider.GetRequiredService<IOptions<SmsOptions>>().Value.AccountSid.Length > 0
            ? provider.GetRequiredService<TwilioSms>()
            : provider.GetRequiredService<LoggedSms>());
        services.AddPeriodicJob<SendNotices>();
        services.AddSingleton<LetterWriter>().AddSingleton<Outgoing>().AddSingleton<SmtpTransport>().AddSingleton<MailboxTransport>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Host.Length > 0
            ? provider.GetRequiredService<SmtpTransport>()
            : provider.GetRequiredService<MailboxTransport>());
        services.AddPeriodicJob<SendMails>();
        services.AddReaction<OrderConfirmed, OnOrderConfirmed>("notifications.order_confirmed");
        services.AddReaction<OrderShipped, OnOrderShipped>("notifications.order_shipped");
        services.AddReaction<OrderDelivered, OnOrderDelivered>("notifications.order_delivered");
        services.AddReaction<OrderCancelled, OnOrderCancelled>("notifications.order_cancelled");
        services.AddReaction<OrderMailRequested, OnOrderMailRequested>("notifications.order_mail_requested");
        services.AddReaction<Registered, OnRegistered>("notifications.registered");
        services.AddReaction<ConfirmationRequested, OnConfirmationRequested>("notifications.confirmation_requested");
        services.AddReaction<RegisteredAgain, OnRegisteredAgain>("notifications.registered_again");
        services.AddReaction<PasswordResetRequested, OnPasswordResetRequested>("notifications.password_reset_requested");
        services.AddReaction<PasswordChanged, OnPasswordChanged>("notifications.password_changed");
        services.AddReaction<CartAbandoned, OnCartAbandoned>("notifications.cart_abandoned");
        services.AddReaction<WishlistNews, OnWishlistNews>("notifications.wishlist_news");
        services.AddReaction<ReturnRequested, OnReturnRequested>("notifications.return_requested");
        services.AddReaction<ReturnApproved, OnReturnApproved>("notifications.return_approved");
        services.AddReaction<ReturnRefused, OnReturnRefused>("notifications.return_refused");
        services.AddReaction<ReturnReceived, OnReturnReceived>("notifications.return_received");
        services.AddReaction<ReturnClosed, OnReturnClosed>("notifications.return_closed");
        services.AddReaction<ContractWithdrawn, OnContractWithdrawn>("notifications.contract_withdrawn");
        return services.AddModuleDb<NotificationsDb>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapLetters();
        api.MapWishes();
        api.MapGet("/admin/mails", ListMails.Handle).Needs(Permissions.OperationsRead).Gives<Paged<MailView>>()
            .WithName("ListMails").WithTags("Operations").WithSummary("Mails, newest first");
        api.MapGet("/admin/mails/{id}", ShowMail.Handle).Needs(Permissions.OperationsRead).Gives<MailView>().Refuses(MailNotFound)
            .WithName("ShowMail").WithTags("Operations").WithSummary("One mail with what it says");
        api.MapPost("/admin/mails/{id}/retry", RetryMail.Handle).Needs(Permissions.OperationsWrite).Produces(204)
            .Refuses(MailNotFound, AlreadySent)
            .WithName("RetryMail").WithTags("Operations").WithSummary("Send a mail that failed now");
        api.MapPost("/admin/mails/bulk", InBulk.Mails).Needs(Permissions.OperationsWrite).Gives<InBulk.Changed>()
            .WithName("BulkMails").WithTags("Operations").WithSummary("Retry or drop mails that failed, some or all");
        api.MapGet("/admin/notices", ListNotices.Handle).Needs(Permissions.OperationsRead).Gives<Paged<NoticeView>>()
            .WithName("ListNotices").WithTags("Operations").WithSummary("Notices to phones and browsers, newest first");
        api.MapPost("/admin/notices/bulk", InBulk.Notices).Needs(Permissions.OperationsWrite).Gives<InBulk.Changed>()
            .WithName("BulkNotices").WithTags("Operations").WithSummary("Retry or drop notices that failed, some or all");
    }
}
