using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Offers;
using Tradepost.Notifications.Phones;
using Tradepost.Notifications.Push;
using Tradepost.Notifications.Templates;
using Tradepost.Notifications.Wishes;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using static Tradepost.Notifications.NotificationsErrors;

namespace Tradepost.Notifications;

/// <summary>The routes of templates, and those by which people choose what they are told.</summary>
internal static class NotificationsRoutes
{
    private const string Letters = "Letters";
    private const string Wishes = "Notifications";

    public static void MapLetters(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/letters", EditTemplates.List).Needs(Permissions.SettingsWrite).Gives<IReadOnlyList<EditTemplates.Row>>()
            .WithName("ListLetters").WithTags(Letters).WithSummary("The kinds of letters and who edited their templates");
        api.MapGet("/admin/letters/{kind}", EditTemplates.Show).Needs(Permissions.SettingsWrite).Gives<EditTemplates.Whole>()
            .Refuses(NoTemplate)
            .WithName("ShowLetter").WithTags(Letters).WithSummary("A letter's template and the fields it may name");
        api.MapPut("/admin/letters/{kind}", EditTemplates.Save).Needs(Permissions.SettingsWrite).Gives<EditTemplates.Whole>()
            .Refuses(NoTemplate, PlatformErrors.Stale)
            .WithName("SaveLetter").WithTags(Letters).WithSummary("Change a letter's template");
        api.MapDelete("/admin/letters/{kind}", EditTemplates.Reset).Needs(Permissions.SettingsWrite).Gives<EditTemplates.Whole>()
            .Refuses(NoTemplate, PlatformErrors.Stale)
            .WithName("ResetLetter").WithTags(Letters).WithSummary("Return to the built-in template");
        api.MapPost("/admin/letters/{kind}/preview", EditTemplates.Preview).Needs(Permissions.SettingsWrite).Gives<Letter>()
            .Refuses(NoTemplate)
            .WithName("PreviewLetter").WithTags(Letters).WithSummary("A template filled in with made-up facts");
        api.MapPost("/admin/letters/{kind}/test", EditTemplates.Test).Needs(Permissions.SettingsWrite).Produces(204).Refuses(NoTemplate)
            .WithName("TestLetter").WithTags(Letters).WithSummary("Send it to oneself");
    }

    public static void MapWishes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me/notification-preferences", MyPreferences.Show).Needs(Permissions.SignedIn).Gives<MyPreferences.View>()
            .WithName("GetPreferences").WithTags(Wishes).WithSummary("What I want to be told, and how");
        api.MapPut("/me/notification-preferences", MyPreferences.Change).Needs(Permissions.SignedIn).Gives<MyPreferences.View>()
            .Refuses(AddressNotConfirmed)
            .WithName("ChangePreferences").WithTags(Wishes).WithSummary("Choose what to be told, and how");
        api.MapPut("/me/phone", MyPhone.Set).Needs(Permissions.SignedIn).Produces(204).Refuses(AddressNotConfirmed, PlatformErrors.TooMany)
            .WithName("SetPhone").WithTags(Wishes).WithSummary("Send a code to a number for text messages");
        api.MapPost("/me/phone/confirmation", MyPhone.Confirm).Needs(Permissions.SignedIn).Produces(204).Refuses(WrongCode)
            .WithName("ConfirmPhone").WithTags(Wishes).WithSummary("Confirm the number with the code");
        api.MapDelete("/me/phone", MyPhone.Remove).Needs(Permissions.SignedIn).Produces(204)
            .WithName("RemovePhone").WithTags(Wishes).WithSummary("Forget the number");
        api.MapPost("/me/push-subscriptions", MyBrowsers.Add).Needs(Permissions.SignedIn).Produces(204).Refuses(AddressNotConfirmed)
            .WithName("AddBrowser").WithTags(Wishes).WithSummary("Show notices in this browser");
        api.MapPost("/me/push-subscriptions/end", MyBrowsers.Remove).Needs(Permissions.SignedIn).Produces(204)
            .WithName("RemoveBrowser").WithTags(Wishes).WithSummary("Show none in it any more");
        MapWithoutAccount(api);
    }

    public static void MapOffers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/offers", WriteOffer.List).Needs(Permissions.PromotionsWrite).Gives<WriteOffer.Overview>()
            .WithName("ListMailedOffers").WithTags(Letters).WithSummary("Offers that were written, newest first");
        api.MapPut("/admin/offers/{id}", WriteOffer.Handle).Needs(Permissions.PromotionsWrite).Gives<WriteOffer.View>()
            .WithName("MailOffer").WithTags(Letters).WithSummary("Write an offer to everybody who agreed to get them");
    }

    private static void MapWithoutAccount(IEndpointRouteBuilder api)
    {
        api.MapPost("/unsubscribe/{token}", Unsubscribe.OneClick).AllowAnonymous().Produces(204).Refuses(BadLink)
            .WithName("UnsubscribeByOneClick").WithTags(Wishes).WithSummary("A mail program ends mails (RFC 8058)");
        api.MapGet("/unsubscribe/{token}", Unsubscribe.Page).AllowAnonymous().Produces(StatusCodes.Status302Found)
            .WithName("UnsubscribePage").WithTags(Wishes).WithSummary("The page where mails are chosen; changes nothing");
        api.MapPost("/unsubscribe/choices", Unsubscribe.Show).AllowAnonymous().Gives<Unsubscribe.View>().Refuses(BadLink)
            .WithName("ShowUnsubscribe").WithTags(Wishes).WithSummary("Which optional mails the holder of a link gets");
        api.MapPost("/unsubscribe", Unsubscribe.Change).AllowAnonymous().Gives<Unsubscribe.View>().Refuses(BadLink)
            .WithName("Unsubscribe").WithTags(Wishes).WithSummary("End the mails of a link, or choose which to keep");
        api.MapPost("/sms/twilio/status", TwilioStatus.Handle).AllowAnonymous().Produces(204).Refuses(BadSignature)
            .WithName("TwilioStatus").WithTags(Wishes).WithSummary("Twilio tells what became of a text message");
    }
}
