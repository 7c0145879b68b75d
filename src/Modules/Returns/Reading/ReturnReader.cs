using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Reading;

/// <summary>Puts a return together. Who may see an order may see its returns.</summary>
internal sealed class ReturnReader(Database db, IOrders orders, ShopSettings shop)
{
    /// <summary>The refusal, or the return as it is now.</summary>
    public async Task<IResult> Answer(Outcome<Done> outcome, ReturnId id, Caller caller, CancellationToken cancel)
    {
        if (!outcome.Succeeded)
        {
            return outcome.Refusal.ToResult();
        }

        Outcome<ReturnView> view = (await Find(id, caller, cancel))!;
        return view.Ok();
    }

    public async Task<bool> MayAccess(ReturnId id, Caller caller, CancellationToken cancel)
    {
        var owner = await db.Query($"select order_id from returns.returns where id = {id}", row => row.Id<Contracts.Kinds.Order>(0), cancel);
        return owner.Count == 1 && await orders.MayAccess(owner[0], caller, cancel);
    }

    /// <summary>The return as this caller, who may see it, reads it; null when there is none.</summary>
    public async Task<ReturnView?> Find(ReturnId id, Caller caller, CancellationToken cancel)
    {
        if (await db.Row(
            $"""
            select id, number, order_id, order_number, customer_name, kind, status, requested_at, comment, statement, refuse_reason,
              shop_pays, sent_carrier, sent_tracking, decision, refund_minor, currency, decision_note
            from returns.returns where id = {id}
            """, Read, cancel) is not { } view)
        {
            return null;
        }

        var lines = await Lines(id, cancel);
        var currency = lines[0].Worth.Currency;
        var plan = RefundPlan.Of(currency, lines.Select(line => (line.Worth, line.FeePercent)));
        var origin = shop.Now.Shipping.Origin;
        var mayPrint = view is { ShopPays: true, Status: ReturnStatus.Approved or ReturnStatus.InTransit } && origin is not null;
        return view with
        {
            HasLabel = mayPrint,
            SendTo = origin,
            Lines = lines,
            Expected = new(plan.Worth, plan.Fee, plan.Full),
            Photos = await db.Query(
                $"select id from returns.photos where return_id = {id} order by created_at, id",
                row => row.Id<Contracts.Kinds.ReturnPhoto>(0), cancel),
            Timeline = await Timeline(id, caller.IsAdmin, cancel),
            AllowedActions = caller.IsAdmin ? ReturnStates.ForStaff(view.Status) : ReturnStates.ForCustomers(view.Status),
        };
    }

    // Which member of staff did it is nobody else's affair.
    private Task<List<HistoryEntry>> Timeline(ReturnId id, bool forStaff, CancellationToken cancel) => db.Query(
        $"select at, event, by_whom, note from returns.return_events where return_id = {id} order by seq",
        row => new HistoryEntry(
            row.Instant(0), row.GetString(1),
            forStaff || !row.GetString(2).Contains('@', StringComparison.Ordinal) ? row.GetString(2) : History.Shop, row.TextOrNull(3)),
        cancel);

    private Task<List<ReturnLineView>> Lines(ReturnId id, CancellationToken cancel) => db.Query(
        $"""
        select id, order_line_id, product_id, variant_id, sku, name, image_url, quantity, reason, worth_minor, currency, fee_percent,
          coalesce((select jsonb_agg(jsonb_build_object('quantity', i.quantity, 'condition', i.condition, 'restock', i.restock) order by i.id)
            from returns.inspections i where i.return_line_id = l.id), '[]')::text
        from returns.return_lines l where return_id = {id} order by position
        """,
        row => new ReturnLineView(
            row.Id<Contracts.Kinds.ReturnLine>(0), row.Id<Contracts.Kinds.OrderLine>(1), row.Id<Contracts.Kinds.Product>(2),
            row.Id<Contracts.Kinds.Variant>(3), row.GetString(4), row.GetString(5), row.TextOrNull(6), row.GetInt32(7), row.GetString(8),
            row.Money(9, 10), row.GetDecimal(11), row.Json<List<InspectionView>>(12)), cancel);

    private static ReturnView Read(NpgsqlDataReader row) => new()
    {
        Id = row.Id<Contracts.Kinds.Return>(0),
        Number = row.GetString(1),
        OrderId = row.Id<Contracts.Kinds.Order>(2),
        OrderNumber = row.GetString(3),
        CustomerName = row.GetString(4),
        Kind = Words.Parse<ReturnKind>(row.GetString(5)),
        Status = Words.Parse<ReturnStatus>(row.GetString(6)),
        RequestedAt = row.Instant(7),
        Comment = row.TextOrNull(8),
        Statement = row.TextOrNull(9),
        RefuseReason = row.TextOrNull(10),
        ShopPays = row.GetBoolean(11),
        Sent = row.IsDBNull(12) && row.IsDBNull(13) ? null : new(row.TextOrNull(12), row.TextOrNull(13)),
        Decided = row.IsDBNull(14) ? null : new(row.GetString(14), row.Money(15, 16), row.TextOrNull(17)),
        Lines = [],
        Expected = null!,
        Photos = [],
        Timeline = [],
        AllowedActions = [],
    };
}
