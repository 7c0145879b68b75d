namespace Tradepost.Catalog.Products;

/// <summary>How the public contract names what stock allows.</summary>
internal static class Stock
{
    public static string Status(int available) => available > 0 ? "available" : "outOfStock";
}
