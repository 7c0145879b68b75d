using Microsoft.AspNetCore.Http;
using Npgsql;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.SpecialPrices;

/// <summary>Changes some of a special price, or ends it. What is left out stays; null for group, start and end clears.</summary>
internal static class EditSpecialPrice
{
    internal sealed record Request(
        string? CustomerGroup, int? MinQuantity, Money? Price, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt) : IChecked
    {
        // The rules are those of the whole, known once what is left out is filled in.
        public void Check(Faults faults)
        {
        }
    }

    internal static async Task<IResult> Handle(
        Id<SpecialPrice> id, Body<Request> body, HttpContext http, ShopSettings shop, ICatalog catalog, Database db,
        CancellationToken cancel)
    {
        Outcome<SpecialPriceView> edited;
        try
        {
            edited = await db.Write("pricing.edit_special_price", tx => Edit(tx, id, body, http, shop.Now), cancel);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            edited = SettingsErrors.SpecialPriceExists.Refuse();
        }

        if (edited.Try(out var price, out _))
        {
            edited = (await SpecialPriceView.Named([price], catalog, cancel))[0];
        }

        return edited.OkTagged(http, view => Etags.Of(view.Version));
    }

    /// <summary>Takes it away.</summary>
    internal static async Task<IResult> Delete(Id<SpecialPrice> id, HttpContext http, Database db, CancellationToken cancel)
    {
        var gone = await db.Write<Done>("pricing.delete_special_price", async tx =>
        {
            if (!(await Open(tx, id, http)).Try(out var price, out var refusal))
            {
                return refusal;
            }

            tx.Queue($"delete from pricing.special_prices where id = {id}");
            tx.Touch(PricingTags.SpecialPrices(price.VariantId));
            return Done.Value;
        }, cancel);
        return gone.NoContent();
    }

    private static async Task<Outcome<SpecialPriceView>> Open(Tx tx, Id<SpecialPrice> id, HttpContext http)
    {
        var price = await tx.Row(SpecialPriceView.Select($"where id = {id} for update"), SpecialPriceView.Read);
        return price is null ? SettingsErrors.SpecialPriceNotFound.Refuse()
            : Etags.Check(http, price.Version) is { } stale ? stale
            : price;
    }

    private static async Task<Outcome<SpecialPriceView>> Edit(
        Tx tx, Id<SpecialPrice> id, Body<Request> body, HttpContext http, ShopFacts shop)
    {
        if (!(await Open(tx, id, http)).Try(out var now, out var refusal))
        {
            return refusal;
        }

        var (edit, faults) = (body.Value, new Faults());
        var input = new SpecialPriceInput(
            now.VariantId,
            body.Has("customerGroup") ? edit.CustomerGroup : now.CustomerGroup,
            body.Has("minQuantity") ? edit.MinQuantity : now.MinQuantity,
            body.Has("price") ? edit.Price : now.Price,
            body.Has("startsAt") ? edit.StartsAt : now.StartsAt,
            body.Has("endsAt") ? edit.EndsAt : now.EndsAt);
        input.Check("", shop, faults);
        if (faults.Refusal() is { } fault)
        {
            return fault;
        }

        tx.Touch(PricingTags.SpecialPrices(now.VariantId));
        return (await tx.Row(
            $"""
            update pricing.special_prices set customer_group = {input.CustomerGroup}, min_quantity = {input.MinQuantity ?? 1},
              price_minor = {input.Price!.Value.Minor}, currency = {input.Price.Value.Currency}, starts_at = {input.StartsAt}::timestamptz,
              ends_at = {input.EndsAt}::timestamptz, version = version + 1, updated_at = {tx.Now}
            where id = {id}
            returning id, variant_id, customer_group, min_quantity, price_minor, currency, starts_at, ends_at, version, updated_at
            """,
            SpecialPriceView.Read))!;
    }
}
