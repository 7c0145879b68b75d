using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Identity;
using Tradepost.Identity.Addresses;
using Tradepost.Identity.Admin;
using Tradepost.Identity.Passwords;
using Tradepost.Identity.Profiles;
using Tradepost.Identity.Reactions;
using Tradepost.Identity.Recovery;
using Tradepost.Identity.Registration;
using Tradepost.Identity.Sessions;
using Tradepost.Identity.Tokens;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Messaging;
using static Tradepost.Identity.IdentityErrors;

namespace Tradepost.Identity;

/// <summary>The module's face: its services and its routes.</summary>
public static class IdentityModule
{
    /// <summary>Adds the module's services, and the scheme by which every module's requests are signed in.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddOptions<IdentityOptions>().BindConfiguration("Identity");
        services.AddAuthentication(BearerHandler.Name).AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Name, null);
        services.AddSingleton<SigningKeys>().AddSingleton<AccessTokens>().AddSingleton<SessionCheck>().AddSingleton<TokenHandout>();
        services.AddSingleton<PasswordHashes>().AddSingleton<Credentials>().AddSingleton<Throttle>();
        services.AddSingleton<IUsers, Users>();
        services.AddReaction<LinkAskedFor, OnLinkAskedFor>("identity.link_asked_for");
        services.AddPeriodicJob<SweepSessions>();
        return services.AddModuleDb<IdentityDb>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        MapSessions(api);
        MapRecovery(api);
        MapProfile(api);
        MapAddresses(api);
        MapUsers(api);
    }

    private static void MapSessions(IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/register", Register.Handle).AllowAnonymous().Gives<Register.Registration>(201)
            .WithName("Register").WithTags("Accounts").WithSummary("Make an account");
        api.MapPost("/auth/login", Login.Handle).AllowAnonymous().Gives<TokenPair>()
            .Refuses(InvalidCredentials, Locked, Disabled, ForeignOrigin)
            .WithName("Login").WithTags("Accounts").WithSummary("Sign in");
        api.MapPost("/auth/refresh", Refresh.Handle).AllowAnonymous().Gives<TokenPair>().Refuses(SessionOver, ForeignOrigin)
            .Accepts<Refresh.Request>(isOptional: true, "application/json")
            .WithName("Refresh").WithTags("Accounts").WithSummary("Swap a refresh token for a new pair");
        api.MapPost("/auth/logout", Logout.Handle).AllowAnonymous().Produces(204).Refuses(ForeignOrigin)
            .WithName("Logout").WithTags("Accounts").WithSummary("End this session, or all");
    }

    private static void MapRecovery(IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/confirm-email", ConfirmEmail.Handle).AllowAnonymous().Produces(204).Refuses(TokenInvalid)
            .WithName("ConfirmEmail").WithTags("Accounts").WithSummary("Confirm one's address by a mailed link");
        api.MapPost("/auth/resend-confirmation", AskForLink.ToConfirm).AllowAnonymous().Produces(204)
            .WithName("ResendConfirmation").WithTags("Accounts").WithSummary("Ask for another confirmation mail");
        api.MapPost("/auth/forgot-password", AskForLink.ToReset).AllowAnonymous().Produces(202)
            .WithName("ForgotPassword").WithTags("Accounts").WithSummary("Ask for a link to choose another password");
        api.MapPost("/auth/reset-password", ResetPassword.Handle).AllowAnonymous().Produces(204).Refuses(TokenInvalid)
            .WithName("ResetPassword").WithTags("Accounts").WithSummary("Choose another password by a mailed link");
        api.MapPost("/auth/change-password", ChangePassword.Handle).Needs(Permissions.SignedIn).Produces(204).Refuses(WrongPassword, Locked)
            .WithName("ChangePassword").WithTags("Accounts").WithSummary("Change one's password");
    }

    private static void MapProfile(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", ShowMe.Handle).Needs(Permissions.SignedIn).Gives<ShowMe.Me>()
            .WithName("ShowMe").WithTags("Accounts").WithSummary("The signed-in user");
        api.MapPatch("/me", EditMe.Handle).Needs(Permissions.SignedIn).Gives<ShowMe.Me>()
            .WithName("EditMe").WithTags("Accounts").WithSummary("Change one's profile");
    }

    private static void MapAddresses(IEndpointRouteBuilder api)
    {
        api.MapGet("/me/addresses", ListAddresses.Handle).Needs(Permissions.SignedIn).Gives<Paged<AddressView>>()
            .WithName("ListAddresses").WithTags("Accounts").WithSummary("One's saved addresses");
        api.MapPost("/me/addresses", AddAddress.Handle).Needs(Permissions.SignedIn).Gives<AddressView>(201).Refuses(TooManyAddresses)
            .WithName("AddAddress").WithTags("Accounts").WithSummary("Save another address");
        api.MapPut("/me/addresses/{id}", EditAddress.Handle).Needs(Permissions.SignedIn).Gives<AddressView>().Refuses(AddressNotFound)
            .WithName("EditAddress").WithTags("Accounts").WithSummary("Replace a saved address");
        api.MapDelete("/me/addresses/{id}", RemoveAddress.Handle).Needs(Permissions.SignedIn).Produces(204).Refuses(AddressNotFound)
            .WithName("RemoveAddress").WithTags("Accounts").WithSummary("Forget a saved address");
    }

    private static void MapUsers(IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/users", ListUsers.Handle).Needs(Permissions.UsersRead).Gives<Paged<StaffView>>()
            .WithName("ListUsers").WithTags("Users").WithSummary("Accounts, newest first");
        api.MapGet("/admin/users/{id}", ShowUser.Handle).Needs(Permissions.UsersRead).Gives<StaffView>().Refuses(UserNotFound)
            .WithName("ShowUser").WithTags("Users").WithSummary("One account");
        api.MapPatch("/admin/users/{id}", EditUser.Handle).Needs(Permissions.UsersWrite).Gives<StaffView>()
            .Refuses(UserNotFound, OwnAccount)
            .WithName("EditUser").WithTags("Users").WithSummary("Close or reopen an account, grant roles");
    }
}
