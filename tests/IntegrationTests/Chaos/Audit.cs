namespace Tradepost.IntegrationTests.Chaos;

/// <summary>
/// Holds the shop's books against what others know: the bank what it took, buyers what they were told, the shelf what was on it.
/// </summary>
internal static class Audit
{
    private const string Sold = "('processing', 'shipped', 'delivered')";

    private sealed record Order(Guid Id, string Number, Guid Cart, bool Guest, string Status, long Total, string Method);

    private sealed record Attempt(string Id, Guid Order, string Status, long Minor);

    private sealed record Refund(string Id, Guid Order, string Attempt, string Status, long Minor);

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> Of(Town town)
    {
        var orders = await town.Query(
            "select id, number, cart_id, customer_id is null, status, total_minor, payment_method from orders.orders",
            row => new Order(
                row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetBoolean(3), row.GetString(4), row.GetInt64(5), row.GetString(6)));
        var attempts = await town.Query(
            "select id::text, order_id, status, amount_minor from payments.payment_attempts where provider = 'demo'",
            row => new Attempt(row.GetString(0), row.GetGuid(1), row.GetString(2), row.GetInt64(3)));
        var refunds = await town.Query(
            """
            select r.id::text, r.order_id, r.attempt_id::text, r.status, r.amount_minor
            from payments.refunds r join payments.payment_attempts a on a.id = r.attempt_id where a.provider = 'demo'
            """,
            row => new Refund(row.GetString(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetInt64(4)));
        return
        [
            .. town.Diary.Wrong.Distinct(StringComparer.Ordinal), .. Promises(town, orders), .. Charges(town, orders, attempts),
            .. Returns(town, attempts, refunds), .. Totals(town, orders, attempts), .. await Goods(town), .. await Books(town),
            .. await LeftOvers(town), .. await OwnJudgement(town),
        ];
    }

    // One order for one key, and every order somebody was told of is there, as it was told.
    private static IEnumerable<string> Promises(Town town, List<Order> orders)
    {
        var byId = orders.ToDictionary(order => order.Id);
        foreach (var told in town.Diary.Orders.Values)
        {
            if (!byId.TryGetValue(told.Id, out var order) || order.Number != told.Number || order.Total != told.Total)
            {
                yield return $"somebody was told of order {told.Number} ({told.Total}); the shop has {order}";
            }
            else if (told.Cancelled && order.Status != "cancelled")
            {
                yield return $"somebody was told that order {told.Number} is cancelled; it is {order.Status}";
            }
        }

        // A customer keeps one cart for good; a guest's is ordered once.
        foreach (var twice in orders.Where(order => order.Guest).GroupBy(order => order.Cart).Where(group => group.Count() > 1))
        {
            yield return $"cart {twice.Key} became orders {string.Join(" and ", twice.Select(order => order.Number))}";
        }

        foreach (var untold in orders.Where(order => !town.Diary.Orders.ContainsKey(order.Id)))
        {
            yield return $"nobody was told of order {untold.Number}, though everybody asked until they were answered";
        }
    }

    // What the bank took, the shop knows; what the shop thinks it took, the bank knows.
    private static IEnumerable<string> Charges(Town town, List<Order> orders, List<Attempt> attempts)
    {
        var numbers = orders.ToDictionary(order => order.Id, order => order.Number);
        var captured = attempts.Where(attempt => attempt.Status == "captured").ToDictionary(attempt => attempt.Id, StringComparer.Ordinal);
        var taken = town.Bank.Vault.Charges.Where(charge => charge.Status == "succeeded")
            .ToDictionary(charge => charge.Attempt, StringComparer.Ordinal);
        foreach (var charge in taken.Values)
        {
            if (!captured.TryGetValue(charge.Attempt, out var attempt) || attempt.Minor != charge.Minor
                || !charge.Order.EndsWith(numbers[attempt.Order], StringComparison.Ordinal))
            {
                yield return $"the bank took {charge.Minor} for {charge.Order} ({charge.Attempt}); the shop knows of {attempt}";
            }
        }

        foreach (var attempt in captured.Values.Where(attempt => !taken.ContainsKey(attempt.Id)))
        {
            yield return $"the shop thinks {attempt} was captured; the bank took nothing";
        }

        foreach (var told in town.Diary.Orders.Values.Where(order => order.Paid))
        {
            if (!captured.Values.Any(attempt => attempt.Order == told.Id && taken.ContainsKey(attempt.Id)))
            {
                yield return $"the buyer of {told.Number} was told it is paid; the bank took nothing";
            }
        }
    }

    private static IEnumerable<string> Returns(Town town, List<Attempt> attempts, List<Refund> refunds)
    {
        var given = town.Bank.Vault.Refunds.ToDictionary(refund => refund.Refund, StringComparer.Ordinal);
        var written = refunds.Where(refund => refund.Status == "succeeded").ToDictionary(refund => refund.Id, StringComparer.Ordinal);
        foreach (var refund in given.Values)
        {
            if (!written.TryGetValue(refund.Refund, out var known) || known.Minor != refund.Minor || known.Attempt != refund.Attempt)
            {
                yield return $"the bank gave back {refund}; the shop knows of {known}";
            }
        }

        foreach (var refund in refunds.Where(refund => refund.Status != "succeeded" || !given.ContainsKey(refund.Id)))
        {
            yield return $"the shop wrote {refund}; the bank gave {(given.TryGetValue(refund.Id, out var known) ? known : "nothing")}";
        }

        var orders = attempts.Select(attempt => attempt.Order).ToHashSet();
        foreach (var (order, minor) in town.Diary.Refunds.Where(told => orders.Contains(told.Order)))
        {
            if (refunds.Where(refund => refund.Order == order).Sum(refund => refund.Minor) < minor)
            {
                yield return $"staff were told {minor} of order {order} go back; less did";
            }
        }
    }

    // By order, from the bank's side alone: it keeps one price for an order that goes out, at most, and nothing for any other.
    private static IEnumerable<string> Totals(Town town, List<Order> orders, List<Attempt> attempts)
    {
        var orderOf = attempts.ToDictionary(attempt => attempt.Id, attempt => attempt.Order, StringComparer.Ordinal);
        var kept = town.Bank.Vault.Charges.Where(charge => charge.Status == "succeeded" && orderOf.ContainsKey(charge.Attempt))
            .GroupBy(charge => orderOf[charge.Attempt])
            .ToDictionary(group => group.Key, group => (Count: group.Count(), Taken: group.Sum(charge => charge.Minor), Left: group.Sum(
                charge => charge.Minor - town.Bank.Vault.Refunds.Where(some => some.Attempt == charge.Attempt).Sum(some => some.Minor))));
        foreach (var order in orders)
        {
            var (count, taken, left) = kept.GetValueOrDefault(order.Id);
            var goesOut = order.Status is "processing" or "shipped" or "delivered";
            if (goesOut ? left > order.Total || (order.Method == "card" && taken < order.Total) : left != 0)
            {
                yield return
                    $"order {order.Number} ({order.Method}) of {order.Total} is {order.Status}; of {count} charge(s) {taken}, {left} kept";
            }
        }
    }

    private static async Task<IEnumerable<string>> Goods(Town town)
    {
        var gone = await town.Query(
            $"""
            select l.variant_id, coalesce(sum(l.quantity), 0)::int from orders.order_lines l join orders.orders o on o.id = l.order_id
            where o.status in {Sold} group by l.variant_id
            """,
            row => (row.GetGuid(0), row.GetInt32(1)));
        var left = await town.Query(
            "select variant_id, sum(on_hand)::int, sum(reserved)::int from inventory.levels group by variant_id",
            row => (Variant: row.GetGuid(0), OnHand: row.GetInt32(1), Reserved: row.GetInt32(2)));
        var sold = gone.ToDictionary();
        return left.Where(level => level.Reserved != 0 || level.OnHand != town.Shelf[level.Variant] - sold.GetValueOrDefault(level.Variant))
            .Select(level => $"of {town.Shelf[level.Variant]} units {sold.GetValueOrDefault(level.Variant)} were sold, yet {level}");
    }

    private static async Task<IEnumerable<string>> Books(Town town)
    {
        var balance = await town.Query(
            """
            select coalesce(sum(e.amount_minor), 0)::bigint,
              coalesce(sum(e.amount_minor) filter (where a.code = 'provider:demo'), 0)::bigint
            from payments.ledger_entries e join payments.ledger_accounts a on a.id = e.account_id
            """,
            row => (All: row.GetInt64(0), Demo: row.GetInt64(1)));
        var bank = town.Bank.Vault.Charges.Where(charge => charge.Status == "succeeded").Sum(charge => charge.Minor)
            - town.Bank.Vault.Refunds.Sum(refund => refund.Minor);
        return balance.Where(sums => sums.All != 0 || sums.Demo != bank)
            .Select(sums => $"the ledger sums to {sums.All}; it has {sums.Demo} at the bank, the bank has {bank}");
    }

    // Nothing dead, nothing sent twice, nothing forgotten.
    private static Task<List<string>> LeftOvers(Town town) => town.Query(
        $"""
        select format('%s of event %s is a dead letter: %s', subscriber, event_id, error) from platform.deliveries where dead_at is not null
        union all
        select format('order %s has %s confirmations', o.number, count(m.id)) from orders.orders o
        left join notifications.mails m on m.dedupe_key = 'order_confirmed:' || o.id
        where o.status in {Sold} group by o.id having count(m.id) <> 1
        """,
        row => row.GetString(0));

    private static async Task<IEnumerable<string>> OwnJudgement(Town town)
    {
        var (status, output) = await town.Verify();
        return status == 0 ? [] : [output];
    }
}
