using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Closing;

/// <summary>The days that were closed, newest first, and what one of them says.</summary>
internal static class ListCloses
{
    /// <param name="Day">As the shop's calendar has it.</param>
    /// <param name="Currency">ISO 4217.</param>
    /// <param name="Postings">How many belong to it.</param>
    /// <param name="Received">What providers' accounts gained.</param>
    /// <param name="GivenBack">What they gave.</param>
    /// <param name="Seal">SHA-256 over the day before and all of this one.</param>
    /// <param name="ClosedAt">When it was closed.</param>
    internal sealed record Close(
        DateOnly Day, string Currency, int Postings, Money Received, Money GivenBack, string Seal, DateTimeOffset ClosedAt);

    /// <param name="Code">The account.</param>
    /// <param name="Name">As printed.</param>
    /// <param name="Kind">asset, liability, income, expense.</param>
    /// <param name="Opening">What stood on it; below nothing: what it had given.</param>
    /// <param name="Gained">What it gained on the day.</param>
    /// <param name="Given">What it gave.</param>
    /// <param name="Closing">What stands on it.</param>
    internal sealed record Account(string Code, string Name, string Kind, Money Opening, Money Gained, Money Given, Money Closing);

    /// <param name="Close">The day in one currency.</param>
    /// <param name="Before">The seal of the day before; empty for the first.</param>
    /// <param name="Accounts">By code.</param>
    internal sealed record Sheet(Close Close, string Before, IReadOnlyList<Account> Accounts);

    /// <param name="Day">As the shop's calendar has it.</param>
    /// <param name="Sheets">One a currency.</param>
    internal sealed record Detail(DateOnly Day, IReadOnlyList<Sheet> Sheets);

    internal static async Task<IResult> Handle(PageQuery page, Database db, CancellationToken cancel)
    {
        var total = await db.Row($"select count(*) from payments.ledger_close_sums", row => row.GetInt64(0), cancel);
        var items = await Read(db, $"order by s.day desc, s.currency limit {page.PageSize} offset {page.Offset}", cancel);
        return Results.Json(new Paged<Close>(items, page.Page, page.PageSize, total), ApiJson.Options);
    }

    internal static async Task<IResult> Show(DateOnly day, Database db, CancellationToken cancel) =>
        await Find(db, day, cancel) is { } found ? Results.Json(found, ApiJson.Options) : PaymentsErrors.NotClosed.Refuse().ToResult();

    internal static async Task<IResult> Csv(DateOnly day, Database db, CancellationToken cancel)
    {
        if (await Find(db, day, cancel) is not { } found)
        {
            return PaymentsErrors.NotClosed.Refuse().ToResult();
        }

        var text = new StringBuilder("day,currency,account,name,kind,opening,gained,given,closing\r\n");
        foreach (var (sheet, account) in found.Sheets.SelectMany(sheet => sheet.Accounts.Select(account => (sheet, account))))
        {
            var amounts = new[] { account.Opening, account.Gained, account.Given, account.Closing }.Select(Decimals);
            var name = account.Name.Replace("\"", "\"\"", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"{found.Day:yyyy-MM-dd},{sheet.Close.Currency},{account.Code},");
            text.Append(CultureInfo.InvariantCulture, $"\"{name}\",{account.Kind},");
            text.AppendJoin(',', amounts).Append("\r\n");
        }

        var file = string.Create(CultureInfo.InvariantCulture, $"close-{day:yyyy-MM-dd}.csv");
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", file);
    }

    private static string Decimals(Money amount) => amount.ToString().Split(' ')[0];

    private static async Task<Detail?> Find(Database db, DateOnly day, CancellationToken cancel)
    {
        var closes = await Read(db, $"and s.day = {day} order by s.currency", cancel);
        if (closes.Count == 0)
        {
            return null;
        }

        var accounts = await db.Query(
            $"""
            select c.currency, a.code, a.name, a.kind, c.opening_minor, c.gained_minor, c.given_minor, c.closing_minor
            from payments.ledger_close_accounts c join payments.ledger_accounts a on a.id = c.account_id where c.day = {day} order by a.code
            """,
            row => (Currency: row.GetString(0), Account: new Account(
                row.GetString(1), row.GetString(2), row.GetString(3), row.Money(4, 0), row.Money(5, 0), row.Money(6, 0), row.Money(7, 0))),
            cancel);
        var before = await db.Query(
            $"""
            select currency, seal from payments.ledger_close_sums
            where day = (select max(day) from payments.ledger_closes where day < {day})
            """,
            row => (Currency: row.GetString(0), Seal: row.GetString(1)), cancel);
        return new(day, closes.ConvertAll(close => new Sheet(
            close, before.FirstOrDefault(some => some.Currency == close.Currency).Seal ?? "",
            [.. accounts.Where(some => some.Currency == close.Currency).Select(some => some.Account)])));
    }

    private static Task<List<Close>> Read(Database db, SqlText tail, CancellationToken cancel) => db.Query(
        $"""
        select s.day, s.currency, s.postings, p.gained, p.given, s.seal, c.closed_at
        from payments.ledger_close_sums s join payments.ledger_closes c on c.day = s.day
        cross join lateral (
          select coalesce(sum(x.gained_minor), 0)::bigint as gained, coalesce(sum(x.given_minor), 0)::bigint as given
          from payments.ledger_close_accounts x join payments.ledger_accounts a on a.id = x.account_id
          where x.day = s.day and x.currency = s.currency and a.code like 'provider:%') p
        where true {tail}
        """,
        row => new Close(
            row.GetFieldValue<DateOnly>(0), row.GetString(1), row.GetInt32(2), row.Money(3, 1), row.Money(4, 1), row.GetString(5),
            row.Instant(6)),
        cancel);
}
