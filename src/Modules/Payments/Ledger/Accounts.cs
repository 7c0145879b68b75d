namespace Tradepost.Payments.Ledger;

/// <summary>Codes of the accounts the shop books on. The accounts themselves are rows, written by migrations.</summary>
internal static class Accounts
{
    /// <summary>Goods before discounts, without tax.</summary>
    public const string Sales = "sales";

    /// <summary>Delivery before discounts, without tax.</summary>
    public const string Shipping = "shipping";

    /// <summary>What promotions took off.</summary>
    public const string Discounts = "discounts";

    /// <summary>Tax the shop collected and owes.</summary>
    public const string TaxPayable = "tax";

    /// <summary>What providers kept for their work.</summary>
    public const string Fees = "fees";

    /// <summary>Customers' money that goes back.</summary>
    public const string Owed = "owed";

    /// <summary>What a provider holds for the shop.</summary>
    public static string Of(string provider) => "provider:" + provider;
}
