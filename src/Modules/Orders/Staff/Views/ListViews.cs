using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff.Views;

/// <summary>Marks ids of saved views.</summary>
internal abstract class SavedView;

/// <summary>Views of the order list that staff saved: their own, and what others share.</summary>
internal static class ListViews
{
    private const int Most = 50;

    /// <param name="Id">The view.</param>
    /// <param name="Name">As shown.</param>
    /// <param name="Filter">The list's query, "status=processing&amp;country=DE".</param>
    /// <param name="Shared">All staff see it.</param>
    /// <param name="Own">The caller made it, and may remove it.</param>
    /// <param name="By">Who made it.</param>
    internal sealed record View(Id<SavedView> Id, string Name, string Filter, bool Shared, bool Own, string By);

    internal sealed record Result(IReadOnlyList<View> Items);

    internal sealed record Request(string? Name, string? Filter, bool? Shared) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("name", Name, 60);
            faults.Required("filter", Filter);
            faults.OptionalText("filter", Filter, 1000);
        }
    }

    internal static async Task<IResult> All(Caller caller, Database db, CancellationToken cancel) => Results.Json(
        new Result(await db.Query(
            $"""
            select id, name, filter, shared, owner_id = {caller.UserId!.Value}, by_whom
            from orders.list_views where owner_id = {caller.UserId!.Value} or shared order by created_at limit {2 * Most}
            """,
            row => new View(
                row.Id<SavedView>(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4), row.GetString(5)),
            cancel)),
        ApiJson.Options);

    internal static async Task<IResult> Save(Body<Request> body, Caller caller, Database db, CancellationToken cancel)
    {
        var owner = caller.UserId!.Value;
        var view = new View(
            Id<SavedView>.New(), body.Value.Name!.Trim(), body.Value.Filter!.TrimStart('?'), body.Value.Shared == true, true, caller.Name);
        var saved = await db.Write<View>(
            "orders.save_view",
            async tx =>
            {
                var rows = await tx.Execute(
                    $"""
                    insert into orders.list_views (id, owner_id, by_whom, name, filter, shared, created_at)
                    select {view.Id}, {owner}, {view.By}, {view.Name}, {view.Filter}, {view.Shared}, {tx.Now}
                    where (select count(*) from orders.list_views where owner_id = {owner}) < {Most}
                    """);
                return rows == 0 ? OrdersErrors.TooManyViews.Refuse() : view;
            },
            cancel);
        return saved.Created(_ => "/api/v1/admin/order-views");
    }

    internal static async Task<IResult> Remove(Id<SavedView> id, Caller caller, Database db, CancellationToken cancel) =>
        (await db.Write<Done>(
            "orders.remove_view",
            async tx => await tx.Execute($"delete from orders.list_views where id = {id} and owner_id = {caller.UserId!.Value}") == 0
                ? OrdersErrors.ViewNotFound.Refuse()
                : Done.Value,
            cancel)).NoContent();
}
