using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>
/// Somebody who shops: fills a cart, orders, pays with one card or another, clicks twice, changes their mind. Keys are kept until there is
/// an answer, as a browser keeps them.
/// </summary>
internal sealed class Shopper(Town town, int number)
{
    private static readonly (string Number, int Weight)[] Cards =
    [
        ("4242424242424242", 50), ("4000000000000259", 18), ("4000000000003220", 16), ("4000000000000002", 9), ("4000000000009995", 7),
    ];

    private readonly Random random = town.Plan.Draw(1000 + number);
    private readonly Diary diary = town.Diary;

    public async Task ShopAround()
    {
        using var line = new Telephone(town, random);
        while (town.TakeTurn())
        {
            await Task.Delay(random.Next(town.Plan.Thought));
            await Purchase(line);
        }
    }

    private async Task Purchase(Telephone line)
    {
        (string Name, string Value)[] account = number < town.Accounts.Count ? [town.Accounts[number]] : [];
        var method = random.Next(100) < 12 ? "cod" : "card";
        if (await FillCart(line, account, method) is not { } cart || await Order(line, account, cart) is not { } order)
        {
            return;
        }

        (string Name, string Value)[] access = order.Token is null ? account : [("X-Order-Token", order.Token)];
        if (random.Next(100) < 5)
        {
            await Cancel(line, order, access);
        }

        if (method == "card" && random.Next(100) < 94)
        {
            await Pay(line, order, access);
        }

        if (random.Next(100) < 15)
        {
            await Cancel(line, order, access);
        }
    }

    private async Task<Cart?> FillCart(Telephone line, (string Name, string Value)[] account, string method)
    {
        var made = await line.Insist("POST", "carts", new JsonObject(), account);
        var id = made.Json["id"]!.GetValue<string>();
        foreach (var left in made.Json["lines"]!.AsArray())
        {
            await line.Insist("DELETE", $"carts/{id}/lines/{left!["id"]}", null, account); // what could not be had last time
        }

        var (variant, quantity) = (town.Shelf.Keys.ElementAt(random.Next(town.Shelf.Count)), random.Next(1, 4));
        var filled = await line.Insist(
            "POST", $"carts/{id}/lines", new JsonObject { ["variantId"] = variant, ["quantity"] = quantity }, account);
        if (!filled.Went)
        {
            diary.Count($"cart refused: {filled.Code}");
            return null;
        }

        var place = new JsonObject { ["country"] = "US", ["state"] = "CA", ["postalCode"] = "94105", ["city"] = "San Francisco" };
        var placed = await line.Insist("PUT", $"carts/{id}/address", place, account);
        var options = await line.Insist("GET", $"carts/{id}/shipping-options", null, account);
        if (placed.Went && placed.Json["lines"]!.AsArray().Count == 0 && town.DatabaseDied)
        {
            // Carts do not wait for the disk: what was put in just before the database was killed may be gone. The buyer sees it.
            diary.Count("cart emptied with the database");
            return null;
        }

        if (!placed.Went || !options.Went || options.Json.AsArray().Count == 0)
        {
            diary.Wrong.Enqueue($"a cart could not be sent anywhere: {placed.Status} {placed.Text}, then {options.Status} {options.Text}");
            return null;
        }

        var option = options.Json[0]!["id"]!.GetValue<string>();
        var chosen = await line.Insist("PUT", $"carts/{id}/shipping-option", new JsonObject { ["id"] = option }, account);

        // A line that was put in twice because the first answer was lost is what the buyer sees, and what is ordered.
        var lines = chosen.Json["lines"]!.AsArray();
        return new(id, option, method, variant, lines.Sum(some => some!["quantity"]!.GetValue<int>()));
    }

