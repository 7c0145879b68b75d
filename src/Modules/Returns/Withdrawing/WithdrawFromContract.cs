using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Asking;
using Tradepost.Returns.Reading;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Withdrawing;

/// <summary>
/// A consumer withdraws from the contract (Directive 2011/83/EU, articles 9 to 16). No reason is asked and nothing is decided: the statement
/// is stored as made, confirmed on screen and by mail, and the goods may be sent at once.
/// </summary>
internal static class WithdrawFromContract
{
    /// <param name="Lines">Null: all that went out.</param>
    /// <param name="Name">Who withdraws.</param>
    internal sealed record Request(IReadOnlyList<Line?>? Lines, string? Name) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.OptionalText("name", Name, 200);
            faults.Unless(Lines is null or { Count: > 0 and <= ReturnLinesInput.MostLines }, "lines",
                $"holds 1 to {ReturnLinesInput.MostLines} lines, or is left out for all of them");
            for (var i = 0; i < Math.Min(Lines?.Count ?? 0, ReturnLinesInput.MostLines); i++)
            {
                faults.Required($"lines[{i}].lineId", Lines![i]?.LineId);
                faults.Range($"lines[{i}].quantity", Lines[i]?.Quantity, 1, ReturnLinesInput.MostUnits);
            }

            var distinct = Lines?.Select(line => line?.LineId).Distinct().Count();
            faults.Unless(distinct == Lines?.Count, "lines", "names a line twice");
        }
    }

    internal sealed record Line(OrderLineId? LineId, int? Quantity);

    internal static async Task<IResult> Handle(
        OrderId id, OptionalBody<Request> body, Caller caller, Database db, IOrders orders, BasisReader reader, Announcing announcing,
        ReturnReader returns, CancellationToken cancel)
    {
        if (!await orders.MayAccess(id, caller, cancel))
        {
            return OrderErrors.NotFound.Refuse().ToResult();
        }

        var shipments = await reader.Shipments(id, cancel);
        var outcome = await db.Write(
            "returns.withdraw", tx => Withdraw(tx, new(id, body.Value, shipments), orders, reader, announcing), cancel);
        return outcome.Try(out var made, out var refusal)
            ? ((Outcome<ReturnView>)(await returns.Find(made, caller, cancel))!).Created(view => $"/api/v1/returns/{view.Id}")
            : refusal.ToResult();
    }

    private sealed record Work(OrderId Order, Request? Input, IReadOnlyList<ShipmentView> Shipments);

    private static async Task<Outcome<ReturnId>> Withdraw(Tx tx, Work work, IOrders orders, BasisReader reader, Announcing announcing)
    {
        await orders.LockForPayment(tx, work.Order);
        if (await reader.Find(work.Order, work.Shipments, tx) is not { } basis)
        {
            return OrderErrors.NotFound.Refuse();
        }

        var wanted = Wanted(basis, work.Input);
        if (!basis.Ask(wanted, withdrawing: true).Try(out var lines, out var refusal))
        {
            return refusal;
        }

        if (lines.Count == 0)
        {
            return ReturnsErrors.TooMany.Refuse();
        }

        var name = string.IsNullOrWhiteSpace(work.Input?.Name) ? basis.Order.Name : work.Input.Name.Trim();
        var statement = Statement(name, basis.Order, lines);
        var made = await new NewReturn(ReturnKind.Withdrawal, lines, null, statement).Write(tx, basis.Order, History.Customer);
        made = made.Move(tx, ReturnStatus.Approved, History.Shop);
        orders.Note(tx, work.Order, "contractWithdrawn", History.Customer, made.Number);
        tx.Publish(new ContractWithdrawn(await announcing.Order(tx, made), await announcing.Return(tx, made), statement, tx.Now));
        return made.Id;
    }

    private static List<Wanted> Wanted(Basis basis, Request? input) => input?.Lines is { } lines
        ? [.. lines.Select(line => new Wanted(line!.LineId!.Value, line.Quantity!.Value, ReturnReason.Withdrawal))]
        : [.. basis.Order.Lines.Select(line => new Wanted(line.Id, basis.Left(line, withdrawing: true), ReturnReason.Withdrawal))
            .Where(line => line.Quantity > 0)];

    /// <summary>The words, after annex I(B) of the directive.</summary>
    internal static string Statement(string name, OrderToReturn order, IReadOnlyList<AskedLine> lines)
    {
        var goods = lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} x {line.Line.Name}"));
        var text = $"I withdraw from my contract of sale of the following goods, ordered under number {order.Number}: "
            + $"{string.Join("; ", goods)}. {name}";
        return text.Length <= 2000 ? text : text[..2000];
    }
}
