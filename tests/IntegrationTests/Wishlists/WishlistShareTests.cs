using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Wishlists;

/// <summary>Links that show a list to others.</summary>
public sealed class WishlistShareTests(ShopFixture shop) : IClassFixture<ShopFixture>, IDisposable
{
    private readonly Shelf shelf = new(shop);
    private readonly HttpClient guest = shop.Client();

    public void Dispose() => guest.Dispose();

    private static string TokenOf(Answer shared) => shared.Is(200).Json.Text("url").Split('/')[^1];

    [Fact]
    public async Task Whoever_has_the_link_sees_what_is_on_the_list_and_nothing_of_its_owner_but_the_first_name()
    {
        var ((owner, email, user), thing, gone) = (await shop.CustomerClient(), await shelf.Add(1999), await shelf.Add(700));
        var list = await owner.NewList("For <my> birthday");
        var item = (await owner.Wish(list, thing)).Json.Id();
        await owner.Wish(list, gone);
        (await (await shop.AdminClient()).Delete($"admin/products/{gone.ProductId}")).Is(204);
        var url = (await owner.Post($"wishlists/{list}/share")).Is(200).Json.Text("url");
        Assert.StartsWith(shop.Address + "/wishlists/shared/", url, StringComparison.Ordinal);

        var seen = (await guest.Get("shared-wishlists/" + url.Split('/')[^1])).Is(200);
        Assert.Equal(("For <my> birthday", "Test", 2),
            (seen.Json.Text("name"), seen.Json.Text("ownerFirstName"), seen.Json["total"]!.GetValue<int>()));
        Assert.Equal([("unavailable", null), ("available", 1999L)],
            seen.Items().Select(one => (one.Text("status"), one["price"]?["minor"]!.GetValue<long>())));
        Assert.Equal(["name", "ownerFirstName", "items", "page", "pageSize", "total"], seen.Json.AsObject().Select(member => member.Key));
        foreach (var secret in new[] { email, user.ToString(), "Person", list, item, "notify", "addedPrice", "shared" })
        {
            Assert.DoesNotContain(secret, seen.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("noindex", seen.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.True(seen.Headers.CacheControl!.NoStore);
        using var page = await guest.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        Assert.True(page.IsSuccessStatusCode);
        Assert.Contains("noindex", page.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_again_ends_the_link_before_and_taking_it_back_ends_it_at_once()
    {
        var (owner, _, _) = await shop.CustomerClient();
        var list = await owner.NewList();
        var first = TokenOf(await owner.Post($"wishlists/{list}/share"));
        var second = TokenOf(await owner.Post($"wishlists/{list}/share"));
        Assert.NotEqual(first, second);
        Assert.Equal("wishlists.link_invalid", (await guest.Get($"shared-wishlists/{first}")).Is(404).Code);
        (await guest.Get($"shared-wishlists/{second}")).Is(200);
        Assert.True((await owner.List(list)).Json["shared"]!.GetValue<bool>());

        (await owner.Delete($"wishlists/{list}/share")).Is(204);
        (await guest.Get($"shared-wishlists/{second}")).Is(404);
        (await owner.Delete($"wishlists/{list}/share")).Is(204);
        Assert.False((await owner.List(list)).Json["shared"]!.GetValue<bool>());
        var third = TokenOf(await owner.Post($"wishlists/{list}/share"));
        (await owner.Delete($"wishlists/{list}")).Is(204);
        (await guest.Get($"shared-wishlists/{third}")).Is(404);
    }

    [Fact]
    public async Task The_link_is_not_kept_and_cant_be_guessed_from_what_is()
    {
        var (owner, _, _) = await shop.CustomerClient();
        var list = await owner.NewList();
        var token = TokenOf(await owner.Post($"wishlists/{list}/share"));
        Assert.Equal(43, token.Length);
        var stored = await shop.Db.Row(
            $"select w::text, encode(share_hash, 'hex') from carts.wishlists w where id = {Guid.Parse(list)}",
            row => (Row: row.GetString(0), Hash: row.GetString(1)), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(token, stored.Row, StringComparison.Ordinal);
        (await guest.Get($"shared-wishlists/{stored.Hash}")).Is(404);
        (await guest.Get($"shared-wishlists/{new string('x', 5000)}")).Is(404);
    }

    [Fact]
    public async Task The_list_of_somebody_whose_account_was_closed_is_not_shown()
    {
        var (owner, _, user) = await shop.CustomerClient();
        var token = TokenOf(await owner.Post($"wishlists/{await owner.NewList()}/share"));
        (await (await shop.AdminClient()).Patch($"admin/users/{user}", new { disabled = true })).Is(200);
        (await guest.Get($"shared-wishlists/{token}")).Is(404);
    }
}
