namespace Tradepost.Pricing.Promotions.Benefits;

/// <summary>All of the shipping off.</summary>
internal sealed record FreeShipping : Benefit
{
    public override bool IsOfLines => false;

    public override Cut Of(Remaining left, IReadOnlyList<int> lines) => Cut.OffShipping(left, left.Shipping ?? 0);
}
