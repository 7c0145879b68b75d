using System.Text.Json.Nodes;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;

namespace Tradepost.Host.Seeding;

/// <summary>The demo shop's promotions: their days count from the day the shop is set up, so that some always run.</summary>
internal static class DemoPromotions
{
    internal sealed record Planned(int StartsDaysAgo, int? EndsInDays, JsonObject Promotion);

    public static async Task Load(IServiceProvider services, string folder, DateTimeOffset now, CancellationToken stop)
    {
        var promotions = services.GetRequiredService<IPromotions>();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        foreach (var planned in DemoFiles.Read<Planned[]>(folder, "promotions.json"))
        {
            var promotion = planned.Promotion;
            promotion["startsAt"] = today.AddDays(-planned.StartsDaysAgo).ToString("O");
            promotion["endsAt"] = planned.EndsInDays is { } days ? today.AddDays(days).ToString("O") : null;
            await promotions.Ensure(promotion["name"]!.GetValue<string>(), new Json(promotion.ToJsonString()), stop);
        }
    }
}
