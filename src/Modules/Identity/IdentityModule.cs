using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Identity;
using Tradepost.Identity.Passwords;
using Tradepost.Identity.Profiles;
using Tradepost.Identity.Registration;
using Tradepost.Identity.Sessions;
using Tradepost.Identity.Tokens;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
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
        return services.AddModuleDb<IdentityDb>();
    }

    /// <summary>The module's routes, under /api/v1.</summary>
    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        MapSessions(api);
        MapProfile(api);
    }

    private static void MapSessions(IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/register", Register.Handle).AllowAnonymous().Gives<Register.Registration>(201)
            .WithName("Register").WithTags("Accounts").WithSummary("Make an account");
        api.MapPost("/auth/login", Login.Handle).AllowAnonymous().Gives<TokenPair>().Refuses(InvalidCredentials, Locked, Disabled, ForeignOrigin)
            .WithName("Login").WithTags("Accounts").WithSummary("Sign in");
        api.MapPost("/auth/refresh", Refresh.Handle).AllowAnonymous().Gives<TokenPair>().Refuses(SessionOver, ForeignOrigin)
            .Accepts<Refresh.Request>(isOptional: true, "application/json")
            .WithName("Refresh").WithTags("Accounts").WithSummary("Swap a refresh token for a new pair");
        api.MapPost("/auth/logout", Logout.Handle).AllowAnonymous().Produces(204).Refuses(ForeignOrigin)
            .WithName("Logout").WithTags("Accounts").WithSummary("End this session, or all");
    }

    private static void MapProfile(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", ShowMe.Handle).Needs(Permissions.SignedIn).Gives<ShowMe.Me>()
            .WithName("ShowMe").WithTags("Accounts").WithSummary("The signed-in user");
        api.MapPatch("/me", EditMe.Handle).Needs(Permissions.SignedIn).Gives<ShowMe.Me>()
            .WithName("EditMe").WithTags("Accounts").WithSummary("Change one's profile");
    }
}
