using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Codes;

/// <summary>Staff take codes back that no order ever used: one, or all of a promotion.</summary>
internal static class DeleteCode
{
    internal sealed record Deleted(int Count);

    internal static async Task<IResult> Handle(PromotionId id, PromotionCodeId codeId, Database db, CancellationToken cancel) =>
        (await db.Write("pricing.delete_code", tx => Delete(tx, id, codeId), cancel)).NoContent();

    internal static async Task<IResult> Unused(PromotionId id, Database db, CancellationToken cancel) =>
        await ListCodes.Missing(db, id, cancel) is { } refusal
            ? refusal.ToResult()
            : (await db.Write("pricing.delete_unused_codes", tx => DeleteUnused(tx, id), cancel)).Ok();

    private static async Task<Outcome<Done>> Delete(Tx tx, PromotionId promotion, PromotionCodeId code)
    {
        var there = await tx.Row(
            $"select 1 from pricing.promotion_codes where id = {code} and promotion_id = {promotion} for update", row => row.GetInt32(0));
        if (there == 0)
        {
            return PromotionErrors.BulkCodeNotFound.Refuse();
        }

        var gone = await tx.Execute($"delete from pricing.promotion_codes c where id = {code} and {NeverUsed}");
        return gone == 0 ? PromotionErrors.BulkCodeUsed.Refuse() : Done.Value;
    }

    private static async Task<Outcome<Deleted>> DeleteUnused(Tx tx, PromotionId promotion) =>
        new Deleted(await tx.Execute($"delete from pricing.promotion_codes c where promotion_id = {promotion} and {NeverUsed}"));

    // An order that gave its code back still tells of it.
    private static SqlText NeverUsed
    {
        get
        {
            SqlText sql = $"c.used = 0 and not exists (select from pricing.promotion_uses u where u.code_id = c.id)";
            return sql;
        }
    }
}
