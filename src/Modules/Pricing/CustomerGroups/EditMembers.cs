using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Identity;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.CustomerGroups;

/// <summary>Staff put customers into groups, by their address, and take them out.</summary>
internal static class EditMembers
{
    internal sealed record Request(string? Email) : IChecked
    {
        public void Check(Faults faults) => faults.Email("email", Email);
    }

    internal sealed record MemberView(UserId UserId, string Email, DateTimeOffset AddedAt);

    internal static async Task<IResult> List(CustomerGroupId id, PageQuery page, Database db, CancellationToken cancel)
    {
        if (await new Reads(db, cancel).Find(id) is not { } group)
        {
            return GroupErrors.NotFound.Refuse().ToResult();
        }

        var members = await db.Query(
            $"""
            select user_id, email, added_at from pricing.customer_group_members where group_id = {id}
            order by added_at desc, user_id limit {page.PageSize} offset {page.Offset}
            """,
            row => new MemberView(row.Id<Platform.Access.User>(0), row.GetString(1), row.Instant(2)), cancel);
        return Results.Json(new Paged<MemberView>(members, page.Page, page.PageSize, group.Members), ApiJson.Options);
    }

    internal static async Task<IResult> Add(
        CustomerGroupId id, Body<Request> body, IUsers users, Database db, CancellationToken cancel)
    {
        var email = body.Value.Email!.Trim();
        Outcome<MemberView> added = await users.Find(email, cancel) is { } user
            ? await db.Write("pricing.add_member", tx => Insert(tx, id, user, email), cancel)
            : PlatformErrors.Invalid.On("email", "has no account in this shop");
        return added.Created(member => $"/api/v1/admin/customer-groups/{id}/members/{member.UserId}");
    }

    internal static async Task<IResult> Remove(CustomerGroupId id, UserId userId, Database db, CancellationToken cancel) =>
        (await db.Write("pricing.remove_member", tx => Delete(tx, id, userId), cancel)).NoContent();

    private static async Task<Outcome<MemberView>> Insert(Tx tx, CustomerGroupId id, UserId user, string email)
    {
        if ((await tx.Query($"select 1 from pricing.customer_groups where id = {id} for key share", row => row.GetInt32(0))).Count == 0)
        {
            return GroupErrors.NotFound.Refuse();
        }

        await tx.Execute(
            $"""
            insert into pricing.customer_group_members (group_id, user_id, email, added_at) values ({id}, {user}, {email}, {tx.Now})
            on conflict (group_id, user_id) do nothing
            """);
        tx.Touch(GroupMembership.Tag);
        return new MemberView(user, email, tx.Now);
    }

    private static async Task<Outcome<Done>> Delete(Tx tx, CustomerGroupId id, UserId user)
    {
        tx.Touch(GroupMembership.Tag);
        return await tx.Execute($"delete from pricing.customer_group_members where group_id = {id} and user_id = {user}") == 0
            ? GroupErrors.NotMember.Refuse()
            : Done.Value;
    }
}
