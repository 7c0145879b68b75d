using Microsoft.AspNetCore.Http;
using Tradepost.Identity.Registration;
using Tradepost.Identity.Sessions;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Admin;

/// <summary>Closes or reopens an account, and grants roles. Both count from the user's next request on.</summary>
internal static class EditUser
{
    internal sealed record Request(bool? Disabled, string[]? Roles) : IChecked
    {
        private static readonly string[] Known =
            [Platform.Access.Roles.Customer, Platform.Access.Roles.Vendor, Platform.Access.Roles.Admin];

        public void Check(Faults faults) =>
            faults.Unless(
                Roles is null || (Roles.Length > 0 && Roles.All(role => Known.Contains(role, StringComparer.Ordinal))),
                "roles", "must be some of customer, vendor, admin");

        /// <summary>Whether this would take rights away.</summary>
        public bool TakesRights => Disabled == true || Roles?.Contains(Platform.Access.Roles.Admin, StringComparer.Ordinal) == false;
    }

    internal static async Task<IResult> Handle(UserId id, Body<Request> body, Caller caller, Database db, CancellationToken cancel) =>
        (await db.Write("identity.edit_user", tx => Edit(tx, id, body.Value, caller), cancel)).Ok();

    // Nobody may lock themselves out: so there is always an admin left.
    private static async Task<Outcome<StaffView>> Edit(Tx tx, UserId id, Request wanted, Caller caller)
    {
        if (id == caller.UserId && wanted.TakesRights)
        {
            return IdentityErrors.OwnAccount.Refuse();
        }

        if (wanted.Disabled is { } disabled)
        {
            SetDisabled(tx, id, disabled);
        }

        if (wanted.Roles is { } roles)
        {
            SetRoles(tx, id, roles);
        }

        return await tx.Row($"{StaffView.Select} where u.id = {id} for update of u", StaffView.Read) is { } user
            ? user
            : IdentityErrors.UserNotFound.Refuse();
    }

    private static void SetDisabled(Tx tx, UserId id, bool disabled)
    {
        tx.Queue(
            $"""
            update identity.users set updated_at = {tx.Now}, disabled_at = case when {disabled} then coalesce(disabled_at, {tx.Now}) end
            where id = {id}
            """);
        if (disabled)
        {
            Session.EndAll(tx, id, "the account was closed");
        }
    }

    private static void SetRoles(Tx tx, UserId id, string[] roles)
    {
        tx.Queue($"delete from identity.user_roles where user_id = {id} and not (role = any({roles}))");
        NewAccount.GrantRoles(tx, id, roles);
    }
}
