using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Delivery;

namespace Tradepost.Pricing.Engine;

/// <summary>Ways to deliver a basket, and why there is none. Pure.</summary>
internal static class Shipping
{
    /// <summary>Cheapest first. Empty without a destination or lines.</summary>
    public static IReadOnlyList<ShippingOption> Options(Basket basket, PriceTables tables, Terms terms) =>
    [
        .. Answers(basket, tables, terms).Select(answer => answer.Option).OfType<ShippingOption>()
            .OrderBy(option => option.Price).ThenBy(option => option.Name, StringComparer.Ordinal).ThenBy(option => option.Id)
            .Select(option => option with { EstimatedDelivery = Window(option.EstimatedDays, tables, terms) }),
    ];

    /// <summary>Why nobody ships it. Null when somebody does, and without a destination or lines: then there is nothing to
    /// ask yet.</summary>
    public static ShippingProblem? Problem(Basket basket, PriceTables tables, Terms terms)
    {
        if (basket.Destination is not { } to || basket.Lines.Count == 0)
        {
            return null;
        }

        if (!tables.ShippingMethods.Any(method => method.Active && method.Currency == basket.Currency))
        {
            return ShippingWords.NoMethod;
        }

        var answers = Answers(basket, tables, terms);
        return answers.Any(answer => answer.Option is not null) ? null
            : answers.Where(answer => answer.Reason == ShippingProblemReasons.TooHeavy).ToArray() is { Length: > 0 } heavy
                ? ShippingWords.TooHeavy(Parcel.Of(basket.Lines), heavy.Max(answer => answer.MostGrams ?? 0))
            : answers.Any(answer => answer.Reason == ShippingProblemReasons.TooLarge) ? ShippingWords.TooLarge
            : NotServed(to, tables);
    }

    private static MethodAnswer[] Answers(Basket basket, PriceTables tables, Terms terms)
    {
        if (basket.Destination is not { } to || basket.Lines.Count == 0)
        {
            return [];
        }

        var goods = basket.Lines.Aggregate(Money.Zero(basket.Currency), (sum, line) => sum + (line.UnitPrice * line.Quantity));
        var parcel = Parcel.Of(basket.Lines);
        return
        [
            .. tables.ShippingMethods.Where(method => method.Active && method.Currency == basket.Currency)
                .Select(method => MethodAnswer.Of(method, to, goods, parcel, terms.Rounding)),
        ];
    }

    private static DeliveryWindow? Window(EstimatedDays days, PriceTables tables, Terms terms) =>
        terms.Now is { } now ? DeliveryDates.Estimate(now, tables.Calendar, days) : null;

    private static ShippingProblem NotServed(Destination to, PriceTables tables)
    {
        var missing = string.IsNullOrWhiteSpace(to.PostalCode)
            && tables.ShippingMethods.Any(method => method.Active && method.Chart.ByPostalCode.Contains(to.Country));
        return missing ? ShippingWords.PostalCodeMissing : ShippingWords.NotServed(to);
    }
}
