using System.Reflection;
using System.Text;
using Tradepost.Platform.Messaging;

namespace Tradepost.Host.Docs;

/// <summary>Every event and who reacts to it.</summary>
internal static class EventList
{
    public static IReadOnlyList<(Type Type, EventNameAttribute Name)> All() => [.. ShopAssemblies.All
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => typeof(IEvent).IsAssignableFrom(type) && !type.IsInterface)
        .Select(type => (type, type.GetCustomAttribute<EventNameAttribute>()!))
        .OrderBy(found => found.Item2.Name, StringComparer.Ordinal)];

    public static string Markdown(IServiceProvider services)
    {
        var registry = services.GetRequiredService<EventRegistry>();
        var text = new StringBuilder(
            "# Events\n\nGenerated. What happens in the shop, and who reacts.\n\n| event | members | reactions |\n|---|---|---|\n");
        foreach (var (type, name) in All())
        {
            var members = string.Join(", ", type.GetProperties()
                .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]));
            var reactions = registry.Subscriptions.Where(subscription => subscription.Event == type)
                .Select(subscription => subscription.Subscriber).Order(StringComparer.Ordinal).ToList();
            text.Append("| `").Append(name.Name).Append("` | ").Append(members).Append(" | ")
                .Append(reactions.Count > 0 ? string.Join(", ", reactions) : "none: for other systems and the record").Append(" |\n");
        }

        return text.ToString();
    }
}
