using System.Security.Cryptography;
using System.Text;
using Tradepost.Contracts.Pricing;

namespace Tradepost.Pricing.Promotions.Usage;

/// <summary>
/// Tells customers apart for limits without keeping who they are: the SHA-256 of the account's id, or of the guest's address in small
/// letters.
/// </summary>
internal static class CustomerKey
{
    /// <summary>Null for a guest whose address is not known yet.</summary>
    public static byte[]? Of(Shopper shopper) =>
        (shopper.UserId?.ToString() ?? shopper.Email?.Trim().ToLowerInvariant()) is { Length: > 0 } who
            ? SHA256.HashData(Encoding.UTF8.GetBytes(who))
            : null;
}
