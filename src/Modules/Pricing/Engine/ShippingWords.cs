using System.Globalization;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;

namespace Tradepost.Pricing.Engine;

/// <summary>What the shopper reads when nobody ships the basket: what is wrong, and what helps.</summary>
internal static class ShippingWords
{
    public static readonly ShippingProblem NoMethod =
        new(ShippingProblemReasons.NoMethod, "The shop can't deliver anything at the moment. Please come back later.");

    public static readonly ShippingProblem PostalCodeMissing = new(
        ShippingProblemReasons.NotServed, "Whether we deliver there depends on the postal code. Enter it to see what is possible.");

    public static readonly ShippingProblem TooLarge =
        new(ShippingProblemReasons.TooLarge, "A piece of this is larger than anything we can send to this address.");

    public static ShippingProblem NotServed(Destination to)
    {
        var place = Countries.Find(to.Country)?.Name ?? to.Country;
        var code = string.IsNullOrWhiteSpace(to.PostalCode) ? "" : $" {to.PostalCode.Trim()},";
        return new(ShippingProblemReasons.NotServed, $"We don't deliver to{code} {place} yet. Another address may work.");
    }

    public static ShippingProblem TooHeavy(Parcel parcel, long mostGrams) => new(
        ShippingProblemReasons.TooHeavy,
        parcel.Grams > mostGrams
            ? $"This weighs {Kilograms(parcel.Grams)}; the most we can send to this address is {Kilograms(mostGrams)}."
                + (parcel.HeaviestGrams <= mostGrams ? " Order it in parts." : "")
            : $"This is too bulky: by its size it counts as more than the {Kilograms(mostGrams)} we can send to this address. "
                + "Order it in parts.");

    private static string Kilograms(long grams) => string.Create(CultureInfo.InvariantCulture, $"{grams / 1000m:0.##} kg");
}
