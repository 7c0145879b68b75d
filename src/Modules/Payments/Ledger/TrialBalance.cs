using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Ledger;

/// <summary>What stands on each account at an instant. All of it together is nothing, in each currency.</summary>
internal static class TrialBalance
{
    /// <param name="Code">The account.</param>
    /// <param name="Name">As printed.</param>
    /// <param name="Kind">asset, liability, income, expense.</param>
    /// <param name="Debit">What stands on it; null when it has given more than it gained.</param>
    /// <param name="Credit">What it gave beyond what it gained; null otherwise.</param>
    /// <param name="Entries">How many there are.</param>
    internal sealed record Account(string Code, string Name, string Kind, Money? Debit, Money? Credit, long Entries);

    /// <param name="Currency">ISO 4217.</param>
    /// <param name="Debit">The sum of all debits.</param>
    /// <param name="Credit">The same, of all credits.</param>
    /// <param name="Accounts">By kind and code.</param>
    internal sealed record Sheet(string Currency, Money Debit, Money Credit, IReadOnlyList<Account> Accounts);

    /// <param name="At">Postings before this instant are counted.</param>
    /// <param name="Sheets">One a currency.</param>
    internal sealed record Balance(DateTimeOffset At, IReadOnlyList<Sheet> Sheets);

    internal static async Task<IResult> Handle(HttpContext http, Database db, TimeProvider time, CancellationToken cancel)
    {
        var faults = new Faults();
        var at = LedgerQuery.Instant(http.Request.Query, "at", faults);
        return faults.Refusal() is { } refusal ? refusal.ToResult()
            : Results.Json(await Read(db, at ?? time.GetUtcNow(), cancel), ApiJson.Options);
    }

    private static async Task<Balance> Read(Database db, DateTimeOffset at, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"""
            select e.currency, a.code, a.name, a.kind, sum(e.amount_minor)::bigint, count(*)
            from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
            join payments.ledger_accounts a on a.id = e.account_id where t.at < {at}
            group by e.currency, a.id
            order by e.currency, array_position(array['asset', 'liability', 'income', 'expense'], a.kind), a.code
            """,
            row => (
                Currency: row.GetString(0), Code: row.GetString(1), Name: row.GetString(2), Kind: row.GetString(3), Sum: row.Money(4, 0),
                Entries: row.GetInt64(5)),
            cancel);
        return new(at, [.. rows.GroupBy(row => row.Currency).Select(sheet =>
        {
            var none = Money.Zero(Currency.Of(sheet.Key));
            var accounts = sheet.Select(row => new Account(
                row.Code, row.Name, row.Kind, row.Sum.IsNegative ? null : row.Sum, row.Sum.IsNegative ? -row.Sum : null,
                row.Entries)).ToList();
            return new Sheet(
                sheet.Key, accounts.Aggregate(none, (sum, account) => sum + (account.Debit ?? none)),
                accounts.Aggregate(none, (sum, account) => sum + (account.Credit ?? none)), accounts);
        })]);
    }
}
