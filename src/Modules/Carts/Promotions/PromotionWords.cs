using Tradepost.Contracts.Pricing;

namespace Tradepost.Carts.Promotions;

/// <summary>Why a code does not apply, as a shopper understands it.</summary>
internal static class PromotionWords
{
    public static string Of(string reason) => reason switch
    {
        PromotionReasons.UnknownCode => "There is no such code. Check the spelling.",
        PromotionReasons.CodeMissing => "This offer needs its code.",
        PromotionReasons.NotStarted => "This code can't be used yet: its offer has not started.",
        PromotionReasons.Ended => "The offer behind this code is over.",
        PromotionReasons.UsageLimit => "This code has been used as often as it may be.",
        PromotionReasons.PerCustomerLimit => "You have used this code as often as you may.",
        PromotionReasons.MinSubtotal => "Your cart is not worth enough for this code yet.",
        PromotionReasons.MinLineQuantity => "This code needs more units of one thing.",
        PromotionReasons.MinQuantity => "This code needs more things in the cart.",
        PromotionReasons.NoEligibleLines => "Nothing in your cart is part of this offer.",
        PromotionReasons.CustomerGroup => "This code is for certain customers. Sign in if you are one of them.",
        PromotionReasons.Country => "This code is for deliveries to other countries.",
        PromotionReasons.FirstOrder => "This code is for a first order.",
        PromotionReasons.Currency => "This code is for orders in another currency.",
        PromotionReasons.PaymentMethod => "This code is for another way to pay.",
        PromotionReasons.TooFewUnits => "This code needs more units of what is on offer.",
        PromotionReasons.NothingLeft => "There is nothing left to take off.",
        PromotionReasons.NotBest => "This code can't be combined with your other discounts, and they save you more.",
        _ => "This code can't be used on this cart.",
    };
}
