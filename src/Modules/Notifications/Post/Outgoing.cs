using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Wishes;
using Tradepost.Platform.Data;

namespace Tradepost.Notifications.Post;

/// <summary>Writes mails and puts them where the sender finds them; with each goes a short notice to the browsers and phones that want
/// it.</summary>
internal sealed class Outgoing(LetterWriter letters, UnsubscribeTokens tokens, ShopSettings shop)
{
    /// <summary>
    /// Puts a letter in the post, in the transaction of what it tells of. A second one about the same thing is dropped, and so is one that
    /// nobody wants.
    /// </summary>
    /// <param name="tx">The open transaction.</param>
    /// <param name="to">The address.</param>
    /// <param name="kind">One of <see cref="LetterKinds"/>.</param>
    /// <param name="about">With the kind, what makes it the only one.</param>
    /// <param name="facts">What the template calls Mail.</param>
    public void Queue(Tx tx, string to, string kind, string about, object facts)
    {
        var group = LetterRegistry.Of(kind).Group;
        var letter = letters.Write(kind, facts, Groups.IsOptional(group) ? PageFor(to, group) : null);
        tx.Queue(
            $"""
            insert into notifications.mails (id, dedupe_key, kind, grp, recipient, subject, html, plain, due_at, created_at, updated_at)
            select {MailId.New()}, {kind + ":" + about}, {kind}, {group}, {to}, {letter.Subject}, {letter.Html}, {letter.Text},
              {tx.Now}, {tx.Now}, {tx.Now}
            where notifications.wants_mail({to}, {group})
            on conflict (dedupe_key) do nothing
            """);
        if (group is Groups.Orders or Groups.Returns or Groups.Offers)
        {
            Notices.Queue(tx, to, kind, group, about, new(shop.Name, letter.Subject, LinkIn(facts)));
        }
    }

    /// <summary>A letter on made-up facts, to somebody of the staff.</summary>
    public Task QueueTest(Tx tx, string to, string kind, Letter letter)
    {
        var id = MailId.New();
        tx.Queue(
            $"""
            insert into notifications.mails (id, dedupe_key, kind, grp, recipient, subject, html, plain, due_at, created_at, updated_at)
            values ({id}, {"test:" + id}, {kind}, 'account', {to}, {"[Test] " + letter.Subject}, {letter.Html}, {letter.Text},
              {tx.Now}, {tx.Now}, {tx.Now})
            """);
        return Task.CompletedTask;
    }

    private string PageFor(string to, string group) => $"{shop.BaseUrl}/unsubscribe#token={Uri.EscapeDataString(tokens.Issue(to, group))}";

    // The page of what it tells of. A guest's key to an order stays in the mail: a lock screen is read by many.
    private string LinkIn(object facts)
    {
        var order = facts.GetType().GetProperty("Order")?.GetValue(facts) ?? facts;
        var url = order.GetType().GetProperty("Url")?.GetValue(order) as string ?? shop.BaseUrl + "/";
        var end = url.IndexOf('#', StringComparison.Ordinal);
        return end < 0 ? url : url[..end];
    }
}
