using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;

namespace Tradepost.Platform.Messaging;

/// <summary>Which events there are and who reacts to each.</summary>
public sealed class EventRegistry
{
    private readonly Dictionary<string, Subscription> bySubscriber;
    private readonly Dictionary<Type, string[]> subscribersOf;

    /// <summary>Made once from every registered reaction.</summary>
    public EventRegistry(IEnumerable<Subscription> subscriptions)
    {
        bySubscriber = subscriptions.ToDictionary(subscription => subscription.Subscriber, StringComparer.Ordinal);
        subscribersOf = bySubscriber.Values.GroupBy(subscription => subscription.Event)
            .ToDictionary(group => group.Key, group => group.Select(subscription => subscription.Subscriber).ToArray());
    }

    /// <summary>All reactions.</summary>
    public IReadOnlyCollection<Subscription> Subscriptions => bySubscriber.Values;

    /// <summary>The names of all reactions.</summary>
    internal string[] Subscribers => [.. bySubscriber.Keys];

    /// <summary>The name an event type is stored under.</summary>
    public static string NameOf(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name ?? throw new InvalidOperationException($"{type.Name} has no EventName.");

    /// <summary>Who reacts to events of this type.</summary>
    internal string[] Of(Type type) => subscribersOf.GetValueOrDefault(type, []);

    internal Subscription? Find(string subscriber) => bySubscriber.GetValueOrDefault(subscriber);

    /// <summary>The event and one delivery for each subscriber, in one statement.</summary>
    internal SqlText Insert(IEvent happened, DateTimeOffset now)
    {
        var type = happened.GetType();
        var payload = new Json(JsonSerializer.Serialize(happened, type, ApiJson.Options));
        var subscribers = Of(type);
        return $"""
            with happened as (
              insert into platform.events (id, type, payload, occurred_at, correlation)
              values ({Guid.CreateVersion7()}, {NameOf(type)}, {payload}, {now}, {Activity.Current?.TraceId.ToString() ?? ""}) returning id)
            insert into platform.deliveries (event_id, subscriber, due_at)
            select happened.id, subscriber, {now} from happened, unnest({subscribers}) as subscriber
            """;
    }
}

/// <summary>One reaction to one kind of event.</summary>
/// <param name="Subscriber">Its name in the deliveries table: "module.reaction".</param>
/// <param name="Event">The event's type.</param>
/// <param name="Handle">Reads the payload and runs the reaction.</param>
public sealed record Subscription(string Subscriber, Type Event, Func<IServiceProvider, string, Tx, Task> Handle);

/// <summary>Registration of reactions.</summary>
public static class ReactionServices
{
    /// <summary>Runs <typeparamref name="TReaction"/> once for every <typeparamref name="TEvent"/> committed from now on.</summary>
    public static IServiceCollection AddReaction<TEvent, TReaction>(this IServiceCollection services, string subscriber)
        where TEvent : IEvent
        where TReaction : class, IReaction<TEvent>
    {
        services.AddScoped<TReaction>();
        return services.AddSingleton(new Subscription(subscriber, typeof(TEvent), static (provider, payload, tx) =>
            provider.GetRequiredService<TReaction>().Handle(Json.Read<TEvent>(payload), tx)));
    }
}
