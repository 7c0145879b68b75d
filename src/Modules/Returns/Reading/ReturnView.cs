using Tradepost.Contracts;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Types;

namespace Tradepost.Returns.Reading;

/// <summary>A return as its customer and staff read it.</summary>
internal sealed record ReturnView
{
    public required ReturnId Id { get; init; }

    public required string Number { get; init; }

    public required OrderId OrderId { get; init; }

    public required string OrderNumber { get; init; }

    public required string CustomerName { get; init; }

    public required ReturnKind Kind { get; init; }

    public required ReturnStatus Status { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The customer's words.</summary>
    public required string? Comment { get; init; }

    /// <summary>What they said when they withdrew from the contract.</summary>
    public required string? Statement { get; init; }

    /// <summary>Why the shop did not agree.</summary>
    public required string? RefuseReason { get; init; }

    /// <summary>Whether the shop pays for the way back.</summary>
    public required bool ShopPays { get; init; }

    /// <summary>Whether a label can be printed now.</summary>
    public bool HasLabel { get; init; }

    /// <summary>Where the goods go; null until the shop has said it.</summary>
    public Address? SendTo { get; init; }

    /// <summary>How the customer sent them, if they said so.</summary>
    public required SentWith? Sent { get; init; }

    public required IReadOnlyList<ReturnLineView> Lines { get; init; }

    /// <summary>What goes back if all of it is found as it was.</summary>
    public required RefundSums Expected { get; init; }

    /// <summary>What was decided; null until then.</summary>
    public required RefundDecided? Decided { get; init; }

    public required IReadOnlyList<ReturnPhotoId> Photos { get; init; }

    public required IReadOnlyList<HistoryEntry> Timeline { get; init; }

    /// <summary>What the reader may do now.</summary>
    public required IReadOnlyList<string> AllowedActions { get; init; }
}

internal sealed record SentWith(string? Carrier, string? TrackingNumber);

/// <param name="Id">The line of the return.</param>
/// <param name="LineId">The order's line.</param>
/// <param name="Worth">What was paid for these units.</param>
/// <param name="FeePercent">What the shop keeps of it.</param>
internal sealed record ReturnLineView(
    ReturnLineId Id, OrderLineId LineId, ProductId ProductId, VariantId VariantId, string Sku, string Name, string? ImageUrl, int Quantity,
    string Reason, Money Worth, decimal FeePercent, IReadOnlyList<InspectionView> Inspections);

internal sealed record InspectionView(int Quantity, string Condition, bool Restock);

internal sealed record RefundSums(Money Worth, Money Fee, Money Refund);

internal sealed record RefundDecided(string Decision, Money Refund, string? Note);

/// <summary>A row of the history.</summary>
internal sealed record HistoryEntry(DateTimeOffset At, string Event, string By, string? Note);

/// <summary>A return in a list.</summary>
internal sealed record ReturnListItem(
    ReturnId Id, string Number, OrderId OrderId, string OrderNumber, string CustomerName, ReturnKind Kind, ReturnStatus Status,
    DateTimeOffset RequestedAt, int Units, IReadOnlyList<string> Names, Money? Refund);