    private async Task<ToldOrder?> Order(Telephone line, (string Name, string Value)[] account, Cart cart)
    {
        var key = Guid.CreateVersion7().ToString();
        diary.Keys[Guid.Parse(cart.Id)] = key;
        var heard = await Twice(20, () => line.Insist("POST", "orders", cart.Order(), [.. account, ("Idempotency-Key", key)]));
        var orders = heard.Where(answer => answer.Status == 201).Select(answer => Told(answer.Json, key, cart)).Distinct().ToList();
        if (orders.Count > 0)
        {
            diary.Count($"ordered, {cart.Method}");
            return orders[0];
        }

        diary.Count($"order refused: {heard[0].Code}");
        if (heard[0].Code is not ("inventory.insufficient" or "carts.changed" or "cart.changed"))
        {
            diary.Wrong.Enqueue($"an order was refused with {heard[0].Status}: {heard[0].Text}");
        }

        return null;
    }

    private ToldOrder Told(JsonNode json, string key, Cart cart) => diary.Told(key, new(
        json["id"]!.GetValue<Guid>(), json["number"]!.GetValue<string>(), json["accessToken"]?.GetValue<string>(),
        json["totals"]!["total"]!["minor"]!.GetValue<long>(), key, cart.Variant, cart.Quantity));

    private async Task Pay(Telephone line, ToldOrder order, (string Name, string Value)[] access)
    {
        var card = Draw();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var key = Guid.CreateVersion7().ToString();
            var body = new JsonObject
            {
                ["orderId"] = order.Id, ["method"] = "card", ["details"] = new JsonObject { ["number"] = card },
            };
            var heard = (await Twice(12, () => line.Insist("POST", "payments", body, [.. access, ("Idempotency-Key", key)])))[^1];
            diary.Count(heard.Went ? $"payment {heard.Json["status"]}" : $"payment refused: {heard.Code}");
            if (heard.Went)
            {
                order.Paid |= heard.Json["status"]!.GetValue<string>() == "paid";
                await Confirm(heard.Json);
                return;
            }

            if (heard.Code is "payments.already_paid" or "payments.not_payable")
            {
                return;
            }

            if (heard.Code is not ("payments.declined" or "payments.interrupted"))
            {
                diary.Wrong.Enqueue($"a payment was refused with {heard.Status}: {heard.Text}");
                return;
            }

            card = heard.Code == "payments.declined" ? Cards[0].Number : card; // another card is tried, as people do
        }
    }

    // The bank's own page: some look away for long, some decline, some never answer.
    private async Task Confirm(JsonNode payment)
    {
        if (payment["nextAction"]?["url"]?.GetValue<string>() is { } url && random.Next(100) < 90)
        {
            await Task.Delay(random.Next(100) < 85 ? random.Next(400) : random.Next(15_000));
            town.Bank.Vault.Answer(url.Split('/')[^1], random.Next(100) < 80);
        }
    }

    private async Task Cancel(Telephone line, ToldOrder order, (string Name, string Value)[] access)
    {
        var heard = await line.Insist("POST", $"orders/{order.Id}/cancellation", new JsonObject { ["reason"] = "changed my mind" }, access);
        diary.Count(heard.Went ? "cancelled" : $"cancellation refused: {heard.Code}");
        order.Cancelled |= heard.Went;
    }

    // Some press the button twice: the same request under way two times at once.
    private async Task<IReadOnlyList<Heard>> Twice(int percent, Func<Task<Heard>> press) =>
        random.Next(100) < percent ? await Task.WhenAll(press(), press()) : [await press()];

    private string Draw()
    {
        var drawn = random.Next(Cards.Sum(card => card.Weight));
        return Cards.First(card => (drawn -= card.Weight) < 0).Number;
    }

    private sealed record Cart(string Id, string Option, string Method, Guid Variant, int Quantity)
    {
        public JsonObject Order() => new()
        {
            ["cartId"] = Id, ["email"] = "buyer@example.com", ["name"] = "Bea Buyer",
            ["shippingOptionId"] = Option, ["paymentMethod"] = Method,
            ["shippingAddress"] = new JsonObject
            {
                ["name"] = "Bea Buyer", ["line1"] = "1 Market Street", ["city"] = "San Francisco", ["state"] = "CA",
                ["postalCode"] = "94105", ["country"] = "US",
            },
        };
    }
}
