using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Codes;

/// <summary>The bulk codes of a promotion, page by page or all of them as CSV.</summary>
internal static class ListCodes
{
    private const int Batch = 5_000;

    internal sealed record Filter(string? Q, string? Used);

    internal sealed record CodeView(PromotionCodeId Id, string Code, int UsageLimit, int Used, DateTimeOffset CreatedAt);

    internal static async Task<IResult> Handle(
        PromotionId id, [AsParameters] Filter filter, HttpContext http, PageQuery page, Database db, CancellationToken cancel)
    {
        _ = filter; // for the API document; read below, where faults are collected
        var faults = new Faults();
        var words = QueryValues.Text(http.Request.Query, "q", 60, faults)?.ToUpperInvariant();
        var used = QueryValues.Flag(http.Request.Query, "used", faults);
        if ((faults.Refusal() ?? await Missing(db, id, cancel)) is { } refusal)
        {
            return refusal.ToResult();
        }

        SqlText Fits() => Sql(
            $"""
            promotion_id = {id} and ({words}::text is null or starts_with(code, {words}::text))
              and ({used}::bool is null or (used > 0) = {used}::bool)
            """);
        var codes = await db.Query(
            $"""
            select id, code, usage_limit, used, created_at from pricing.promotion_codes where {Fits()}
            order by id limit {page.PageSize} offset {page.Offset}
            """,
            Read, cancel);
        var total = await db.Row($"select count(*) from pricing.promotion_codes where {Fits()}", row => row.GetInt64(0), cancel);
        return Results.Json(new Paged<CodeView>(codes, page.Page, page.PageSize, total), ApiJson.Options);
    }

    internal static async Task<IResult> Export(PromotionId id, Database db, CancellationToken cancel) =>
        await Missing(db, id, cancel) is { } refusal
            ? refusal.ToResult()
            : Results.Stream(to => Write(to, id, db, cancel), "text/csv; charset=utf-8", $"codes-{id}.csv");

    private static async Task Write(Stream to, PromotionId id, Database db, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync("code,usageLimit,used,createdAt\r\n");
        for (var after = Guid.Empty; ;)
        {
            var codes = await db.Query(
                $"""
                select id, code, usage_limit, used, created_at from pricing.promotion_codes
                where promotion_id = {id} and id > {after} order by id limit {Batch}
                """,
                Read, cancel);
            foreach (var code in codes)
            {
                await writer.WriteAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{code.Code},{code.UsageLimit},{code.Used},{code.CreatedAt:yyyy-MM-ddTHH:mm:ssZ}\r\n"));
            }

            if (codes.Count < Batch)
            {
                return;
            }

            after = codes[^1].Id.Value;
        }
    }

    internal static async Task<Refusal?> Missing(Database db, PromotionId id, CancellationToken cancel) =>
        await db.Row($"select 1 from pricing.promotions where id = {id}", row => row.GetInt32(0), cancel) == 0
            ? PromotionErrors.NotFound.Refuse()
            : null;

    private static CodeView Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.PromotionCode>(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.Instant(4));

    private static SqlText Sql(SqlText text) => text;
}
