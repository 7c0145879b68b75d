using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;

namespace Tradepost.Notifications.Offers;

/// <summary>
/// Writes an offer to everybody who agreed to offers, some at a time. The place it has reached is kept with what was written, so that a
/// node that dies is followed by another at the same place and nobody gets it twice.
/// </summary>
internal sealed class SendOffers(Database db, Outgoing outgoing, ShopSettings shop) : IPeriodicJob
{
    private const int Batch = 200;

    public string Name => "notifications.send_offers";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<int> Run(CancellationToken cancel)
    {
        var open = await db.Row(
            $"select exists (select from notifications.offers where done_at is null)", row => row.GetBoolean(0), cancel);
        return open ? (await db.Write<int>("notifications.write_offers", async tx => await Next(tx), cancel)).Value : 0;
    }

    private async Task<int> Next(Tx tx)
    {
        var offer = await tx.Row(
            $"""
            select id, title, message, path, reached from notifications.offers
            where done_at is null order by created_at, id limit 1 for update skip locked
            """,
            row => new Open(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)));
        if (offer is null)
        {
            return 0;
        }

        var people = await tx.Query(
            $"""
            select email from (
              select distinct on (email) email, granted from notifications.consents where email > {offer.Reached}
              order by email, at desc, id desc) as latest
            where granted order by email limit {Batch}
            """,
            row => row.GetString(0));
        foreach (var email in people)
        {
            outgoing.Queue(
                tx, email, LetterRegistry.Offer, $"{offer.Id}:{email}",
                    new { offer.Title, offer.Message, Url = shop.BaseUrl + offer.Path });
        }

        var end = people.Count < Batch;
        await tx.Execute(
            $"""
            update notifications.offers set reached = {people.LastOrDefault() ?? offer.Reached}, recipients = recipients + {people.Count},
              done_at = case when {end} then {tx.Now}::timestamptz end
            where id = {offer.Id}
            """);
        return people.Count;
    }

    private sealed record Open(Guid Id, string Title, string Message, string Path, string Reached);
}
