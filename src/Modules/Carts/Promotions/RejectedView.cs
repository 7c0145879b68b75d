using Tradepost.Contracts.Pricing;

namespace Tradepost.Carts.Promotions;

/// <summary>A code that was entered but does not apply now.</summary>
/// <param name="Code">As it was typed.</param>
/// <param name="Name">The promotion's name; of an unknown code the code itself.</param>
/// <param name="Reason">A member of <see cref="PromotionReasons"/>.</param>
/// <param name="Message">The same in words.</param>
internal sealed record RejectedView(string Code, string Name, string Reason, string Message)
{
    /// <summary>Of the codes that were entered. Promotions nobody asked for are not told of.</summary>
    public static IReadOnlyList<RejectedView> Of(Cart cart, Quote quote) =>
        cart.Codes.Count == 0 ? [] : [.. cart.Codes.Select(code => Of(code, quote)).OfType<RejectedView>()];

    /// <summary>Why the code does not apply; null when it does.</summary>
    public static RejectedView? Of(string code, Quote quote)
    {
        if (quote.Applied.Any(one => Is(one.Code, code)))
        {
            return null;
        }

        var rejected = quote.Rejected.FirstOrDefault(one => Is(one.Code, code));
        var reason = rejected?.Reason ?? PromotionReasons.UnknownCode;
        return new(code, rejected?.Name ?? code, reason, PromotionWords.Of(reason));
    }

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
