using Npgsql;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;

namespace Tradepost.Identity.Admin;

/// <summary>An account as staff see it.</summary>
/// <param name="LastSeenAt">When a session of theirs was last carried on.</param>
internal sealed record StaffView(
    UserId Id, string Email, string? FirstName, string? LastName, string? Phone, IReadOnlyList<string> Roles, bool Disabled,
    bool EmailConfirmed, DateTimeOffset CreatedAt, DateTimeOffset? LastSeenAt)
{
    public static SqlText Select =>
        $"""
        select u.id, u.email, p.first_name, p.last_name, p.phone,
          array(select r.role from identity.user_roles r where r.user_id = u.id order by r.role),
          u.disabled_at is not null, u.email_confirmed_at is not null, u.created_at,
          (select max(s.last_used_at) from identity.sessions s where s.user_id = u.id)
        from identity.users u join identity.profiles p on p.user_id = u.id
        """;

    public static StaffView Read(NpgsqlDataReader row) => new(
        row.Id<User>(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.GetFieldValue<string[]>(5),
        row.GetBoolean(6), row.GetBoolean(7), row.Instant(8), row.InstantOrNull(9));
}
