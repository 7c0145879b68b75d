using System.Diagnostics;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>What came of a run.</summary>
/// <param name="Wrong">Everything that does not add up; empty when nothing is lost or doubled.</param>
/// <param name="Account">What happened, for people.</param>
internal sealed record ChaosReport(IReadOnlyList<string> Wrong, IReadOnlyList<string> Account);

/// <summary>
/// Many people buy while hosts, connections, the database and the bank fail at random moments. Then all is left in peace for a while, and
/// everybody's story is compared.
/// </summary>
internal static class ChaosRun
{
    private static readonly (string What, string Sql)[] Unfinished =
    [
        ("attempts", "select count(*) from payments.payment_attempts where status in ('pending', 'unknown', 'challenged')"),
        ("refunds", "select count(*) from payments.refunds where status = 'pending'"),
        ("unpaid orders", "select count(*) from orders.orders where status = 'pendingPayment'"),
        ("deliveries", "select count(*) from platform.deliveries where dead_at is null"),
        ("webhooks", "select count(*) from payments.webhook_inbox where processed_at is null"),
        ("mails", "select count(*) from notifications.mails where status = 'queued'"),
    ];

    public static async Task<ChaosReport> Of(ChaosPlan plan)
    {
        var started = Stopwatch.GetTimestamp();
        await using var town = await Town.Build(plan);
        var built = Stopwatch.GetElapsedTime(started);
        var havoc = new Havoc(town);
        var wrong = new List<string>();
        try
        {
            await Live(town, havoc);
        }
        catch (TimeoutException gaveUp)
        {
            wrong.Add(gaveUp.Message);
        }

        var lived = Stopwatch.GetElapsedTime(started) - built;
        wrong.AddRange(await Settle(town));
        wrong.AddRange(await Audit.Of(town));
        if (wrong.Count > 0)
        {
            wrong.AddRange(town.Nodes.Select(node => "last words of a host: " + node.LastWords));
        }

        return new(wrong, Tell(town, havoc, built, lived, Stopwatch.GetElapsedTime(started) - built - lived));
    }

    private static async Task Live(Town town, Havoc havoc)
    {
        using var evening = new CancellationTokenSource();
        var hits = havoc.Rage(evening.Token);
        var staff = new Staff(town).Work(evening.Token);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, town.Plan.Shoppers).Select(number => new Shopper(town, number).ShopAround()));
        }
        finally
        {
            await evening.CancelAsync();
            await hits;
            await staff;
        }
    }

    // Waits are cut short, nothing else is done for the shop: it asks the bank again now rather than in a few minutes.
    private static async Task<IReadOnlyList<string>> Settle(Town town)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Task.WhenAll(town.Nodes.Select(node => node.Ready)), town.Bank.Postman.Empty()).WaitAsync(town.Plan.Settling);
        while (true)
        {
            var open = new List<string>();
            foreach (var (what, sql) in Unfinished)
            {
                var count = (await town.Query(sql, row => row.GetInt64(0)))[0];
                open.AddRange(count > 0 ? [$"{count} {what}"] : Array.Empty<string>());
            }

            if (open.Count == 0 || Stopwatch.GetElapsedTime(started) > town.Plan.Settling)
            {
                return [.. open.Select(left => $"never came to an end: {left}")];
            }

            await town.Query(
                """
                update payments.payment_attempts set ask_at = now() where status in ('pending', 'unknown', 'challenged') and ask_at > now();
                update payments.refunds set due_at = now() where status = 'pending' and due_at > now() + interval '15 seconds';
                update platform.deliveries set due_at = now() where dead_at is null and due_at > now() + interval '5 seconds';
                """,
                _ => 0);
            await Task.Delay(500);
        }
    }

    private static List<string> Tell(Town town, Havoc havoc, TimeSpan built, TimeSpan lived, TimeSpan settled)
    {
        string Counts(IReadOnlyDictionary<string, int> counts) =>
            string.Join(", ", counts.OrderByDescending(count => count.Value).Select(count => $"{count.Value} × {count.Key}"));
        var charges = town.Bank.Vault.Charges;
        return
        [
            $"seed {town.Plan.Seed}, {town.Begun} purchases by {town.Plan.Shoppers} shoppers, {town.Plan.Nodes} host(s)",
            $"built in {built.TotalSeconds:0.0} s, lived {lived.TotalSeconds:0.0} s, settled in {settled.TotalSeconds:0.0} s",
            $"blows: {Counts(havoc.Blows)}; hosts were started {town.Nodes.Sum(node => node.Starts)} times",
            $"people: {Counts(town.Diary.Counts)}",
            $"bank: {charges.Count(charge => charge.Status == "succeeded")} captures, {town.Bank.Vault.Refunds.Count} refunds, "
                + $"{charges.Count(charge => charge.Status == "declined")} declined, "
                + $"{charges.Count(charge => charge.Status == "voided")} given up",
            $"reports of the bank: {town.Bank.Postman.Account}",
        ];
    }
}
