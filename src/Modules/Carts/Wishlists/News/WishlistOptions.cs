namespace Tradepost.Carts.Wishlists.News;

/// <summary>When customers are told of what is on their lists. Bound from configuration ("Wishlists").</summary>
internal sealed class WishlistOptions
{
    /// <summary>From a change to looking at it: by then every node has dropped what it remembered of the product.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>From the first news to the mail, so that what happens together comes in one.</summary>
    public TimeSpan Gather { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>From one mail to the next of a customer. News in between wait and come together.</summary>
    public TimeSpan Rest { get; set; } = TimeSpan.FromHours(1);
}
