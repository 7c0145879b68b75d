using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Carts;

/// <summary>Carts over HTTP in one line.</summary>
internal static class Basketry
{
    public static async Task<string> NewCart(this HttpClient client) => (await client.Post("carts")).Is(201).Json.Id();

    public static Task<Answer> Put(this HttpClient client, string cart, Thing thing, int quantity = 1) =>
        client.Post($"carts/{cart}/lines", new { variantId = thing.VariantId, quantity });

    public static Task<Answer> Cart(this HttpClient client, string cart) => client.Get($"carts/{cart}");

    public static string Id(this JsonNode json) => json["id"]!.GetValue<string>();

    public static JsonNode Line(this Answer cart, int index = 0) => cart.Json["lines"]![index]!;

    public static IReadOnlyList<int> Quantities(this Answer cart) =>
        [.. cart.Json["lines"]!.AsArray().Select(line => line!["quantity"]!.GetValue<int>())];

    public static long Total(this Answer cart, string name) => cart.Json["totals"]![name]!["minor"]!.GetValue<long>();

    public static string[] Notices(this Answer cart, int line = 0) =>
        [.. cart.Line(line)["notices"]!.AsArray().Select(notice => notice!["code"]!.GetValue<string>())];

    public static string[] CartNotices(this Answer cart) =>
        [.. cart.Json["notices"]!.AsArray().Select(notice => notice!["code"]!.GetValue<string>())];

    public static long Version(this Answer cart) => cart.Json["version"]!.GetValue<long>();

    /// <summary>The header that names the version an answer showed.</summary>
    public static (string Name, string Value) IfMatch(this Answer cart) => ("If-Match", cart.Headers.ETag!.ToString());
}
