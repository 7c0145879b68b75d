using System.Collections.Concurrent;
using System.Globalization;
using Tradepost.Platform.Data;

namespace Tradepost.Orders.Placing;

/// <summary>
/// Numbers people can read out: T-100001. A node takes a block of them from the database at a time, so that an order does not pay a round
/// trip for its number while it holds the last units of something. Numbers of refused orders and of a node's last block are left out.
/// </summary>
internal sealed class OrderNumbers
{
    private const int BlockSize = 16; // the sequence's increment
    private readonly ConcurrentQueue<long> free = new();

    public async Task<string> Next(Tx tx)
    {
        if (free.TryDequeue(out var number))
        {
            return Text(number);
        }

        var first = await tx.Row($"select nextval('orders.number_blocks')", row => row.GetInt64(0));
        for (var i = 1; i < BlockSize; i++)
        {
            free.Enqueue(first + i);
        }

        return Text(first);
    }

    private static string Text(long number) => string.Create(CultureInfo.InvariantCulture, $"T-{number}");
}
