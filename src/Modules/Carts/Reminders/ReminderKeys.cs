using System.Security.Cryptography;
using System.Text;
using Tradepost.Platform.Data;

namespace Tradepost.Carts.Reminders;

/// <summary>Keys in the links that end reminders: 256 random bits, kept as a hash.</summary>
internal static class ReminderKeys
{
    public const int Length = 64;
    private const int Bytes = Length / 2;

    /// <summary>A new key to the reminders of this cart, valid once the transaction commits.</summary>
    public static string Issue(Tx tx, CartId cart)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        tx.Queue($"insert into carts.reminder_keys (token_hash, cart_id, created_at) values ({Hash(key)}, {cart}, {tx.Now})");
        return key;
    }

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
