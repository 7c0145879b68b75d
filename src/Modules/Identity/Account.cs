using Npgsql;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;

namespace Tradepost.Identity;

/// <summary>An account with what lets its owner in. Never leaves the module.</summary>
internal sealed record Account(
    UserId Id, string Email, string PasswordHash, bool EmailConfirmed, bool Disabled, string? FirstName, string? LastName, string[] Roles)
{
    private static SqlText Select =>
        $"""
        select u.id, u.email, u.password_hash, u.email_confirmed_at is not null, u.disabled_at is not null, p.first_name, p.last_name,
          array(select r.role from identity.user_roles r where r.user_id = u.id order by r.role)
        from identity.users u join identity.profiles p on p.user_id = u.id
        """;

    public static SqlText ByEmail(string email) => $"{Select} where lower(u.email) = lower({email})";

    public static SqlText ById(UserId id) => $"{Select} where u.id = {id}";

    public static Account Read(NpgsqlDataReader row) => new(
        row.Id<User>(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4), row.TextOrNull(5), row.TextOrNull(6),
        row.GetFieldValue<string[]>(7));

    public UserView View() => new(Id, Email, FirstName, LastName, Roles, EmailConfirmed);
}

/// <summary>A user as the API tells of them.</summary>
internal sealed record UserView(
    UserId Id, string Email, string? FirstName, string? LastName, IReadOnlyList<string> Roles, bool EmailConfirmed);
