using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Carts;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Inventory;

namespace Tradepost.IntegrationTests.Wishlists;

/// <summary>Lists and what is on them, over HTTP.</summary>
public sealed class WishlistTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Shelf shelf = new(shop);

    [Fact]
    public async Task The_first_list_is_the_default_one_and_another_can_become_it()
    {
        var (customer, _, _) = await shop.CustomerClient();
        var made = (await customer.Post("wishlists", new { name = "  Birthday " })).Is(201);
        Assert.EndsWith("/wishlists/" + made.Json.Id(), made.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Birthday", made.Json.Text("name"));
        Assert.True(made.Json["isDefault"]!.GetValue<bool>() && made.Json["notify"]!.GetValue<bool>());
        var second = await customer.NewList("Home");

        var edited = (await customer.Patch($"wishlists/{second}", new { isDefault = true, notify = false, name = "House" })).Is(200).Json;
        Assert.Equal(
            ("House", true, false), (edited.Text("name"), edited["isDefault"]!.GetValue<bool>(), edited["notify"]!.GetValue<bool>()));
        var lists = (await customer.Get("wishlists")).Is(200);
        Assert.Equal(["House", "Birthday"], lists.Items().Select(list => list.Text("name")));
        Assert.Equal([true, false], lists.Items().Select(list => list["isDefault"]!.GetValue<bool>()));
        (await customer.Patch($"wishlists/{second}", new { })).Is(200);
        Assert.Equal("House", (await customer.List(second)).Is(200).Json.Text("name"));
    }

    [Fact]
    public async Task An_item_shows_what_it_is_and_the_newest_comes_first()
    {
        var ((customer, _, _), thing, other) = (
            await shop.CustomerClient(), await shelf.Add(1999, 4, 500, "Black", "Red"), await shelf.Add());
        var list = await customer.NewList();
        await customer.Wish(list, other);
        var body = new { productId = thing.ProductId, variantId = thing.Variants[1] };
        var item = (await customer.Post($"wishlists/{list}/items", body)).Is(201).Json;
        Assert.Equal((thing.ProductId.ToString(), thing.Variants[1].ToString()), (item.Text("productId"), item.Text("variantId")));
        Assert.Equal(("""{"Colour":"Red"}""", "available", 4),
            (item["options"]!.ToJsonString(), item.Text("status"), item["available"]!.GetValue<int>()));
        Assert.Equal("""{"minor":1999,"currency":"USD"}""", item["price"]!.ToJsonString());
        Assert.Empty(item.News());

        var shown = (await customer.List(list)).Is(200);
        Assert.Equal([thing.Variants[1].ToString(), other.VariantId.ToString()], shown.Wishes());
        Assert.Equal((2, 1), (shown.Json["total"]!.GetValue<int>(), shown.Json["page"]!.GetValue<int>()));
        var second = (await customer.Get($"wishlists/{list}?page=2&pageSize=1")).Is(200);
        Assert.Equal([other.VariantId.ToString()], second.Wishes());
        Assert.Empty((await customer.Get($"wishlists/{list}?page=9")).Is(200).Items());
        var overview = (await customer.Get("wishlists")).Items()[0];
        Assert.Equal((2, 2), (overview["itemCount"]!.GetValue<int>(), overview["pictures"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_same_thing_twice_is_there_once_also_when_tabs_add_it_at_once()
    {
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shelf.Add());
        var list = await customer.NewList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => customer.Wish(list, thing)));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(7, answers.Count(answer => answer.Status == 200));
        Assert.Single(answers.Select(answer => answer.Json.Id()).Distinct(StringComparer.Ordinal));
        Assert.Single((await customer.List(list)).Items());
    }

    [Fact]
    public async Task A_product_without_a_variant_is_the_one_its_page_opens_with_and_is_there_when_any_of_its_variants_is()
    {
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shelf.Add(1999, 1, 500, "Black", "Red"));
        await shelf.Reserve(OrderId.New(), thing.Units(1));
        var list = await customer.NewList();
        var item = (await customer.Post($"wishlists/{list}/items", new { productId = thing.ProductId })).Is(201).Json;
        Assert.Equal(thing.Variants[1].ToString(), item.Text("variantId"));
        var again = (await customer.Post($"wishlists/{list}/items", new { productId = thing.ProductId })).Is(200).Json;
        Assert.Equal(item.Id(), again.Id());
        (await customer.Wish(list, thing)).Is(201);
        Assert.Equal(2, (await customer.List(list)).Items().Count);
    }

    [Fact]
    public async Task The_default_list_is_made_on_demand_once()
    {
        var ((customer, _, _), thing, other) = (await shop.CustomerClient(), await shelf.Add(), await shelf.Add());
        Assert.Equal("""{"total":0,"items":[]}""", (await customer.Get("wishlists/marks")).Is(200).Text);
        var answers = await Task.WhenAll(new[] { thing, other, thing, other }.Select(
            wished => customer.Post("wishlists/default/items", new { productId = wished.ProductId })));
        Assert.Equal([200, 200, 201, 201], answers.Select(answer => answer.Status).Order());
        var list = Assert.Single((await customer.Get("wishlists")).Items());
        Assert.Equal(("My wishlist", true), (list.Text("name"), list["isDefault"]!.GetValue<bool>()));

        await customer.Wish(await customer.NewList(), thing);
        var marks = (await customer.Get("wishlists/marks")).Json;
        Assert.Equal((list.Id(), 3, 2), (marks.Text("defaultId"), marks["total"]!.GetValue<int>(), marks["items"]!.AsArray().Count));
    }

    [Fact]
    public async Task Things_and_lists_can_be_taken_away()
    {
        var ((customer, _, _), thing) = (await shop.CustomerClient(), await shelf.Add());
        var list = await customer.NewList();
        var item = (await customer.Wish(list, thing)).Json.Id();
        (await customer.Delete($"wishlists/{list}/items/{item}")).Is(204);
        Assert.Equal("wishlists.item_not_found", (await customer.Delete($"wishlists/{list}/items/{item}")).Is(404).Code);
        Assert.Empty((await customer.List(list)).Items());
        await customer.Wish(list, thing);
        (await customer.Delete($"wishlists/{list}")).Is(204);
        Assert.Equal("wishlists.not_found", (await customer.List(list)).Is(404).Code);
        Assert.Equal(0, (await customer.Get("wishlists")).Json["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"name":7}""", "name")]
    public async Task Faulty_fields_of_a_list_are_named(string body, string faulty)
    {
        var (customer, _, _) = await shop.CustomerClient();
        Assert.Equal([faulty], (await customer.Post("wishlists", JsonNode.Parse(body))).Is(400).Faulty);
        Assert.Equal(["name"], (await customer.Post("wishlists", new { name = new string('x', 101) })).Is(400).Faulty);
        var list = await customer.NewList();
        Assert.Equal(["isDefault", "name"],
            (await customer.Patch($"wishlists/{list}", new { name = "", isDefault = false })).Is(400).Faulty.Order(StringComparer.Ordinal));
        Assert.Equal(["productId"], (await customer.Post($"wishlists/{list}/items", new { })).Is(400).Faulty);
        Assert.Equal(["productId", "variantId"], (await customer.Post(
            $"wishlists/{list}/items", new { productId = "x", variantId = 3 })).Is(400).Faulty.Order(StringComparer.Ordinal));
        Assert.Equal(["cartId"], (await customer.Post($"wishlists/{list}/items/{list}/move-to-cart", new { })).Is(400).Faulty);
        Assert.Equal(["pageSize"], (await customer.Get("wishlists?pageSize=101")).Is(400).Faulty);
    }

    [Fact]
    public async Task What_is_not_there_or_not_sold_is_not_put_on_a_list()
    {
        var ((customer, _, _), thing, other) = (await shop.CustomerClient(), await shelf.Add(), await shelf.Add());
        var list = await customer.NewList();
        var unknown = await customer.Post($"wishlists/{list}/items", new { productId = ProductId.New() });
        Assert.Equal("carts.product_not_found", unknown.Is(404).Code);
        var mixed = new { productId = thing.ProductId, variantId = other.VariantId };
        Assert.Equal(["variantId"], (await customer.Post($"wishlists/{list}/items", mixed)).Is(400).Faulty);
        await customer.Wish(list, other);
        (await (await shop.AdminClient()).Delete($"admin/products/{thing.ProductId}")).Is(204);
        (await (await shop.AdminClient()).Delete($"admin/products/{other.ProductId}")).Is(204);
        Assert.Equal("carts.not_sold", (await customer.Wish(list, thing)).Is(409).Code);
        var kept = Assert.Single((await customer.List(list)).Items());
        Assert.Equal(("unavailable", "unavailable"), (kept.Text("status"), Assert.Single(kept.News())));
    }

    [Fact]
    public async Task Lists_and_what_is_on_them_are_bounded_also_for_tabs_that_race()
    {
        var ((customer, _, user), thing, other) = (await shop.CustomerClient(), await shelf.Add(), await shelf.Add());
        var list = await customer.NewList();
        await Fill($"""
            insert into carts.wishlists (id, user_id, name, is_default, notify, created_at, updated_at)
            select gen_random_uuid(), '{user}', 'L' || n, false, true, now(), now() from generate_series(1, 48) n;
            """);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => customer.Post("wishlists", new { name = $"more {n}" })));
        Assert.Equal([201, 409, 409, 409], made.Select(answer => answer.Status).Order());
        Assert.Equal("wishlists.too_many", made.First(answer => answer.Status == 409).Code);

        // 499 things, of which the catalogue knows two products: variants of their own stand in for them.
        await Fill($"""
            insert into catalog.variants select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'sku', 'BOUND-' || n,
              'deleted_at', now()))).* from catalog.variants v, generate_series(1, 499) n where v.id = '{thing.VariantId}';
            insert into carts.wishlist_items (id, wishlist_id, product_id, variant_id, added_minor, watched_minor, currency, was_in_stock,
              created_at, updated_at)
            select gen_random_uuid(), '{list}', product_id, id, 1, 1, 'USD', true, now(), now() from catalog.variants
            where sku like 'BOUND-%';
            """);
        var put = await Task.WhenAll(customer.Wish(list, thing), customer.Wish(list, other));
        Assert.Equal([201, 409], put.Select(answer => answer.Status).Order());
        Assert.Equal("wishlists.full", put.First(answer => answer.Status == 409).Code);
        Assert.Equal(500, (await customer.List(list)).Json["total"]!.GetValue<int>());
    }

    private async Task Fill(string sql)
    {
        await using var command = shop.Db.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
