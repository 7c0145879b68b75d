using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions.Usage;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>Staff change some of a promotion. What they leave out stays; null clears.</summary>
internal static class EditPromotion
{
    internal sealed record Request : StoredPromotionInput, IChecked
    {
        // The rules are those of the whole promotion, known once what is left out is filled in.
        public void Check(Faults faults)
        {
        }
    }

    internal static async Task<IResult> Handle(
        PromotionId id, Body<Request> body, HttpContext http, ShopSettings shop, Database db, TimeProvider time, CancellationToken cancel)
    {
        var edited = await PromotionStore.Write(db, "pricing.edit_promotion", tx => Edit(tx, id, body, http, shop.Currency), cancel);
        return (await PromotionStore.Show(db, edited, time.GetUtcNow(), cancel))
            .OkTagged(http, promotion => Etags.Of(promotion.Version));
    }

    private static async Task<Outcome<Promotion>> Edit(Tx tx, PromotionId id, Body<Request> body, HttpContext http, Currency currency)
    {
        if (await PromotionStore.Lock(tx, id) is not { DeletedAt: null } promotion)
        {
            return PromotionErrors.NotFound.Refuse();
        }

        var (faults, input) = (new Faults(), Merge(StoredPromotionInput.Of(promotion), body));
        input.CheckWhole(faults);
        input.CheckCurrency(faults, "", currency);
        var used = await Counters.Used(tx, id);
        faults.Unless(input.UsageLimit is null || input.UsageLimit >= used, "usageLimit", $"is below the {used} orders that hold it");
        if ((Etags.Check(http, promotion.Version) ?? faults.Refusal()) is { } refusal)
        {
            return refusal;
        }

        await Counters.Begin(tx, promotion, input, used);
        input.WriteTo(promotion);
        (promotion.Version, promotion.UpdatedAt) = (promotion.Version + 1, tx.Now);
        tx.Touch(PromotionStore.Tag);
        return promotion;
    }

    private static StoredPromotionInput Merge(StoredPromotionInput now, Body<Request> body)
    {
        var edit = body.Value;
        return now with
        {
            Name = body.Has("name") ? edit.Name : now.Name,
            Code = body.Has("code") ? edit.Code : now.Code,
            StartsAt = body.Has("startsAt") ? edit.StartsAt : now.StartsAt,
            EndsAt = body.Has("endsAt") ? edit.EndsAt : now.EndsAt,
            Priority = body.Has("priority") ? edit.Priority : now.Priority,
            Combinable = body.Has("combinable") ? edit.Combinable : now.Combinable,
            UsageLimit = body.Has("usageLimit") ? edit.UsageLimit : now.UsageLimit,
            PerCustomerLimit = body.Has("perCustomerLimit") ? edit.PerCustomerLimit : now.PerCustomerLimit,
            Conditions = body.Has("conditions") ? edit.Conditions : now.Conditions,
            Benefit = body.Has("benefit") ? edit.Benefit : now.Benefit,
            Active = body.Has("active") ? edit.Active : now.Active,
            RequiresCode = body.Has("requiresCode") ? edit.RequiresCode : now.RequiresCode,
            Badge = body.Has("badge") ? edit.Badge : now.Badge,
            ShowCountdown = body.Has("showCountdown") ? edit.ShowCountdown : now.ShowCountdown,
        };
    }
}
