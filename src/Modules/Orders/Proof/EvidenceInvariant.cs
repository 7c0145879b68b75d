using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Verification;

namespace Tradepost.Orders.Proof;

/// <summary>The line of the shop: its sums can be shown to be right, order by order.</summary>
internal sealed class EvidenceInvariant(IPricing pricing) : IInvariant
{
    private const int Most = 100;

    public string Name => "Every order comes to its totals again when what it was priced from is priced anew";

    public async Task<IReadOnlyList<string>> Violations(Database db, CancellationToken cancel)
    {
        var found = new List<string>();
        await foreach (var order in OrderPricings.Between(db, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancel))
        {
            var again = pricing.Recompute(order.Evidence);
            if (again != order.Totals)
            {
                found.Add($"order {order.Number} was charged {order.Totals.Total}, its evidence comes to {again.Total}");
            }

            if (found.Count == Most)
            {
                break; // enough to act on
            }
        }

        return found;
    }
}
