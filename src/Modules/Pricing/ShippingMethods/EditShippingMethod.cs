using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.ShippingMethods;

/// <summary>Staff change some of a shipping method. What they leave out stays; null for freeOver means never, for countries all.</summary>
internal static class EditShippingMethod
{
    internal sealed record Request(
        string? Code, string? Name, Money? BasePrice, Money? PerKg, Money? FreeOver, EstimatedDaysInput? EstimatedDays,
        IReadOnlyList<string?>? Countries,
        bool? Active) : IChecked
    {
        public int? VolumetricDivisor { get; init; }

        public long? MaxWeightGrams { get; init; }

        public int? MaxSideMm { get; init; }

        public int? MaxGirthMm { get; init; }

        public LocationId? OriginLocationId { get; init; }

        // The rules are those of the whole method, known once what is left out is filled in.
        public void Check(Faults faults)
        {
        }
    }

    internal static async Task<IResult> Handle(
        ShippingMethodId id, Body<Request> body, HttpContext http, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var edited = await MethodWrites.Write(
            db, "pricing.edit_shipping_method", tx => Edit(tx, id, body, http, shop.Now), cancel);
        return edited.OkTagged(http, method => Etags.Of(method.Version));
    }

    private static async Task<Outcome<ShippingMethodView>> Edit(
        Tx tx, ShippingMethodId id, Body<Request> body, HttpContext http, ShopFacts shop)
    {
        var context = tx.Use<PricingDb>();
        if (await MethodShelf.Lock(context, id, tx.Cancel) is not { } method)
        {
            return SettingsErrors.MethodNotFound.Refuse();
        }

        var zones = await context.ShippingZones.CountAsync(zone => zone.MethodId == id, tx.Cancel);
        var (faults, input) = (new Faults(), Merge(ShippingMethodView.Of(method, zones), body));
        input.Check(faults);
        var currency = MethodCurrency.Of(input.BasePrice, shop);
        input.CheckCurrency(faults, currency);
        faults.Unless(zones == 0 || method.Currency == currency, "basePrice", $"can't change to {currency} while zones have prices in "
            + $"{method.Currency}: remove the zones first");
        if ((Etags.Check(http, method.Version) ?? faults.Refusal()) is { } refusal)
        {
            return refusal;
        }

        input.WriteTo(method);
        (method.Version, method.UpdatedAt) = (method.Version + 1, tx.Now);
        tx.Touch(Settings.Tag);
        return ShippingMethodView.Of(method, zones);
    }

    private static ShippingMethodInput Merge(ShippingMethodView now, Body<Request> body)
    {
        var edit = body.Value;
        return new(
            body.Has("code") ? edit.Code : now.Code,
            body.Has("name") ? edit.Name : now.Name,
            body.Has("basePrice") ? edit.BasePrice : now.BasePrice,
            body.Has("perKg") ? edit.PerKg : now.PerKg,
            body.Has("freeOver") ? edit.FreeOver : now.FreeOver,
            body.Has("estimatedDays") ? edit.EstimatedDays : new(now.EstimatedDays.Min, now.EstimatedDays.Max),
            body.Has("countries") ? edit.Countries : now.Countries,
            body.Has("active") ? edit.Active : now.Active)
        {
            VolumetricDivisor = body.Has("volumetricDivisor") ? edit.VolumetricDivisor : now.VolumetricDivisor,
            MaxWeightGrams = body.Has("maxWeightGrams") ? edit.MaxWeightGrams : now.MaxWeightGrams,
            MaxSideMm = body.Has("maxSideMm") ? edit.MaxSideMm : now.MaxSideMm,
            MaxGirthMm = body.Has("maxGirthMm") ? edit.MaxGirthMm : now.MaxGirthMm,
            OriginLocationId = body.Has("originLocationId") ? edit.OriginLocationId : now.OriginLocationId,
        };
    }
}
