using Microsoft.Extensions.Options;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;

namespace Tradepost.Carts.Reminders;

/// <summary>
/// Tells of carts that were left by shoppers who asked to be reminded. A cart is claimed by noting that it was looked into, in the same
/// transaction as the event: however many nodes there are and whatever dies when, of one visit there is at most one reminder.
/// </summary>
internal sealed class RemindShoppers(
    Database db, ICatalog catalog, IInventory inventory, CartReader carts, IOptions<CartOptions> options, TimeProvider time) : IPeriodicJob
{
    private const int BatchSize = 50;
    private const int MostRounds = 100;

    public string Name => "carts.remind";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<int> Run(CancellationToken cancel)
    {
        var (reminded, rounds) = (0, 0);
        List<CartId> due;
        do
        {
            due = await Due(cancel);
            foreach (var cart in due)
            {
                reminded += (await db.Write<bool>("carts.remind", async tx => await Tell(tx, cart), cancel)).Value ? 1 : 0;
            }
        }
        while (due.Count == BatchSize && ++rounds < MostRounds);
        return reminded;
    }

    private Task<List<CartId>> Due(CancellationToken cancel)
    {
        SqlText due = IsDue(time.GetUtcNow());
        return db.Query(
            $"select c.id from carts.carts c where {due} order by c.updated_at limit {BatchSize}",
            row => row.Id<Contracts.Kinds.Cart>(0), cancel);
    }

    // A visit ends with the last change; the next change begins another.
    private SqlText IsDue(DateTimeOffset now)
    {
        SqlText sql = $"""
            c.remind and c.email is not null and c.updated_at < {now - options.Value.RemindAfter}
            and c.updated_at > {now - options.Value.RemindWithin} and (c.reminded_at is null or c.reminded_at < c.updated_at)
            """;
        return sql;
    }

    private async Task<bool> Tell(Tx tx, CartId id)
    {
        if (await Claim(tx, id) is not { } cart)
        {
            return false;
        }

        var variants = await catalog.Variants(cart.VariantIds, tx.Cancel);
        var available = await inventory.Available(cart.VariantIds, tx.Cancel);
        var sellable = cart with
        {
            Lines = [.. cart.Lines.Where(line => cart.Sells(variants[line.VariantId]) && available[line.VariantId] > 0)],
        };
        if (sellable.Lines.Count == 0 || !await IsFirstToday(tx, cart))
        {
            return false;
        }

        var quote = await carts.Quote(sellable, variants, tx.Cancel);
        var amounts = quote.Lines.ToDictionary(line => line.Key, line => line.LineTotal, StringComparer.Ordinal);
        var lines = sellable.Lines.Select(line => (line, variant: variants[line.VariantId])).Select(one => new AbandonedLine(
            one.variant.FullName, one.variant.Slug, one.variant.ImageUrl, one.line.Quantity, amounts[one.line.Id.ToString()]));
        tx.Publish(new CartAbandoned(
            id, $"{id}:{cart.Version}", cart.Contact.Email!, cart.UserId is null, [.. lines], quote.Totals.Total,
            ReminderKeys.Issue(tx, id)));
        return true;
    }

    // Notes that it was looked into, if it still is due: ordered, changed or withdrawn in between it is not.
    private async Task<Cart?> Claim(Tx tx, CartId id)
    {
        SqlText due = IsDue(tx.Now);
        var owner = await tx.Row(
            $"""
            update carts.carts c set reminded_at = {tx.Now}
            where c.id = (select id from carts.carts where id = {id} for update skip locked) and {due}
            returning c.user_id
            """,
            row => new Owner(row.IdOrNull<Platform.Access.User>(0)));
        return owner is null ? null : await tx.FindCart(id, owner.UserId);
    }

    // Anybody can write any address into a cart: nobody is to be pestered through many carts. One address at a time, so that two carts of
    // one address don't both find that they are the first.
    private async Task<bool> IsFirstToday(Tx tx, Cart cart)
    {
        var email = cart.Contact.Email!;
        tx.Queue($"select pg_advisory_xact_lock(hashtextextended(lower({"reminder " + email}), 0))");
        return await tx.Row(
            $"""
            select not exists (
              select from carts.reminder_keys k join carts.carts c on c.id = k.cart_id
              where lower(c.email) = lower({email}) and k.created_at > {tx.Now - options.Value.RemindOncePer})
            """,
            row => row.GetBoolean(0));
    }

    private sealed record Owner(UserId? UserId);
}
