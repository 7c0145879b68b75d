using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Shipping;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Orders.Staff.Mails;

/// <summary>Staff send a mail about an order once more, as if what it tells of had just happened.</summary>
internal static class ResendMail
{
    internal sealed record Request(string? Kind) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("kind", Kind, 40);
            faults.Unless(Kind is null || OrderMails.All.Contains(Kind), "kind", "must be one of " + string.Join(", ", OrderMails.All));
        }
    }

    internal static async Task<IResult> Handle(
        OrderId id, Body<Request> body, Caller caller, Database db, IShipping shipping, CancellationToken cancel)
    {
        var kind = body.Value.Kind!;
        var parcel = kind == OrderMails.Shipment ? await shipping.Of(id, cancel) is [.., var last] ? last : null : null;
        return (await db.Write("orders.resend", tx => Send(tx, id, kind, parcel, caller.Name), cancel)).NoContent();
    }

    private static async Task<Outcome<Done>> Send(Tx tx, OrderId id, string kind, ShipmentView? parcel, string by)
    {
        if (await LockedOrder.Take(tx, id) is not { } order)
        {
            return OrderErrors.NotFound.Refuse();
        }

        if (!OrderMails.Due(order.Status).Contains(kind) && (kind != OrderMails.Shipment || parcel is null))
        {
            return OrdersErrors.MailNotDue.Refuse();
        }

        tx.Publish(new OrderMailRequested(
            Guid.CreateVersion7(), await Summaries.Of(tx, order), kind, by, parcel?.Carrier, parcel?.TrackingNumber,
            order.Status is OrderStatus.Shipped or OrderStatus.Delivered));
        Timeline.Add(tx, id, "mailed", by, kind);
        return Done.Value;
    }
}

/// <summary>The mails about an order that can be sent again.</summary>
internal static class OrderMails
{
    public const string Confirmation = "confirmation";
    public const string Shipment = "shipment";
    public const string Delivery = "delivery";
    public const string Cancellation = "cancellation";

    public static IReadOnlyList<string> All { get; } = [Confirmation, Shipment, Delivery, Cancellation];

    /// <summary>Which tell something true of an order that stands there.</summary>
    public static IReadOnlyList<string> Due(OrderStatus status) => status switch
    {
        OrderStatus.Processing => [Confirmation],
        OrderStatus.Shipped => [Confirmation, Shipment],
        OrderStatus.Delivered => [Confirmation, Shipment, Delivery],
        OrderStatus.Cancelled => [Cancellation],
        _ => [],
    };
}
