using Tradepost.Platform.Types;

namespace Tradepost.Returns;

/// <summary>Refusals of the module's routes.</summary>
internal static class ReturnsErrors
{
    public static readonly ErrorCode NotFound = new("returns.not_found", 404, "There is no such return.");

    public static readonly ErrorCode NothingArrived =
        new("returns.nothing_arrived", 409, "Nothing of this order has arrived yet, so there is nothing to return.");

    public static readonly ErrorCode WindowClosed = new("returns.window_closed", 409, "The time for returning this order is over.");

    public static readonly ErrorCode TooMany = new("returns.too_many", 409, "That is more than can still be returned.");

    public static readonly ErrorCode WrongState = new("returns.wrong_state", 409, "The return has moved on, so this can't be done any more.");

    public static readonly ErrorCode NoWithdrawal =
        new("returns.no_withdrawal", 409, "The right to withdraw from this contract does not apply, or its time is over.");

    public static readonly ErrorCode RefundTooHigh =
        new("returns.refund_out_of_range", 409, "That is not an amount that can go back for what came back.");

    public static readonly ErrorCode NoLabel = new("returns.no_label", 404, "There is no label for this return.");

    public static readonly ErrorCode BadPhoto = new("returns.bad_photo", 400, "The photo can't be used. Send a JPEG or PNG of at most 5 MB.");

    public static readonly ErrorCode TooManyPhotos = new("returns.too_many_photos", 409, "A return holds at most five photos.");
}
