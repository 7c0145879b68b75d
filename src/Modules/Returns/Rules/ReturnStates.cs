using Tradepost.Contracts.Returns;

namespace Tradepost.Returns.Rules;

/// <summary>How a return may move. The database holds the same table (returns.status_edges) and refuses everything else.</summary>
internal static class ReturnStates
{
    public static IReadOnlySet<(ReturnStatus From, ReturnStatus To)> Edges { get; } = new HashSet<(ReturnStatus From, ReturnStatus To)>
    {
        (ReturnStatus.Requested, ReturnStatus.Approved),
        (ReturnStatus.Requested, ReturnStatus.Refused),
        (ReturnStatus.Requested, ReturnStatus.Cancelled),
        (ReturnStatus.Approved, ReturnStatus.InTransit),
        (ReturnStatus.Approved, ReturnStatus.Received),
        (ReturnStatus.Approved, ReturnStatus.Cancelled),
        (ReturnStatus.InTransit, ReturnStatus.Received),
        (ReturnStatus.Received, ReturnStatus.Inspected),
        (ReturnStatus.Inspected, ReturnStatus.Closed),
    };

    public static bool MayMove(ReturnStatus from, ReturnStatus to) => Edges.Contains((from, to));

    /// <summary>Whether the goods may come in: expected, or here and not looked at yet.</summary>
    public static bool MayInspect(ReturnStatus status) =>
        MayMove(status, ReturnStatus.Received) || status == ReturnStatus.Received;

    /// <summary>Whether its units are still spoken for: they may not be returned a second time.</summary>
    public static bool IsOpen(ReturnStatus status) =>
        status is not (ReturnStatus.Refused or ReturnStatus.Cancelled or ReturnStatus.Closed);

    /// <summary>What the customer may do now.</summary>
    public static IReadOnlyList<string> ForCustomers(ReturnStatus status) => status switch
    {
        ReturnStatus.Requested => ["addPhotos", "cancel"],
        ReturnStatus.Approved => ["send", "cancel"],
        _ => [],
    };

    /// <summary>What staff may do now.</summary>
    public static IReadOnlyList<string> ForStaff(ReturnStatus status) => status switch
    {
        ReturnStatus.Requested => ["approve", "refuse"],
        ReturnStatus.Approved or ReturnStatus.InTransit => ["receive", "inspect"],
        ReturnStatus.Received => ["inspect"],
        _ => [],
    };
}
