using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Reading;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Receiving;

/// <summary>
/// The goods are back. Without lines that is all; with them they were looked at, and what goes back to the customer is decided.
/// </summary>
internal static class ReceiveReturn
{
    internal sealed record Request(IReadOnlyList<Line?>? Lines, string? Refund, Money? Amount, string? Note) : IChecked
    {
        private const int MostLines = 1000;
        private const int MostUnits = 1_000_000;

        public void Check(Faults faults)
        {
            var conditions = Words.All<Condition>().ToArray();
            var decisions = Words.All<RefundDecision>().ToArray();
            faults.OptionalText("note", Note, 500);
            faults.OptionalAmount("amount", Amount);
            faults.Unless(Lines is null or { Count: > 0 and <= MostLines }, "lines",
                $"holds 1 to {MostLines} lines, or is left out when the goods were not looked at yet");
            for (var i = 0; i < Math.Min(Lines?.Count ?? 0, MostLines); i++)
            {
                faults.Required($"lines[{i}].lineId", Lines![i]?.LineId);
                faults.Range($"lines[{i}].quantity", Lines[i]?.Quantity, 1, MostUnits);
                faults.Unless(conditions.Contains(Lines[i]?.Condition, StringComparer.Ordinal), $"lines[{i}].condition",
                    "must be one of " + string.Join(", ", conditions));
                faults.Required($"lines[{i}].restock", Lines[i]?.Restock);
            }

            faults.Unless(Lines is null || decisions.Contains(Refund, StringComparer.Ordinal), "refund",
                "must be one of " + string.Join(", ", decisions));
            faults.Unless(Refund != "part" || Amount is { Minor: > 0 }, "amount", "is required for a part");
        }

        public IReadOnlyList<Found>? ToFound() => Lines is null
            ? null
            : [.. Lines.Select(line => new Found(
                line!.LineId!.Value, line.Quantity!.Value, Words.Parse<Condition>(line.Condition!), line.Restock!.Value))];
    }

    internal sealed record Line(OrderLineId? LineId, int? Quantity, string? Condition, bool? Restock);

    internal static async Task<IResult> Handle(
        ReturnId id, OptionalBody<Request> body, Caller caller, Receiving receiving, ReturnReader reader, CancellationToken cancel)
    {
        if (body.Value?.ToFound() is not { } found)
        {
            return await reader.Answer(await receiving.Arrived(id, caller.Name, cancel), id, caller, cancel);
        }

        var input = body.Value;
        var note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim();
        var receipt = new Receipt(found, Words.Parse<RefundDecision>(input.Refund!), input.Amount, note, caller.Name);
        return await reader.Answer(await receiving.Inspect(id, receipt, cancel), id, caller, cancel);
    }
}

/// <summary>What would go back for what was found, to the cent, before it is decided. Changes nothing.</summary>
internal static class QuoteReceipt
{
    internal sealed record Request(IReadOnlyList<Line?>? Lines) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Unless(Lines is { Count: > 0 and <= 1000 }, "lines", "must hold 1 to 1000 lines");
            for (var i = 0; i < Math.Min(Lines?.Count ?? 0, 1000); i++)
            {
                faults.Required($"lines[{i}].lineId", Lines![i]?.LineId);
                faults.Range($"lines[{i}].quantity", Lines[i]?.Quantity, 1, 1_000_000);
            }
        }
    }

    internal sealed record Line(OrderLineId? LineId, int? Quantity);

    internal static async Task<IResult> Handle(ReturnId id, Body<Request> body, Receiving receiving, CancellationToken cancel) =>
        (await receiving.Quote(
            id, [.. body.Value.Lines!.Select(line => new Found(line!.LineId!.Value, line.Quantity!.Value, Condition.AsNew, true))], cancel))
        .Ok();
}
