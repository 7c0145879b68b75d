namespace Tradepost.Pricing.ShippingMethods.Zones;

/// <summary>
/// Postal ranges of one country and one length, cut at every bound into pieces that do not overlap, so that one binary search finds the
/// zone. Where ranges overlap, the zone that comes first has the piece.
/// </summary>
internal sealed class PostalRanges
{
    private const int Nobody = int.MaxValue;
    private readonly Bound[] bounds;
    private readonly int[] zones; // of the piece that begins at the bound

    public PostalRanges(int length, IEnumerable<(string From, string To, int Zone)> ranges)
    {
        Length = length;
        var ends = ranges.SelectMany(range => new[]
        {
            (At: new Bound(range.From, After: false), range.Zone, Opens: true),
            (At: new Bound(range.To, After: true), range.Zone, Opens: false),
        }).GroupBy(end => end.At).OrderBy(group => group.Key);
        var (open, found, owners) = (new SortedDictionary<int, int>(), new List<Bound>(), new List<int>());
        foreach (var group in ends)
        {
            foreach (var (_, zone, opens) in group)
            {
                Count(open, zone, opens ? 1 : -1);
            }

            found.Add(group.Key);
            owners.Add(open.Count == 0 ? Nobody : open.First().Key);
        }

        (bounds, zones) = ([.. found], [.. owners]);
    }

    /// <summary>Characters that are compared.</summary>
    public int Length { get; }

    /// <summary>The zone of this postal code; null when no range holds it, or it is shorter than the ranges' bounds.</summary>
    public int? Find(string code)
    {
        if (code.Length < Length)
        {
            return null;
        }

        var at = Array.BinarySearch(bounds, new Bound(code[..Length], After: false));
        var piece = at >= 0 ? at : ~at - 1;
        return piece < 0 || zones[piece] == Nobody ? null : zones[piece];
    }

    private static void Count(SortedDictionary<int, int> open, int zone, int change)
    {
        var now = open.GetValueOrDefault(zone) + change;
        if (now == 0)
        {
            open.Remove(zone);
        }
        else
        {
            open[zone] = now;
        }
    }

    // A piece begins at a code, or just after one.
    private readonly record struct Bound(string Code, bool After) : IComparable<Bound>
    {
        public int CompareTo(Bound other) =>
            string.CompareOrdinal(Code, other.Code) is var order and not 0 ? order : After.CompareTo(other.After);
    }
}
