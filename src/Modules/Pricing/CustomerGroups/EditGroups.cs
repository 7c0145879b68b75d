using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.CustomerGroups;

/// <summary>Staff list, make, rename and remove groups of customers.</summary>
internal static class EditGroups
{
    internal sealed record Edited(string? Code, string? Name) : IChecked
    {
        // The rules are those of the whole group, known once what is left out is filled in.
        public void Check(Faults faults)
        {
        }
    }

    internal static async Task<IResult> List(PageQuery page, Database db, CancellationToken cancel)
    {
        var groups = await new Reads(db, cancel).Page(page);
        var total = await db.Row($"select count(*) from pricing.customer_groups", row => row.GetInt64(0), cancel);
        return Results.Json(new Paged<CustomerGroupView>(groups, page.Page, page.PageSize, total), ApiJson.Options);
    }

    internal static async Task<IResult> Get(CustomerGroupId id, HttpContext http, Database db, CancellationToken cancel)
    {
        Outcome<CustomerGroupView> found = await new Reads(db, cancel).Find(id) is { } group ? group : GroupErrors.NotFound.Refuse();
        return found.OkTagged(http, some => Etags.Of(some.Version));
    }

    internal static async Task<IResult> Create(Body<CustomerGroupInput> body, Database db, CancellationToken cancel)
    {
        var made = await GroupRows.Write(db, "pricing.create_group", tx => Insert(tx, db, body.Value), cancel);
        return made.Created(group => $"/api/v1/admin/customer-groups/{group.Id}");
    }

    internal static async Task<IResult> Edit(
        CustomerGroupId id, Body<Edited> body, HttpContext http, Database db, CancellationToken cancel)
    {
        var edited = await GroupRows.Write(db, "pricing.edit_group", tx => Change(tx, id, body, http, db), cancel);
        return edited.OkTagged(http, group => Etags.Of(group.Version));
    }

    internal static async Task<IResult> Delete(CustomerGroupId id, Database db, CancellationToken cancel) =>
        (await db.Write("pricing.delete_group", tx => Remove(tx, id), cancel)).NoContent();

    private static async Task<Outcome<CustomerGroupView>> Insert(Tx tx, Database db, CustomerGroupInput input)
    {
        var id = CustomerGroupId.New();
        await tx.Execute(
            $"""
            insert into pricing.customer_groups (id, code, name, created_at, updated_at)
            values ({id}, {input.Code!.Trim()}, {input.Name!.Trim()}, {tx.Now}, {tx.Now})
            """);
        return (await new Reads(db, tx).Find(id))!;
    }

    private static async Task<Outcome<CustomerGroupView>> Change(
        Tx tx, CustomerGroupId id, Body<Edited> body, HttpContext http, Database db)
    {
        tx.Queue($"select from pricing.customer_groups where id = {id} for update");
        if (await new Reads(db, tx).Find(id) is not { } now)
        {
            return GroupErrors.NotFound.Refuse();
        }

        var input = new CustomerGroupInput(
            body.Has("code") ? body.Value.Code : now.Code, body.Has("name") ? body.Value.Name : now.Name);
        var faults = new Faults();
        input.Check(faults);
        if ((Etags.Check(http, now.Version) ?? faults.Refusal()) is { } refusal)
        {
            return refusal;
        }

        await tx.Execute(
            $"""
            update pricing.customer_groups
            set code = {input.Code!.Trim()}, name = {input.Name!.Trim()}, version = version + 1, updated_at = {tx.Now} where id = {id}
            """);
        tx.Touch(GroupMembership.Tag);
        return (await new Reads(db, tx).Find(id))!;
    }

    private static async Task<Outcome<Done>> Remove(Tx tx, CustomerGroupId id)
    {
        tx.Touch(GroupMembership.Tag);
        return await tx.Execute($"delete from pricing.customer_groups where id = {id}") == 0 ? GroupErrors.NotFound.Refuse() : Done.Value;
    }
}
