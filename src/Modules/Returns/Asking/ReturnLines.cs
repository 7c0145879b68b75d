using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Rules;

namespace Tradepost.Returns.Asking;

/// <summary>What a customer writes of what they want to return.</summary>
internal sealed record ReturnLinesInput(IReadOnlyList<ReturnLinesInput.Line?>? Lines, string? Comment) : IChecked
{
    public const int MostLines = 500;
    public const int MostUnits = 1_000_000;

    internal sealed record Line(OrderLineId? LineId, int? Quantity, string? Reason);

    public void Check(Faults faults)
    {
        var words = Reasons.Choices.Select(reason => Words.Of(reason)).ToArray();
        faults.OptionalText("comment", Comment, 2000);
        faults.Unless(Lines is { Count: > 0 and <= MostLines }, "lines", $"must hold 1 to {MostLines} lines");
        for (var i = 0; i < Math.Min(Lines?.Count ?? 0, MostLines); i++)
        {
            faults.Required($"lines[{i}].lineId", Lines![i]?.LineId);
            faults.Range($"lines[{i}].quantity", Lines[i]?.Quantity, 1, MostUnits);
            faults.Unless(words.Contains(Lines[i]?.Reason, StringComparer.Ordinal), $"lines[{i}].reason",
                "must be one of " + string.Join(", ", words));
        }

        faults.Unless(Lines is null || Lines.Select(line => line?.LineId).Distinct().Count() == Lines.Count, "lines", "names a line twice");
    }

    public IReadOnlyList<Wanted> ToWanted() =>
        [.. Lines!.Select(line => new Wanted(line!.LineId!.Value, line.Quantity!.Value, Words.Parse<ReturnReason>(line.Reason!)))];

    public string? ToComment() => string.IsNullOrWhiteSpace(Comment) ? null : Comment.Trim();
}
