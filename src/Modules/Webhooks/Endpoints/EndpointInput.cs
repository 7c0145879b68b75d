using Tradepost.Platform.Http;

namespace Tradepost.Webhooks.Endpoints;

/// <summary>A receiver as staff write it. Whether its address may be used depends on where the shop runs.</summary>
internal sealed record EndpointInput(string? Url, string? Description, IReadOnlyList<string>? Events, bool? Active) : IChecked
{
    public void Check(Faults faults)
    {
        faults.Text("url", Url, 1000);
        faults.OptionalText("description", Description, 200);
        faults.Required("events", Events);
        faults.Unless(Events is null || Events.Count > 0, "events", "must name at least one");
        faults.Unless(
            (Events ?? []).All(name => OfferedEvents.Names.Contains(name, StringComparer.Ordinal)), "events",
            "holds a name that is no event");
    }
}
