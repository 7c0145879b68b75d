using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Reading;

namespace Tradepost.Returns.Asking;

/// <summary>A customer, or a guest with the order's key, asks to return something.</summary>
internal static class AskReturn
{
    internal static async Task<IResult> Handle(
        OrderId id, Body<ReturnLinesInput> body, Caller caller, HttpContext http, Database db, IOrders orders, BasisReader reader,
        Announcing announcing, ReturnReader returns, CancellationToken cancel)
    {
        if (!await orders.MayAccess(id, caller, cancel))
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        if (!IdempotencyKey.From(http, caller, $"returns.request:{id}", body.Hash, required: false).Try(out var key, out var refusal)
            && refusal is not null)
        {
            return refusal.ToResult();
        }

        var shipments = await reader.Shipments(id, cancel);
        var work = new Work(id, body.Value, caller.IsAdmin ? caller.Name : History.Customer, key, shipments);
        var outcome = await db.Write("returns.request", tx => Ask(tx, work, orders, reader, announcing), cancel);
        return outcome.Try(out var made, out refusal)
            ? ((Outcome<ReturnView>)(await returns.Find(made.Id, caller, cancel))!).Created(view => $"/api/v1/returns/{view.Id}")
            : refusal.ToResult();
    }

    internal sealed record Made(ReturnId Id);

    private sealed record Work(
        OrderId Order, ReturnLinesInput Input, string By, IdempotencyKey? Key, IReadOnlyList<ShipmentView> Shipments);

    private static async Task<Outcome<Made>> Ask(Tx tx, Work work, IOrders orders, BasisReader reader, Announcing announcing)
    {
        var claim = await tx.Claim(work.Key);
        if (!claim.Succeeded)
        {
            return claim.Refusal;
        }

        if (claim.Value is { } stored)
        {
            return Idempotency.Read<Made>(stored);
        }

        await orders.LockForPayment(tx, work.Order);
        if (await reader.Find(work.Order, work.Shipments, tx) is not { } basis)
        {
            return OrderErrors.NotFound.Refuse();
        }

        if (!basis.Ask(work.Input.ToWanted()).Try(out var lines, out var refusal))
        {
            return refusal;
        }

        var made = await new NewReturn(ReturnKind.Return, lines, work.Input.ToComment(), null).Write(tx, basis.Order, work.By);
        orders.Note(tx, work.Order, "returnRequested", work.By, made.Number);
        tx.Publish(new ReturnRequested(await announcing.Order(tx, made), await announcing.Return(tx, made)));
        var answer = new Made(made.Id);
        tx.Remember(work.Key, answer);
        return answer;
    }
}
