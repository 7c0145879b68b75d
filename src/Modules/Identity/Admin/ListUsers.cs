using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Admin;

/// <summary>Accounts for staff, newest first.</summary>
internal static class ListUsers
{
    /// <param name="Q">Part of the address or the name.</param>
    /// <param name="Role">customer, vendor or admin; all when absent.</param>
    /// <param name="Disabled">true: closed accounts only; false: open ones only.</param>
    internal sealed record Query(string? Q, string? Role, string? Disabled);

    internal static async Task<IResult> Handle(
        [AsParameters] Query query, PageQuery page, HttpContext http, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        var wanted = Wanted.From(http.Request.Query, faults);
        if (faults.Refusal() is { } refusal)
        {
            return refusal.ToResult();
        }

        var items = await db.Query(
            $"{StaffView.Select} {wanted.Where} order by u.created_at desc, u.id limit {page.PageSize} offset {page.Offset}",
            StaffView.Read, cancel);
        var total = await db.Row(
            $"select count(*) from identity.users u join identity.profiles p on p.user_id = u.id {wanted.Where}",
            row => row.GetInt64(0), cancel);
        return Results.Json(new Paged<StaffView>(items, page.Page, page.PageSize, total), ApiJson.Options);
    }

    private sealed record Wanted(string? Words, string? Role, bool? Disabled)
    {
        // position() rather than like: what staff type is no pattern.
        public SqlText Where =>
            $"""
            where ({Words}::text is null
                or position(lower({Words}::text) in lower(concat_ws(' ', u.email, p.first_name, p.last_name))) > 0)
              and ({Role}::text is null or exists (select 1 from identity.user_roles r where r.user_id = u.id and r.role = {Role}))
              and ({Disabled}::boolean is null or (u.disabled_at is not null) = {Disabled})
            """;

        public static Wanted From(IQueryCollection query, Faults faults)
        {
            var role = QueryValues.OneOf(query, "role", faults, "any", "customer", "vendor", "admin");
            return new(QueryValues.Text(query, "q", 200, faults), role == "any" ? null : role, QueryValues.Flag(query, "disabled", faults));
        }
    }
}
