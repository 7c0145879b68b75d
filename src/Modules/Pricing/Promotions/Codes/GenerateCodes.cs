using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions.Stored;

namespace Tradepost.Pricing.Promotions.Codes;

/// <summary>Staff make many codes for one promotion at once. From then on it applies only to those who have one.</summary>
internal static partial class GenerateCodes
{
    private const int Most = 100_000;
    private const int Batch = 10_000;

    internal sealed record Request(int? Count, string? Prefix, int? Length, int? UsageLimit) : IChecked
    {
        public string Start => Prefix?.Trim().ToUpperInvariant() ?? "";

        public void Check(Faults faults)
        {
            faults.Range("count", Count, 1, Most);
            faults.Unless(PrefixPattern().IsMatch(Start), "prefix", "must be at most 20 letters, digits and hyphens");
            faults.Range("length", Length ?? CodeText.Usual, CodeText.Shortest, CodeText.Longest);
            faults.Range("usageLimit", UsageLimit ?? 1, 1, 1_000_000_000);
        }
    }

    internal sealed record Made(int Count);

    internal static async Task<IResult> Handle(PromotionId id, Body<Request> body, Database db, CancellationToken cancel) =>
        (await db.Write("pricing.generate_codes", tx => Generate(tx, id, body.Value), cancel))
            .Created(_ => $"/api/v1/admin/promotions/{id}/codes");

    private static async Task<Outcome<Made>> Generate(Tx tx, PromotionId id, Request request)
    {
        if (await PromotionStore.Lock(tx, id) is not { DeletedAt: null } promotion)
        {
            return PromotionErrors.NotFound.Refuse();
        }

        for (var made = 0; made < request.Count;)
        {
            made += await Insert(tx, id, request, Math.Min(Batch, request.Count!.Value - made));
        }

        if (!promotion.RequiresCode)
        {
            promotion.RequiresCode = true;
            (promotion.Version, promotion.UpdatedAt) = (promotion.Version + 1, tx.Now);
            tx.Touch(PromotionStore.Tag);
        }

        return new Made(request.Count!.Value);
    }

    // A code that happens to exist is left out and made up for in the next round.
    private static Task<int> Insert(Tx tx, PromotionId id, Request request, int count)
    {
        var ids = new Guid[count];
        var codes = new string[count];
        for (var i = 0; i < count; i++)
        {
            (ids[i], codes[i]) = (Guid.CreateVersion7(), CodeText.New(request.Start, request.Length ?? CodeText.Usual));
        }

        return tx.Execute(
            $"""
            insert into pricing.promotion_codes (id, promotion_id, code, usage_limit, created_at)
            select made.id, {id}, made.code, {request.UsageLimit ?? 1}, {tx.Now} from unnest({ids}, {codes}) as made (id, code)
            on conflict (code) do nothing
            """);
    }

    [GeneratedRegex("^[A-Z0-9-]{0,20}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrefixPattern();
}
