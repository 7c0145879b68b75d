namespace Tradepost.Contracts.Shop;

/// <summary>Who sold, as it was when an invoice or a credit note was given.</summary>
/// <param name="Shop">The shop's name.</param>
/// <param name="Name">The company's.</param>
/// <param name="Address">A line each.</param>
/// <param name="TaxNumber">Tax or VAT number.</param>
/// <param name="Registration">Court and number.</param>
/// <param name="Contact">For questions.</param>
/// <param name="Terms">Above the foot of the last page.</param>
/// <param name="Footer">At the foot of every page.</param>
/// <param name="TimeZone">In which its days begin.</param>
public sealed record Seller(
    string Shop, string Name, string? Address, string? TaxNumber, string? Registration, string? Contact, string? Terms, string? Footer,
    string TimeZone)
{
    /// <summary>As the settings say.</summary>
    public static Seller Of(ShopFacts shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return new(
            shop.Name, shop.Legal.Name ?? shop.Name, shop.Legal.Address, shop.Legal.TaxNumber, shop.Legal.Registration, shop.Legal.Contact,
            shop.Legal.Terms, shop.Legal.Footer, shop.TimeZone);
    }
}
