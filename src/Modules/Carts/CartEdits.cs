using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>A change of a cart.</summary>
/// <param name="Name">Of the write, "carts.what".</param>
/// <param name="Before">The cart as it was read.</param>
/// <param name="After">The cart as it should be, its version aside.</param>
internal sealed record CartEdit(string Name, Cart Before, Cart After)
{
    /// <summary>Assignments to the cart, when more changes than its lines.</summary>
    public Func<Tx, SqlText>? Settings { get; init; }

    /// <summary>
    /// Changes lines to what they are in the cart given. May use "cart (id)": the cart, locked and usable, or no row.
    /// </summary>
    public Func<Tx, Cart, SqlText>? Lines { get; init; }

    /// <summary>The line that is changed, its price included.</summary>
    public CartLineId? Line { get; init; }

    /// <summary>The answer when no row of the lines was changed; null when that is fine.</summary>
    public Refusal? Refused { get; init; }
}

/// <summary>
/// Changes carts: one read, done by the caller, and one conditional write. What the buyer will be shown is worked out before the write, so
/// the same statement that changes the cart notes what they saw. Only when somebody else changed the cart in between it is read again.
/// </summary>
internal sealed class CartEdits(Database db, ICatalog catalog, IInventory inventory, CartReader carts, TimeProvider time)
{
    /// <summary>Makes the change and answers the cart after it.</summary>
    /// <param name="edit">What to change.</param>
    /// <param name="caller">Who changes it.</param>
    /// <param name="available">Units that can be bought of each line, when they were asked for already.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Outcome<CartView>> Make(
        CartEdit edit, Caller caller, IReadOnlyDictionary<VariantId, int>? available, CancellationToken cancel)
    {
        await carts.Prepare(edit.After, cancel);
        var variants = await catalog.Variants(edit.After.VariantIds, cancel);
        available ??= await inventory.Available(edit.After.VariantIds, cancel);
        var quote = await carts.Quote(edit.After, variants, cancel);
        var own = await OwnDoing(edit, variants, quote, cancel);
        var after = own.Aggregate(edit.After, (cart, line) => cart.With(line)) with
        {
            Version = edit.Before.Version + 1, Seen = Seen.Of(quote, time.GetUtcNow()),
        };
        var written = await db.Write(edit.Name, tx => Write(tx, edit, caller, after), cancel);
        if (!written.Try(out var version, out var refusal))
        {
            return refusal.Error == CartErrors.NotFound && edit.Before.MustBeThisVersion ? await Missed(edit, caller, cancel) : refusal;
        }

        if (version == after.Version)
        {
            await NotePrices(edit, after, own, quote, cancel);
        }
        else if (await db.FindCart(edit.Before.Id, caller.UserId, cancel) is { } now)
        {
            return await carts.Show(now, null, cancel);
        }

        // Also when it has become part of another cart since: the change was made, and went there with it.
        return await carts.View(after, variants, available, quote, cancel);
    }

    // A price can move because of the change itself (ten of a thing cost less each). That is what the buyer did, not news to them.
    private async Task<IReadOnlyList<CartLine>> OwnDoing(
        CartEdit edit, IReadOnlyDictionary<VariantId, VariantInfo> variants, Quote quote, CancellationToken cancel)
    {
        var moved = CartReader.Moved(edit.After, quote);
        if (moved.Count == 0)
        {
            return [];
        }

        var known = edit.Before.Lines.Any(line => !variants.ContainsKey(line.VariantId))
            ? await catalog.Variants(edit.Before.VariantIds, cancel)
            : variants;
        var before = CartReader.Moved(edit.Before, await carts.Quote(edit.Before, known, cancel));
        return [.. moved.Where(line => before.All(news => news.Id != line.Id))];
    }

    private Task NotePrices(CartEdit edit, Cart after, IReadOnlyList<CartLine> own, Quote quote, CancellationToken cancel)
    {
        IReadOnlyList<CartLine> moved = [.. CartReader.Moved(after, quote), .. own.Where(line => line.Id != edit.Line)];
        return moved.Count == 0
            ? Task.CompletedTask
            : db.Write("carts.note_seen", tx => tx.Execute(CartReader.NoteSeen(after, moved, after.Seen)), cancel);
    }

    private static async Task<Outcome<long>> Write(Tx tx, CartEdit edit, Caller caller, Cart after)
    {
        var lines = edit.Lines?.Invoke(tx, after);
        SqlText work = $", work as ({lines ?? SqlText.Empty} returning 1)";
        SqlText settings = $", {edit.Settings?.Invoke(tx) ?? SqlText.Empty}";
        SqlText expected = $"and c.version = {edit.Before.Version}";
        SqlText counted = $"(select count(*) from work)";
        SqlText nothing = $"0::bigint";
        tx.CommitLazily(); // an order waits for the disk, and what led to it with it
        var row = await tx.Row(
            $"""
            with cart as (
              update carts.carts c set version = c.version + 1, updated_at = {tx.Now}, seen_at = {tx.Now},
                seen_discount_minor = {after.Seen.DiscountMinor}, seen_total_minor = {after.Seen.TotalMinor}
                {(edit.Settings is null ? SqlText.Empty : settings)}
              where c.id = {edit.Before.Id} and {CartRows.Usable(caller.UserId)}
                {(edit.Before.MustBeThisVersion ? expected : SqlText.Empty)}
              returning c.id, c.version)
            {(lines is null ? SqlText.Empty : work)}
            select cart.version, {(lines is null ? nothing : counted)} from cart
            """,
            row => new Changed(row.GetInt64(0), row.GetInt64(1)));
        return row is null ? CartErrors.NotFound.Refuse()
            : row.Lines == 0 && edit.Refused is { } refused ? refused
            : row.Version;
    }

    // No row was changed: the cart is gone, or somebody changed it between the read and the write.
    private async Task<Refusal> Missed(CartEdit edit, Caller caller, CancellationToken cancel) =>
        await db.FindCart(edit.Before.Id, caller.UserId, cancel) is null
            ? CartErrors.NotFound.Refuse()
            : PlatformErrors.Stale.Refuse();

    private sealed record Changed(long Version, long Lines);
}
