using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Returns;

/// <summary>What orders ask of returns.</summary>
public interface IReturns
{
    /// <summary>The returns of an order, oldest first.</summary>
    Task<IReadOnlyList<ReturnOfOrder>> Of(OrderId order, CancellationToken cancel);
}

/// <summary>A return as its order shows it.</summary>
/// <param name="Id">The return.</param>
/// <param name="Number">As people know it: R-100001.</param>
/// <param name="Kind">return, or withdrawal from the contract.</param>
/// <param name="Status">See <see cref="ReturnStatus"/>.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Refund">What went back, or is on its way; null until that is decided.</param>
/// <param name="Lines">What comes back.</param>
public sealed record ReturnOfOrder(
    ReturnId Id, string Number, ReturnKind Kind, ReturnStatus Status, DateTimeOffset RequestedAt, Money? Refund,
    IReadOnlyList<ReturnedUnits> Lines);

/// <summary>Units of an order's line that come back.</summary>
public sealed record ReturnedUnits(OrderLineId LineId, string Name, int Quantity, string Reason);

/// <summary>Why goods come back.</summary>
public enum ReturnKind
{
    /// <summary>The customer asks, the shop decides.</summary>
    Return,

    /// <summary>The customer withdraws from the contract, as consumers in the European Union may; the shop has nothing to decide.</summary>
    Withdrawal,
}

/// <summary>Where a return stands.</summary>
public enum ReturnStatus
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>The shop agreed; the goods may be sent.</summary>
    Approved,

    /// <summary>The shop did not agree.</summary>
    Refused,

    /// <summary>The customer has sent the goods.</summary>
    InTransit,

    /// <summary>The goods are at the shop.</summary>
    Received,

    /// <summary>The goods were looked at.</summary>
    Inspected,

    /// <summary>What goes back is decided and on its way.</summary>
    Closed,

    /// <summary>The customer called it off.</summary>
    Cancelled,
}
