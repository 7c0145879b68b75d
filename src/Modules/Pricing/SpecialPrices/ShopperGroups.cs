namespace Tradepost.Pricing.SpecialPrices;

/// <summary>The groups a customer is in, by code. A guest is in none.</summary>
internal sealed class ShopperGroups
{
    public Task<IReadOnlyList<string>> Of(UserId? customer, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);
}
