namespace Tradepost.Notifications.Letters;

/// <summary>Groups of letters, as people choose among them.</summary>
internal static class Groups
{
    public const string Orders = "orders";
    public const string Returns = "returns";
    public const string Account = "account";
    public const string Reminders = "reminders";
    public const string Offers = "offers";

    /// <summary>Those that people may do without.</summary>
    public static bool IsOptional(string group) => group is Reminders or Offers;

    public static IReadOnlyList<string> All { get; } = [Orders, Returns, Account, Reminders, Offers];

    public static IReadOnlyList<string> Channels { get; } = ["mail", "sms", "push"];
}

/// <summary>A kind of letter as staff and customers see it.</summary>
internal sealed record LetterInfo(string Kind, string Title, string Group);

/// <summary>
/// All kinds of letters. A kind needs no entry here: its name tells what it is about ("order_…", "return_…"), and its title is its name in
/// words. Entries are for those of which that is not true.
/// </summary>
internal static class LetterRegistry
{
    /// <summary>Sent by staff, only to those who agreed.</summary>
    public const string Offer = "offer";

    private static readonly Dictionary<string, LetterInfo> Told = new[]
    {
        new LetterInfo(LetterKinds.ConfirmEmail, "Confirm the address", Groups.Account),
        new LetterInfo(LetterKinds.AbandonedCart, "Reminder of a cart", Groups.Reminders),
        new LetterInfo(LetterKinds.WishlistNews, "News of a wishlist", Groups.Reminders),
        new LetterInfo(Offer, "New arrivals and discounts", Groups.Offers),
    }.ToDictionary(info => info.Kind, StringComparer.Ordinal);

    public static IReadOnlyList<LetterInfo> All { get; } = [.. LetterKinds.All.Append(Offer).Select(Of)];

    public static LetterInfo Of(string kind) => Told.GetValueOrDefault(kind) ?? new(kind, InWords(kind), GroupOf(kind));

    private static string GroupOf(string kind) =>
        kind.StartsWith("return", StringComparison.Ordinal) || kind.StartsWith("withdrawal", StringComparison.Ordinal) ? Groups.Returns
        : kind.StartsWith("order", StringComparison.Ordinal) || kind.StartsWith("refund", StringComparison.Ordinal)
            || kind.StartsWith("payment", StringComparison.Ordinal) || kind.StartsWith("shipment", StringComparison.Ordinal) ? Groups.Orders
        : Groups.Account;

    private static string InWords(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('_', ' ');
}
