using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Inventory.Levels;

/// <summary>Staff correct a level: by a difference, or to what they counted. Each correction is a movement with its reason.</summary>
internal static class AdjustStock
{
    private const int MaxChange = 1_000_000;
    private const int MaxOnHand = 100_000_000;

    internal sealed record Request(VariantId? VariantId, LocationId? LocationId, int? Delta, int? Set, string? Reason) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("variantId", VariantId);
            faults.Text("reason", Reason, 200);
            faults.Unless(Set is null or (>= 0 and <= MaxChange), "set", $"must be between 0 and {MaxChange}");
            faults.Unless(Delta is null or (>= -MaxChange and <= MaxChange and not 0), "delta",
                $"must be between -{MaxChange} and {MaxChange}, and not 0");
            if (!faults.Has("delta") && !faults.Has("set"))
            {
                faults.Unless(Delta is null != Set is null, "delta", "give either delta or set");
            }
        }
    }

    internal sealed record Level(VariantId VariantId, LocationId LocationId, int OnHand, int Reserved, int Available);

    internal sealed record Stored(LocationId LocationId, int OnHand, int Reserved);

    internal static async Task<IResult> Handle(
        Body<Request> body, Caller caller, Database db, ICatalog catalog, StockBook book, CancellationToken cancel)
    {
        var request = body.Value;
        var known = await catalog.Variants([request.VariantId!.Value], cancel);
        return known.TryGetValue(request.VariantId.Value, out var variant)
            ? (await db.Write("inventory.adjust", tx => Adjust(tx, request, variant, caller, book), cancel)).Ok()
            : StockErrors.UnknownVariant.Refuse().ToResult();
    }

    /// <summary>The movement that does what was asked, or why it can't be done. 0: the level is what it should be.</summary>
    internal static Outcome<int> Decide(Stored level, int? delta, int? set)
    {
        var wanted = set ?? level.OnHand + delta!.Value;
        return wanted < 0 ? StockErrors.Negative.With("onHand", level.OnHand)
            : wanted < level.Reserved ? StockErrors.BelowReserved.With("reserved", level.Reserved)
            : wanted > MaxOnHand ? StockErrors.TooMany.With("onHand", level.OnHand)
            : wanted - level.OnHand;
    }

    private static async Task<Outcome<Level>> Adjust(Tx tx, Request request, VariantInfo variant, Caller caller, StockBook book)
    {
        if (await FindLocation(tx, request.LocationId) is not { } location)
        {
            return StockErrors.UnknownLocation.Refuse();
        }

        var shelves = await Lock(tx, variant, location);
        var level = shelves.Single(shelf => shelf.LocationId == location);
        if (!Decide(level, request.Delta, request.Set).Try(out var delta, out var refusal))
        {
            return refusal;
        }

        if (delta != 0)
        {
            var before = shelves.Sum(shelf => shelf.OnHand - shelf.Reserved);
            tx.Queue(
                $"""
                insert into inventory.movements
                values ({Id<StockChange>.New()}, {variant.Id}, {location}, {delta}, {request.Reason!.Trim()}, null, {caller.Name}, {tx.Now})
                """);
            await book.Tell(tx, [new(variant.Id, variant.ProductId, before, before + delta)]);
        }

        var onHand = level.OnHand + delta;
        return new Level(variant.Id, location, onHand, level.Reserved, onHand - level.Reserved);
    }

    private static async Task<LocationId?> FindLocation(Tx tx, LocationId? wanted)
    {
        var found = await tx.Query(
            $"select id from inventory.locations where id = {wanted} or ({wanted is null} and is_default)",
            row => row.Id<Contracts.Kinds.Location>(0));
        return found.Count == 0 ? null : found[0];
    }

    // All locations of the variant, since what can be bought is counted over them.
    private static async Task<List<Stored>> Lock(Tx tx, VariantInfo variant, LocationId location)
    {
        await tx.Execute(
            $"""
            insert into inventory.levels values ({variant.Id}, {location}, {variant.ProductId}, 0, 0, {tx.Now}, {tx.Now})
            on conflict (variant_id, location_id) do nothing
            """);
        return await tx.Query(
            $"""
            select location_id, on_hand, reserved from inventory.levels
            where variant_id = {variant.Id} order by location_id for no key update
            """,
            row => new Stored(row.Id<Contracts.Kinds.Location>(0), row.GetInt32(1), row.GetInt32(2)));
    }
}
