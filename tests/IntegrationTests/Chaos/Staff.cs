using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Chaos;

/// <summary>The people of the shop, at work all the while: parcels go out, money is given back in part or whole.</summary>
internal sealed class Staff(Town town)
{
    private readonly Random random = town.Plan.Draw(200);
    private readonly HashSet<Guid> seen = [];

    public async Task Work(CancellationToken evening)
    {
        using var line = new Telephone(town, random);
        while (!evening.IsCancellationRequested)
        {
            await Task.Delay(random.Next(50, 250), CancellationToken.None);
            var waiting = town.Diary.Orders.Values.Where(order => !seen.Contains(order.Id)).ToList();
            if (waiting.Count > 0 && waiting[random.Next(waiting.Count)] is var order)
            {
                seen.Add(order.Id);
                await LookAfter(line, order);
            }
        }
    }

    private async Task LookAfter(Telephone line, ToldOrder order)
    {
        switch (random.Next(100))
        {
            case < 35:
                await Ship(line, order);
                break;
            case < 60:
                await Refund(line, order, new JsonObject { ["minor"] = 1 + random.NextInt64(order.Total), ["currency"] = "USD" });
                break;
            case < 70:
                await Refund(line, order, null);
                break;
        }
    }

    private async Task Ship(Telephone line, ToldOrder order)
    {
        var heard = await line.Insist(
            "POST", $"admin/orders/{order.Id}/shipments", new JsonObject { ["carrier"] = "Parcel Post" }, town.Owner);
        town.Diary.Count(heard.Went ? "shipped" : $"shipment refused: {heard.Code}");
    }

    private async Task Refund(Telephone line, ToldOrder order, JsonObject? amount)
    {
        var body = new JsonObject { ["amount"] = amount, ["reason"] = "a scratch" };
        var heard = await line.Insist(
            "POST", $"admin/orders/{order.Id}/refunds", body, town.Owner, ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        town.Diary.Count(heard.Went ? "refunded" : $"refund refused: {heard.Code}");
        if (heard.Went)
        {
            town.Diary.Refunds.Enqueue((order.Id, heard.Json["amount"]!["minor"]!.GetValue<long>()));
        }
    }
}
