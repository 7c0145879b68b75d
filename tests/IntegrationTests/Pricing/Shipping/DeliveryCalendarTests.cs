using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;
using static Tradepost.IntegrationTests.Pricing.Shipping.ShippingRequests;

namespace Tradepost.IntegrationTests.Pricing.Shipping;

/// <summary>The days the shop sends things on, and dates that follow at once.</summary>
public sealed class DeliveryCalendarTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private const string Path = "admin/delivery-calendar";

    [Fact]
    public async Task Options_name_days_of_the_calendar_as_it_is_now()
    {
        var admin = await shop.AdminClient();
        var fresh = (await admin.Get(Path)).Is(200);
        Assert.Equal("\"1\"", fresh.Headers.ETag!.Tag);
        Assert.Equal(
            """{"cutOff":"14:00","handlingDays":0,"workingDays":"""
                + """["monday","tuesday","wednesday","thursday","friday"],"holidays":[],"timeZone":"UTC"}""",
            fresh.Json.ToJsonString());
        await shop.Method("dated", "IS");
        var window = (await shop.Asked("dated", new("IS", null, null, null)))!.EstimatedDelivery!;
        Assert.InRange(window.From.DayOfWeek, DayOfWeek.Monday, DayOfWeek.Friday);

        // Only Wednesdays work from now on, and the first one is a holiday.
        var holiday = Wednesday(window.From.AddDays(-10));
        var put = (await admin.Put(Path, new
        {
            cutOff = "00:00", handlingDays = 0, workingDays = new[] { "wednesday" },
            holidays = new[] { new { date = holiday.AddDays(7), name = "Fair" }, new { date = holiday, name = " Rest " } },
        }, ("If-Match", "\"1\""))).Is(200);
        Assert.Equal("\"2\"", put.Headers.ETag!.Tag);
        Assert.Equal(["Rest", "Fair"], put.Json["holidays"]!.AsArray().Select(day => day!["name"]!.GetValue<string>()));
        Assert.Equal(put.Json.ToJsonString(), (await admin.Get(Path)).Json.ToJsonString());
        var weekly = (await shop.Asked("dated", new("IS", null, null, null)))!.EstimatedDelivery!;
        Assert.Equal((DayOfWeek.Wednesday, DayOfWeek.Wednesday), (weekly.From.DayOfWeek, weekly.To.DayOfWeek));
        Assert.Equal(14, weekly.To.DayNumber - weekly.From.DayNumber); // 2–4 working days

        (await admin.Put(Path, Sound(), ("If-Match", "\"1\""))).Is(412);
        (await admin.Put(Path, Sound(), ("If-Match", "\"2\""))).Is(200);
    }

    [Fact]
    public async Task Faults_are_named_and_only_staff_may_set_it()
    {
        var admin = await shop.AdminClient();
        Assert.Equal(
            ["cutOff", "handlingDays", "holidays", "workingDays"],
            (await admin.Put(Path, new { })).Is(400).Faulty.Order(StringComparer.Ordinal));
        var faulty = JsonNode.Parse(
            """
            {"cutOff": "25:00", "handlingDays": 61, "workingDays": ["someday"], "holidays": [
              {"date": "2026-12-25", "name": ""}, {"date": "2026-12-25", "name": "Twice"}, {"name": "Never"}, null]}
            """);
        Assert.Equal(
            [
                "cutOff", "handlingDays", "holidays[0].name", "holidays[1].date", "holidays[2].date", "holidays[3].date",
                "holidays[3].name", "workingDays",
            ],
            (await admin.Put(Path, faulty)).Is(400).Faulty.Order(StringComparer.Ordinal));
        Assert.Equal(["holidays[0].date"], (await admin.Put(Path, JsonNode.Parse(
            """{"cutOff": "10:00", "handlingDays": 0, "workingDays": ["monday"], "holidays": [{"date": "tomorrow", "name": "x"}]}""")))
            .Is(400).Faulty.Select(field => field.Split(' ')[0]));
        Assert.Equal(["workingDays"], (await admin.Put(Path, JsonNode.Parse(
            """{"cutOff": "10:00", "handlingDays": 0, "workingDays": [], "holidays": []}"""))).Is(400).Faulty);

        var (customer, _, _) = await shop.CustomerClient();
        using var nobody = shop.Client();
        (await customer.Get(Path)).Is(403);
        (await customer.Put(Path, Sound())).Is(403);
        (await nobody.Get(Path)).Is(401);
    }

    private static object Sound() => new
    {
        cutOff = "14:00", handlingDays = 1, workingDays = new[] { "friday", "monday", "monday" }, holidays = Array.Empty<object>(),
    };

    private static DateOnly Wednesday(DateOnly from) => from.AddDays(((int)DayOfWeek.Wednesday - (int)from.DayOfWeek + 7) % 7);
}
