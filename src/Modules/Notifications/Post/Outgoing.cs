using Tradepost.Notifications.Letters;
using Tradepost.Platform.Data;

namespace Tradepost.Notifications.Post;

/// <summary>Writes mails and puts them where the sender finds them.</summary>
internal sealed class Outgoing(LetterWriter letters)
{
    /// <summary>Puts a letter in the post, in the transaction of what it tells of. A second one about the same thing is dropped.</summary>
    /// <param name="tx">The open transaction.</param>
    /// <param name="to">The address.</param>
    /// <param name="kind">One of <see cref="LetterKinds"/>.</param>
    /// <param name="about">With the kind, what makes it the only one.</param>
    /// <param name="facts">What the template calls Mail.</param>
    public void Queue(Tx tx, string to, string kind, string about, object facts)
    {
        var letter = letters.Write(kind, facts);
        tx.Queue(
            $"""
            insert into notifications.mails (id, dedupe_key, kind, recipient, subject, html, plain, due_at, created_at, updated_at)
            values ({MailId.New()}, {kind + ":" + about}, {kind}, {to}, {letter.Subject}, {letter.Html}, {letter.Text},
              {tx.Now}, {tx.Now}, {tx.Now})
            on conflict (dedupe_key) do nothing
            """);
    }
}
