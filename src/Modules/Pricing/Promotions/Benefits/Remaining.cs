using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;

namespace Tradepost.Pricing.Promotions.Benefits;

/// <summary>What promotions have left of the lines and of the shipping so far, in minor units.</summary>
internal sealed class Remaining
{
    private readonly PricingRequest request;
    private readonly long[] lines;

    public Remaining(PricingRequest request)
    {
        this.request = request;
        lines = [.. request.Lines.Select(line => line.Subtotal.Minor)];
        Goods = lines.Sum();
        Shipping = request.Shipping?.Price.Minor;
    }

    public Rounding Rounding => request.Rounding;

    public Currency Currency => request.Currency;

    public int Count => lines.Length;

    /// <summary>Of all lines together.</summary>
    public long Goods { get; private set; }

    /// <summary>Null: not chosen yet.</summary>
    public long? Shipping { get; private set; }

    public long Line(int place) => lines[place];

    public int Quantity(int place) => request.Lines[place].Quantity;

    public long Units(IReadOnlyList<int> places)
    {
        var sum = 0L;
        foreach (var place in places)
        {
            sum += Quantity(place);
        }

        return sum;
    }

    /// <summary>What is left of a line, split into whole minor units: at most two prices a cent apart, the dearer units first.</summary>
    public IEnumerable<Units> Split(int place)
    {
        var (price, dearer) = Math.DivRem(lines[place], Quantity(place));
        if (dearer > 0)
        {
            yield return new(place, price + 1, (int)dearer);
        }

        yield return new(place, price, Quantity(place) - (int)dearer);
    }

    /// <summary>Takes a cut off.</summary>
    public void Take(Cut cut)
    {
        for (var i = 0; i < cut.Lines.Length; i++)
        {
            lines[i] -= cut.Lines[i];
            Goods -= cut.Lines[i];
        }

        Shipping -= cut.Shipping;
    }

    /// <summary>An amount shared over lines by what is left of them; equal remainders: the earlier line first.</summary>
    public long[] Share(long amount, IReadOnlyList<int> places)
    {
        var parts = new Money(amount, Currency).Allocate([.. places.Select(place => lines[place])]);
        var shares = new long[lines.Length];
        for (var i = 0; i < places.Count; i++)
        {
            shares[places[i]] = parts[i].Minor;
        }

        return shares;
    }
}

/// <summary>Some units of a line that cost the same.</summary>
/// <param name="Place">The line's.</param>
/// <param name="Price">Of one unit, minor units.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Units(int Place, long Price, int Count);
