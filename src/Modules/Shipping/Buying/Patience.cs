namespace Tradepost.Shipping.Buying;

/// <summary>When couriers are asked again.</summary>
internal static class Patience
{
    /// <summary>A call that was begun may be under way for this long.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(20);

    /// <summary>About parcels on their way, in case a report was lost.</summary>
    public static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(30);
}
