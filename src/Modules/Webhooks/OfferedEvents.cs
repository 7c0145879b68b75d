using System.Reflection;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Platform.Messaging;

namespace Tradepost.Webhooks;

/// <summary>
/// The events other systems may ask for: those marked external, and those of the shop's own that tell of goods and orders. Events of
/// accounts are not among them: they carry links that open accounts.
/// </summary>
internal static class OfferedEvents
{
    /// <summary>What a test sends.</summary>
    public const string Test = "webhooks.test";

    private static readonly Type[] OfTheShop =
    [
        typeof(OrderPlaced), typeof(OrderConfirmed), typeof(OrderShipped), typeof(OrderDelivered), typeof(OrderCancelled),
        typeof(ProductChanged), typeof(BackInStock),
    ];

    public static IReadOnlyList<Type> Types { get; } = [.. typeof(OrderPlaced).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<EventNameAttribute>() is { } name && (name.External || OfTheShop.Contains(type)))
        .OrderBy(EventRegistry.NameOf, StringComparer.Ordinal)];

    public static IReadOnlyList<string> Names { get; } = [.. Types.Select(EventRegistry.NameOf)];
}
