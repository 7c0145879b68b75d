using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Wishlists;

/// <summary>Wishlists over HTTP in one line.</summary>
internal static class Wishing
{
    public static async Task<string> NewList(this HttpClient client, string name = "Birthday") =>
        (await client.Post("wishlists", new { name })).Is(201).Json.Id();

    public static Task<Answer> Wish(this HttpClient client, string list, Thing thing) =>
        client.Post($"wishlists/{list}/items", new { productId = thing.ProductId, variantId = thing.VariantId });

    public static Task<Answer> List(this HttpClient client, string list) => client.Get($"wishlists/{list}");

    public static Task<Answer> Move(this HttpClient client, string list, string item, string cart) =>
        client.Post($"wishlists/{list}/items/{item}/move-to-cart", new { cartId = cart });

    public static IReadOnlyList<JsonNode> Items(this Answer list) => [.. list.Json["items"]!.AsArray().Select(item => item!)];

    public static string[] Wishes(this Answer list) => [.. list.Items().Select(item => item["variantId"]!.GetValue<string>())];

    public static string[] News(this JsonNode item) =>
        [.. item["notices"]!.AsArray().Select(notice => notice!["code"]!.GetValue<string>())];

    public static string Text(this JsonNode json, string name) => json[name]!.GetValue<string>();
}
