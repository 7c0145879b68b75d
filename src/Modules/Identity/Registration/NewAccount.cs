using Tradepost.Platform.Data;

namespace Tradepost.Identity.Registration;

/// <summary>Stores new accounts.</summary>
internal static class NewAccount
{
    /// <summary>Stores it with its profile and roles. False when the address has an account already.</summary>
    public static async Task<bool> Insert(Tx tx, Account account)
    {
        var inserted = await tx.Execute(
            $"""
            insert into identity.users (id, email, password_hash, email_confirmed_at, created_at, updated_at)
            values ({account.Id}, {account.Email}, {account.PasswordHash},
              case when {account.EmailConfirmed} then {tx.Now}::timestamptz end, {tx.Now}, {tx.Now})
            on conflict (lower(email)) do nothing
            """);
        if (inserted == 0)
        {
            return false;
        }

        tx.Queue(
            $"""
            insert into identity.profiles (user_id, first_name, last_name, created_at, updated_at)
            values ({account.Id}, {account.FirstName}, {account.LastName}, {tx.Now}, {tx.Now})
            """);
        GrantRoles(tx, account.Id, account.Roles);
        return true;
    }

    public static void GrantRoles(Tx tx, UserId user, string[] roles) =>
        tx.Queue(
            $"""
            insert into identity.user_roles (user_id, role, created_at)
            select {user}, role, {tx.Now} from unnest({roles}) as role on conflict do nothing
            """);
}

/// <summary>Names of people.</summary>
internal static class Names
{
    /// <summary>Without blanks around it; null when nothing is left.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
