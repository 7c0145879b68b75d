using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Promotions.Stored;

/// <summary>Staff make a promotion. It runs at once, unless it says otherwise.</summary>
internal static class CreatePromotion
{
    internal sealed record Request : StoredPromotionInput, IChecked
    {
        public void Check(Faults faults) => CheckWhole(faults);
    }

    internal static async Task<IResult> Handle(
        Body<Request> body, ShopSettings shop, Database db, TimeProvider time, CancellationToken cancel)
    {
        var made = await Make(body.Value, shop.Currency, db, cancel);
        return (await PromotionStore.Show(db, made, time.GetUtcNow(), cancel))
            .Created(promotion => $"/api/v1/admin/promotions/{promotion.Id}");
    }

    public static async Task<Outcome<Promotion>> Make(StoredPromotionInput input, Currency currency, Database db, CancellationToken cancel)
    {
        var faults = new Faults();
        input.CheckWhole(faults);
        input.CheckCurrency(faults, "", currency);
        return faults.Refusal() is { } refusal
            ? refusal
            : await PromotionStore.Write<Promotion>(db, "pricing.create_promotion", tx => Task.FromResult(Insert(tx, input)), cancel);
    }

    private static Outcome<Promotion> Insert(Tx tx, StoredPromotionInput input)
    {
        var promotion = new Promotion { Id = PromotionId.New(), Name = "", CreatedAt = tx.Now, UpdatedAt = tx.Now };
        input.WriteTo(promotion);
        tx.Use<PricingDb>().Promotions.Add(promotion);
        tx.Touch(PromotionStore.Tag);
        return promotion;
    }
}
