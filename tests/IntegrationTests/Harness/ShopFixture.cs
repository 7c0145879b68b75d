using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tradepost.Contracts;
using Tradepost.Contracts.Identity;
using Tradepost.Contracts.Shop;
using Tradepost.Host.Cli;
using Tradepost.Host.Serving;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.IntegrationTests.Harness;

/// <summary>The real host on a real port with a database of its own, for one test class.</summary>
public class ShopFixture(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>Of every account the fixture makes.</summary>
    public const string Password = "correct-horse-battery-42";

    /// <summary>Where the shop's parcels come from.</summary>
    public static Address Warehouse { get; } = new(
        "Tradepost Fulfilment", "88 Harbour Lane", "Portland", "US", State: "OR", PostalCode: "97201", Phone: "+1 503 555 0100");

    private WebApplication? app;
    private HttpClient? admin;
    private int made;

    /// <summary>The shop's address without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where its database is.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The running host.</summary>
    public WebApplication App => app!;

    /// <summary>The running host's services.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>The shop's database, for looking and for breaking things on purpose.</summary>
    public Database Db => Services.GetRequiredService<Database>();

    /// <summary>Lets a derived fixture change services before the host is built.</summary>
    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }

    private void Quietly(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        Adjust(builder);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        ConnectionString = await cluster.NewDatabase() + ";Maximum Pool Size=40";
        var options = StartOptions.Parse(["--port", "0", "--empty", "--data",
            Path.Combine(cluster.Folder, Guid.CreateVersion7().ToString("N"))]);
        app = ShopHost.Build(options, DataFolder.Open(options.Data), ConnectionString, Quietly);
        Services.GetRequiredService<ShopSettings>().Change(facts => facts with { Shipping = facts.Shipping with { Origin = Warehouse } });
        await app.StartAsync();
        Address = $"http://127.0.0.1:{options.Port}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        admin?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A client without credentials. Its addresses are relative to /api/v1/.</summary>
    public HttpClient Client(string? accessToken = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(
            Address + "/api/v1/") };
        if (accessToken is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        }

        return client;
    }

    /// <summary>A client of somebody who runs the shop. Shared; do not dispose.</summary>
    public async Task<HttpClient> AdminClient() =>
        admin ??= (await SignedIn($"admin{Interlocked.Increment(ref made)}@example.com", Roles.Customer, Roles.Admin)).Client;

    /// <summary>A client of a new customer.</summary>
    public Task<(HttpClient Client, string Email, UserId Id)> CustomerClient() =>
        SignedIn($"customer{Interlocked.Increment(ref made)}@example.com", Roles.Customer);

    /// <summary>Makes an account with these roles and signs in.</summary>
    public async Task<(HttpClient Client, string Email, UserId Id)> SignedIn(string email, params string[] roles)
    {
        var id = await Services.GetRequiredService<IUsers>().Ensure(email, Password, "Test", "Person", roles, CancellationToken.None);
        using var anonymous = Client();
        var answer = await anonymous.Post("auth/login", new { email, password = Password });
        return (Client(answer.Json["accessToken"]!.GetValue<string>()), email, id);
    }

    /// <summary>A new product with one variant.</summary>
    public async Task<(ProductId ProductId, VariantId VariantId)> Product(
        long price = 1999, int stock = 10, string? name = null, int? weightGrams = 500)
    {
        var client = await AdminClient();
        var number = Interlocked.Increment(ref made);
        var answer = await client.Post("admin/products", new
        {
            name = name ?? $"Test product {number}",
            price = new { minor = price, currency = "USD" },
            sku = $"TEST-{number}",
            stock,
            weightGrams,
        });
        var id = answer.Json["id"]!.GetValue<string>();
        var variant = answer.Json["variants"]![0]!["id"]!.GetValue<string>();
        return (Id<Contracts.Kinds.Product>.Parse(id, null), Id<Contracts.Kinds.Variant>.Parse(variant, null));
    }
}

/// <summary>An answer, read whole.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">The answer's headers.</param>
public sealed record Answer(int Status, string Text, HttpResponseHeaders Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException($"{Status}: no JSON");

    /// <summary>The problem's code, or null.</summary>
    public string? Code => Text.StartsWith('{') ? Json["code"]?.GetValue<string>() : null;

    /// <summary>Names of the faulty fields.</summary>
    public IReadOnlyList<string> Faulty => Json["errors"] is JsonObject errors ? [.. errors.Select(error => error.Key)] : [];

    /// <summary>The same answer, after checking its status.</summary>
    public Answer Is(int status)
    {
        Assert.True(Status == status, $"expected {status}, got {Status}: {Text}");
        return this;
    }
}

/// <summary>Requests in one line.</summary>
public static class Requests
{
    /// <summary>GET.</summary>
    public static Task<Answer> Get(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Get, path, null, headers);

    /// <summary>POST.</summary>
    public static Task<Answer> Post(this HttpClient client, string path, object? body = null,
        params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Post, path, body, headers);

    /// <summary>PUT.</summary>
    public static Task<Answer> Put(this HttpClient client, string path, object? body = null,
        params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Put, path, body, headers);

    /// <summary>PATCH.</summary>
    public static Task<Answer> Patch(this HttpClient client, string path, object? body = null,
        params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Patch, path, body, headers);

    /// <summary>DELETE.</summary>
    public static Task<Answer> Delete(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Delete, path, null, headers);

    /// <summary>Any method.</summary>
    public static async Task<Answer> Send(this HttpClient client, HttpMethod method, string path, object? body,
        params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            JsonNode json => new StringContent(json.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body, body.GetType(), options: ApiJson.Options),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers);
    }
}

/// <summary>Waiting for what happens after the answer, without sleeping for a guessed time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The value once it is as it should be; fails when that takes too long.</summary>
    public static async Task<T> Is<T>(Func<Task<T>> read, Func<T, bool> right, string what)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(right);
        for (var waited = TimeSpan.Zero; ; waited += Step)
        {
            var value = await read();
            if (right(value))
            {
                return value;
            }

            Assert.True(waited < Patience, $"never came to be: {what}; last seen {JsonSerializer.Serialize(value)}");
            await Task.Delay(Step);
        }
    }
}
