using Tradepost.Contracts;
using Tradepost.Contracts.Shipping;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;
using Tradepost.Shipping.Parcels;
using Tradepost.Shipping.Printing;

namespace Tradepost.Shipping.Returning;

/// <summary>
/// Labels for goods that come back. The first one asked for under a reference stays: whoever asks again, even at the same moment, prints
/// the same.
/// </summary>
internal sealed class ReturnLabels(Database db, ShopSettings settings)
{
    private const string Carrier = "Parcel Post";

    public async Task<Outcome<ReturnLabel>> Make(ReturnParcel parcel, CancellationToken cancel)
    {
        var shop = settings.Now;
        if (shop.Shipping.Origin is not { } origin)
        {
            return ShippingErrors.NoOrigin.Refuse();
        }

        var outcome = await db.Write("shipping.return_label", tx => Store(tx, parcel, origin), cancel);
        return outcome.Then(sheet => new ReturnLabel(sheet.Carrier, sheet.TrackingNumber, LabelPdf.Of(sheet, shop.Name)));
    }

    private static async Task<Outcome<LabelSheet>> Store(Tx tx, ReturnParcel parcel, Address origin)
    {
        if (await Find(tx, parcel.Reference) is { } made)
        {
            return made;
        }

        await tx.Execute(
            $"""
            insert into shipping.return_labels (
              id, reference, order_id, carrier, tracking_number, sender, recipient, weight_grams, created_at)
            values ({Id<ReturnParcel>.New()}, {parcel.Reference}, {parcel.Order}, {Carrier}, {TrackingNumber.Next("TR")},
              {Json.Of(parcel.From)}, {Json.Of(origin)}, {Math.Max(1, parcel.WeightGrams)}, {tx.Now})
            on conflict (reference) do nothing
            """);
        return (await Find(tx, parcel.Reference))!;
    }

    private static Task<LabelSheet?> Find(Tx tx, string reference) => tx.Row(
        $"""
        select carrier, tracking_number, sender::text, recipient::text, weight_grams, reference, created_at
        from shipping.return_labels where reference = {reference}
        """,
        row => new LabelSheet(
            row.GetString(0), null, row.GetString(1), row.Json<Address>(2), row.Json<Address>(3), row.GetInt32(4), row.GetString(5),
            row.Instant(6)) { IsReturn = true });
}
