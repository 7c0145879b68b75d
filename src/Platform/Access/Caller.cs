using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Access;

/// <summary>Marks ids of user accounts.</summary>
public abstract class User;

/// <summary>Who sends a request, as far as the server has verified it.</summary>
/// <param name="UserId">The signed-in user; null for a guest.</param>
/// <param name="Roles">The user's roles; empty for a guest.</param>
/// <param name="OrderToken">The secret a guest shows to reach an order of theirs. Not verified yet: the order knows its hash.</param>
public sealed record Caller(Id<User>? UserId, IReadOnlyList<string> Roles, string? OrderToken)
{
    /// <summary>True for staff who see every customer's records.</summary>
    public bool IsAdmin => Roles.Contains(Access.Roles.Admin, StringComparer.Ordinal);

    /// <summary>Known by name in the audit trail.</summary>
    public string Name { get; init; } = "guest";

    /// <summary>
    /// Lets route handlers take the caller as a parameter. A caller whose access token is no longer good is told so, rather than taken for
    /// a guest: their order would become somebody else's.
    /// </summary>
    public static ValueTask<Caller> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(typeof(Caller))
            ? throw new RequestRefusedException(PlatformErrors.NotSignedIn.Refuse())
            : ValueTask.FromResult(Of(context));
    }

    /// <summary>
    /// Notes that the request showed credentials and that they are no good. The framework forgets it where a route is open to all.
    /// </summary>
    public static void Reject(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(Caller)] = false;
    }

    /// <summary>The caller of this request.</summary>
    public static Caller Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var user = context.User;
        var token = context.Request.Headers["X-Order-Token"].ToString();
        var id = Guid.TryParseExact(user.FindFirstValue("sub"), "D", out var value) ? new Id<User>(value) : (Id<User>?)null;
        return new(id, [.. user.FindAll("role").Select(claim => claim.Value)], token.Length is > 0 and <= 200 ? token : null)
        {
            Name = user.FindFirstValue("email") ?? "guest",
        };
    }
}

/// <summary>The roles of the shop.</summary>
public static class Roles
{
    /// <summary>Buys. Every account has it.</summary>
    public const string Customer = "customer";

    /// <summary>Sells its own products.</summary>
    public const string Vendor = "vendor";

    /// <summary>Runs the shop.</summary>
    public const string Admin = "admin";
}
