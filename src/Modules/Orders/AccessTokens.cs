using System.Security.Cryptography;
using System.Text;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Orders;

/// <summary>
/// Guests' keys to their orders: 256 random bits, kept as a hash. A token can't be read back, so every mail about the order and every
/// look-up by number hands out one of its own.
/// </summary>
internal static class AccessTokens
{
    private const int Bytes = 32;

    /// <summary>How long a link in a mail opens its order. By number and address the order is found after that too.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>A new token for the order, valid once the transaction commits.</summary>
    public static string Issue(Tx tx, OrderId order)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        tx.Queue(
            $"""
            insert into orders.access_tokens (id, order_id, token_hash, created_at, expires_at)
            values ({Id<LockedOrder>.New()}, {order}, {Hash(token)}, {tx.Now}, {tx.Now + Lifetime})
            """);
        return token;
    }

    /// <summary>Whether the caller may see this order: its customer, staff, or a guest with a token of it.</summary>
    public static async Task<bool> MayAccess(Database db, OrderId order, Caller caller, CancellationToken cancel)
    {
        var owner = await db.Row(
            $"""
            select customer_id, array(select token_hash from orders.access_tokens t where t.order_id = o.id and t.expires_at > now())
            from orders.orders o where o.id = {order}
            """,
            row => new Owner(row.IdOrNull<User>(0), row.GetFieldValue<byte[][]>(1)), cancel);
        return owner is not null
            && (caller.IsAdmin
                || (owner.Customer is { } customer && customer == caller.UserId)
                || (caller.OrderToken is { } token && Matches(token, owner.TokenHashes)));
    }

    internal static bool Matches(string token, IReadOnlyList<byte[]> hashes)
    {
        var (hash, found) = (Hash(token), false);
        foreach (var known in hashes)
        {
            found |= CryptographicOperations.FixedTimeEquals(known, hash);
        }

        return found;
    }

    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed record Owner(UserId? Customer, byte[][] TokenHashes);
}
