using System.Collections.Concurrent;
using System.Globalization;
using Tradepost.Contracts.Shop;
using Tradepost.Orders.Invoicing;
using Tradepost.Platform.Data;

namespace Tradepost.Orders.Placing;

/// <summary>
/// Numbers people can read out: T-100001. A node takes a block of them from the database at a time, so that an order does not pay a round
/// trip for its number while it holds the last units of something. Numbers of refused orders and of a node's last block are left out.
/// A shop may have them without gaps instead, 2026-000001: each order then waits for the one before it.
/// </summary>
internal sealed class OrderNumbers(ShopSettings shop)
{
    private const int BlockSize = 16; // the sequence's increment
    private readonly ConcurrentQueue<long> free = new();

    /// <summary>The next one. To be asked for last: without gaps, other orders wait from here to the commit.</summary>
    public async Task<string> Next(Tx tx)
    {
        if (shop.Now.Orders.Numbering == OrderNumbering.Gapless)
        {
            return await NextOfYear(tx);
        }

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

    private async Task<string> NextOfYear(Tx tx)
    {
        var year = Invoices.Year(shop.Now, tx.Now);
        var series = string.Create(CultureInfo.InvariantCulture, $"orders {year}");
        var place = await tx.Row($"select orders.next_in_series({series}, {tx.Now})", row => row.GetInt64(0));
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{place:000000}");
    }

    private static string Text(long number) => string.Create(CultureInfo.InvariantCulture, $"T-{number}");
}
