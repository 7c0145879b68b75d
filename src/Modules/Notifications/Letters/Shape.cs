using System.Text.Json.Nodes;

namespace Tradepost.Notifications.Letters;

/// <summary>
/// What a letter's template may name: members, and the elements of lists. Learnt from the built-in templates, so that a new kind needs
/// nothing but its two files, and an edited one can name nothing that a real letter may lack.
/// </summary>
internal sealed class Shape(string name)
{
    private readonly SortedDictionary<string, Shape> members = new(StringComparer.Ordinal);
    private Shape? element;

    public Shape? Element => element;

    public Shape? Member(string member) => members.GetValueOrDefault(member);

    public Shape Learn(string member) => members.TryGetValue(member, out var known) ? known : members[member] = new(member);

    public Shape LearnElement() => element ??= new(name);

    /// <summary>Every path a template may write, with dots; of lists that of the list and, within, of its elements.</summary>
    public IEnumerable<string> Paths(string prefix = "") => members.SelectMany(member =>
    {
        var path = prefix + member.Key;
        var inner = member.Value.element is { } list ? list.Paths(path + "[].") : member.Value.Paths(path + ".");
        return member.Value.members.Count > 0 && member.Value.element is null ? inner : inner.Prepend(path);
    });

    /// <summary>Made-up facts of this shape.</summary>
    public object Sample() => element is { } one
        ? new[] { one.Sample(), one.Sample() }
        : members.Count > 0 ? members.ToDictionary(member => member.Key, member => member.Value.Sample(), StringComparer.Ordinal)
        : SampleOf(name);

    private static string SampleOf(string name) => name switch
    {
        "Number" => "TP-10042",
        "Name" => "June Okafor",
        "Subject" => "Back in stock: Studio headphones",
        "Quantity" => "2",
        "Count" => "2 things",
        "More" => "1",
        "Amount" or "Total" or "Now" => "$49.00",
        "Was" => "$59.00",
        "Label" => "Delivery",
        "Address" => "2218 SE Alder Street, Portland",
        "Carrier" => "Swift",
        "TrackingNumber" => "SW1234567890",
        "Reason" => "Changed my mind",
        "List" => "Wishlist",
        "Message" => "Fresh colours of our best-loved lamps have arrived, and this week they ship free.",
        "Title" => "New lamps are in",
        "Picture" => "",
        _ when name.EndsWith("Url", StringComparison.Ordinal) || name is "SignIn" or "Forgot" or "Wishlists" or "Mute" or "Stop"
            => "https://shop.example/sample",
        _ => string.Concat(name.Select((sign, index) => index > 0 && char.IsUpper(sign) ? " " + char.ToLowerInvariant(sign) : $"{sign}")),
    };

    internal static JsonNode Json(object sample) => sample switch
    {
        Dictionary<string, object> members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Json(member.Value)))),
        object[] items => new JsonArray([.. items.Select(Json)]),
        _ => JsonValue.Create((string)sample),
    };
}
