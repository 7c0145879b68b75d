using System.Net.Http.Headers;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Returns;

/// <summary>Customers show what is wrong.</summary>
public sealed class PhotoTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Five_photos_are_taken_and_shown_to_the_customer_and_staff_only()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var id = (await client.AskReturn(order, 1, "damaged")).Is(201).Json.Text("id");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(201, await Send(client, order, id, Form(Png)));
        }

        Assert.Equal(409, await Send(client, order, id, Form(Png)));
        var photos = (await client.Get($"returns/{id}", order.Key)).Json["photos"]!.AsArray();
        Assert.Equal(5, photos.Count);
        var path = $"returns/{id}/photos/{photos[0]!.GetValue<string>()}";
        var cancel = TestContext.Current.CancellationToken;
        using var mine = await Get(client, path, order.Key);
        Assert.Equal("image/png", mine.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(mine.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(Png, await mine.Content.ReadAsByteArrayAsync(cancel));
        Assert.Equal(404, (await shop.Client().Get(path)).Status);
        using var staff = await (await shop.AdminClient()).GetAsync(new Uri(path, UriKind.Relative), cancel);
        Assert.Equal(200, (int)staff.StatusCode);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused()
    {
        using var client = shop.Client();
        var order = await shop.Delivered(client);
        var id = (await client.AskReturn(order, 1, "damaged")).Is(201).Json.Text("id");
        Assert.Equal(400, await Send(client, order, id, Form("<svg onload='alert(1)'/>"u8.ToArray())));
        Assert.Equal(400, await Send(client, order, id, Form([.. Png, .. new byte[6_000_000]])));
        Assert.Equal(400, await Send(client, order, id, new MultipartFormDataContent { { new StringContent("x"), "file" } }));
        Assert.Equal(400, await Send(client, order, id, new ByteArrayContent([])));
        Assert.Empty((await client.Get($"returns/{id}", order.Key)).Json["photos"]!.AsArray());
    }

    private static MultipartFormDataContent Form(byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new() { { file, "file", "../../photo.png" } };
    }

    private static async Task<int> Send(HttpClient client, Placed order, string id, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"returns/{id}/photos") { Content = content };
        request.Headers.Add(order.Key.Name, order.Key.Value);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string path, (string Name, string Value) key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(key.Name, key.Value);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
