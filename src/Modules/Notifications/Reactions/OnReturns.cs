using System.Globalization;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Notifications.Reactions;

/// <summary>Tells that the wish to return something has arrived.</summary>
internal sealed class OnReturnRequested(Outgoing outgoing, ShopSettings shop) : IReaction<ReturnRequested>
{
    public Task Handle(ReturnRequested happened, Tx tx)
    {
        outgoing.Queue(
            tx, happened.Order.Email, LetterKinds.ReturnRequested, happened.Return.Id.ToString(),
            new { Return = ReturnLetterFacts.Of(happened.Order, happened.Return, shop) });
        return Task.CompletedTask;
    }
}

/// <summary>Tells that the goods may be sent, where to, and that there is a label.</summary>
internal sealed class OnReturnApproved(Outgoing outgoing, ShopSettings shop) : IReaction<ReturnApproved>
{
    public Task Handle(ReturnApproved happened, Tx tx)
    {
        outgoing.Queue(
            tx, happened.Order.Email, LetterKinds.ReturnApproved, happened.Return.Id.ToString(),
            new { Return = ReturnLetterFacts.Of(happened.Order, happened.Return, shop) });
        return Task.CompletedTask;
    }
}

/// <summary>Tells that the shop did not agree, and why.</summary>
internal sealed class OnReturnRefused(Outgoing outgoing, ShopSettings shop) : IReaction<ReturnRefused>
{
    public Task Handle(ReturnRefused happened, Tx tx)
    {
        outgoing.Queue(
            tx, happened.Order.Email, LetterKinds.ReturnRefused, happened.Return.Id.ToString(),
            new { Return = ReturnLetterFacts.Of(happened.Order, happened.Return, shop), happened.Reason });
        return Task.CompletedTask;
    }
}

/// <summary>Tells that the goods are here.</summary>
internal sealed class OnReturnReceived(Outgoing outgoing, ShopSettings shop) : IReaction<ReturnReceived>
{
    public Task Handle(ReturnReceived happened, Tx tx)
    {
        outgoing.Queue(
            tx, happened.Order.Email, LetterKinds.ReturnReceived, happened.Return.Id.ToString(),
            new { Return = ReturnLetterFacts.Of(happened.Order, happened.Return, shop) });
        return Task.CompletedTask;
    }
}

/// <summary>Tells what was found and what goes back.</summary>
internal sealed class OnReturnClosed(Outgoing outgoing, ShopSettings shop) : IReaction<ReturnClosed>
{
    public Task Handle(ReturnClosed happened, Tx tx)
    {
        outgoing.Queue(tx, happened.Order.Email, LetterKinds.ReturnClosed, happened.Return.Id.ToString(), new
        {
            Return = ReturnLetterFacts.Of(happened.Order, happened.Return, shop),
            Refund = happened.Refund.IsZero ? null : Amounts.InWords(happened.Refund),
            happened.Note,
        });
        return Task.CompletedTask;
    }
}

/// <summary>
/// Confirms a withdrawal in a form the customer can keep: what they said, and the day and minute it came in.
/// </summary>
internal sealed class OnContractWithdrawn(Outgoing outgoing, ShopSettings shop) : IReaction<ContractWithdrawn>
{
    public Task Handle(ContractWithdrawn happened, Tx tx)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(shop.Now.TimeZone);
        var at = TimeZoneInfo.ConvertTime(happened.At, zone);
        outgoing.Queue(tx, happened.Order.Email, LetterKinds.ContractWithdrawn, happened.Return.Id.ToString(), new
        {
            Return = ReturnLetterFacts.Of(happened.Order, happened.Return, shop),
            happened.Statement,
            At = at.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture) + $" ({zone.Id})",
        });
        return Task.CompletedTask;
    }
}
