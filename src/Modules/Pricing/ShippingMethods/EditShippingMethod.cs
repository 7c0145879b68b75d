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
        // The rules are those of the whole method, known once what is left out is filled in.
        public void Check(Faults faults)
        {
        }
    }

    internal static async Task<IResult> Handle(
        ShippingMethodId id, Body<Request> body, HttpContext http, ShopSettings shop, Database db, CancellationToken cancel)
    {
        var edited = await Settings.Write(
            db, "pricing.edit_shipping_method", tx => Edit(tx, id, body, http, shop.Now), SettingsErrors.CodeTaken, cancel);
        return edited.OkTagged(http, method => Etags.Of(method.Version));
    }

    private static async Task<Outcome<ShippingMethodView>> Edit(
        Tx tx, ShippingMethodId id, Body<Request> body, HttpContext http, ShopFacts shop)
    {
        var locked =
            tx.Use<PricingDb>().ShippingMethods.FromSql($"select * from pricing.shipping_methods where id = {id.Value} for update");
        if (await locked.SingleOrDefaultAsync(tx.Cancel) is not { } method)
        {
            return SettingsErrors.MethodNotFound.Refuse();
        }

        var (faults, input) = (new Faults(), Merge(ShippingMethodView.Of(method), body));
        input.Check(faults);
        input.CheckCurrency(faults, MethodCurrency.Of(input.BasePrice, shop));
        if ((Etags.Check(http, method.Version) ?? faults.Refusal()) is { } refusal)
        {
            return refusal;
        }

        input.WriteTo(method);
        (method.Version, method.UpdatedAt) = (method.Version + 1, tx.Now);
        tx.Touch(Settings.Tag);
        return ShippingMethodView.Of(method);
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
            body.Has("active") ? edit.Active : now.Active);
    }
}
