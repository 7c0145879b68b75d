using Tradepost.Platform.Data;

namespace Tradepost.Platform.Messaging;

/// <summary>Something that happened, in the past tense. Stored with the transaction that made it happen.</summary>
public interface IEvent;

/// <summary>The event's name in the outbox: "module.what_happened". Never changes its meaning.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>True when the shop itself needs no subscriber: the event is for other systems and for the record.</summary>
    public bool External { get; init; }
}

/// <summary>
/// What a module does because of an event. Runs after the event's transaction, in one of its own, at least until it succeeds and then
/// never again: the delivery is struck off in the same transaction as its effects.
/// </summary>
public interface IReaction<in TEvent>
    where TEvent : IEvent
{
    /// <summary>Does it, through <paramref name="tx"/> only. May run again after a failure that rolled it back.</summary>
    Task Handle(TEvent happened, Tx tx);
}
