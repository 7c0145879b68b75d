using Tradepost.Platform.Types;

namespace Tradepost.Orders;

/// <summary>Refusals of the module's own routes. Those other modules answer stand in Contracts.</summary>
internal static class OrdersErrors
{
    public static readonly ErrorCode NotCancellable = new("orders.not_cancellable", 409, "This order can't be cancelled any more.");

    public static readonly ErrorCode NotInvoiced = new(
        "orders.not_invoiced", 409, "There is no invoice yet: it is made when the order is paid, or sent if it is paid on delivery.");

    public static readonly ErrorCode NoteNotFound = new("orders.note_not_found", 404, "There is no such note, or it is not yours.");

    public static readonly ErrorCode ViewNotFound = new("orders.view_not_found", 404, "There is no such view, or it is not yours.");

    public static readonly ErrorCode TooManyViews = new("orders.too_many_views", 409, "You have saved as many views as there is room for.");

    public static readonly ErrorCode MailNotDue = new("orders.mail_not_due", 409, "What this mail tells has not happened to the order.");

    public static readonly ErrorCode CancelWindowOver = new(
        "orders.cancel_window_over", 409, "The time for cancelling this order is over. Write to the shop.");

}
