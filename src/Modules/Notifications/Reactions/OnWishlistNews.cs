using System.Globalization;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Notifications.Reactions;

/// <summary>Tells a customer that something on their wishlists got cheaper or is back, with a link that switches such mails off.</summary>
internal sealed class OnWishlistNews(Outgoing outgoing, ShopSettings shop) : IReaction<WishlistNews>
{
    public Task Handle(WishlistNews happened, Tx tx)
    {
        outgoing.Queue(tx, happened.Email, LetterKinds.WishlistNews, happened.Id.ToString(), WishlistFacts.Of(happened, shop));
        return Task.CompletedTask;
    }
}

/// <summary>News of wishlists as the letter tells them.</summary>
internal sealed record WishlistFacts(
    string Subject, string? Name, IReadOnlyList<WishlistFacts.Thing> Items, int More, bool IsOne, string Wishlists, string Mute)
{
    private const int LongestName = 60;

    internal sealed record Thing(string Name, string Url, string Now, string? Was, string List);

    public static WishlistFacts Of(WishlistNews news, ShopSettings shop) => new(
        SubjectOf(news), news.FirstName, [.. news.Items.Select(item => Of(item, shop))], news.More, news.Items.Count + news.More == 1,
        shop.BaseUrl + "/account/wishlists", Links.Of(shop, "wishlists/mails-off", news.MuteToken));

    private static Thing Of(WishlistNewsItem item, ShopSettings shop)
    {
        var variant = item.Sku is null ? "" : "?variant=" + Uri.EscapeDataString(item.Sku);
        return new(
            item.Name, $"{shop.BaseUrl}/p/{Uri.EscapeDataString(item.Slug)}{variant}", Amounts.InWords(item.Price),
            item.Was is { } was ? Amounts.InWords(was) : null, item.ListName);
    }

    private static string SubjectOf(WishlistNews news)
    {
        var count = news.Items.Count + news.More;
        if (count > 1)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Good news of {count} things on your wishlist");
        }

        var item = news.Items[0];
        var name = item.Name.Length > LongestName ? string.Concat(item.Name.AsSpan(0, LongestName), "…") : item.Name;
        return item.Was is null ? $"Back in stock: {name}" : $"Now {Amounts.InWords(item.Price)}: {name}";
    }
}
