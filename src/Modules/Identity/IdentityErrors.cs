using Tradepost.Platform.Types;

namespace Tradepost.Identity;

/// <summary>What this module refuses, and why.</summary>
internal static class IdentityErrors
{
    public static readonly ErrorCode InvalidCredentials = new(
        "auth.invalid_credentials", 401, "That e-mail address and password do not belong together.");

    public static readonly ErrorCode Locked = new("auth.locked", 423, "Too many failed attempts. Wait a little, or reset the password.");

    public static readonly ErrorCode Disabled = new("auth.disabled", 403, "This account was closed by the shop.");

    public static readonly ErrorCode SessionOver = new("auth.session_over", 401, "The session has ended. Sign in again.");

    public static readonly ErrorCode TokenInvalid = new("auth.token_invalid", 400, "This link is not valid any more. Ask for a new one.");

    public static readonly ErrorCode WrongPassword = new("auth.wrong_password", 400, "The current password is not right.");

    public static readonly ErrorCode ForeignOrigin = new("auth.foreign_origin", 403, "This request came from another site.");

    public static readonly ErrorCode AddressNotFound = new("addresses.not_found", 404, "There is no such address.");

    public static readonly ErrorCode TooManyAddresses = new("addresses.too_many", 409, "Delete an address first: there is room for 50.");

    public static readonly ErrorCode UserNotFound = new("users.not_found", 404, "There is no such account.");

    public static readonly ErrorCode OwnAccount = new(
        "users.own_account", 409, "Ask another admin: nobody may take their own rights away.");
}
