using Tradepost.Platform.Data;

namespace Tradepost.Contracts.Pricing;

/// <summary>Which groups customers are in. Remembered in memory and dropped when it changes.</summary>
public interface ICustomerGroups
{
    /// <summary>Codes of the groups the user is in.</summary>
    Task<IReadOnlyList<string>> Of(UserId user, CancellationToken cancel);

    /// <summary>The same, read through an open transaction when it is not remembered.</summary>
    Task<IReadOnlyList<string>> Of(UserId user, Reads reads);
}
