using System.Globalization;
using Tradepost.Platform.Types;
using Tradepost.Pricing.ShippingMethods.Zones;

namespace Tradepost.Pricing.ShippingMethods.Imports;

/// <summary>A file that was read and checked, and what it makes of a method's zones.</summary>
internal interface ITableFile
{
    /// <summary>Rows below the header.</summary>
    int Total { get; }

    /// <summary>Rows that count.</summary>
    int Used { get; }

    List<RowFault> Faults { get; }

    /// <summary>All zones as they become.</summary>
    IReadOnlyList<StoredZone> ApplyTo(ShippingMethodId method, IReadOnlyList<StoredZone> zones);

    /// <summary>How many of what the file speaks of a zone holds.</summary>
    int Entries(StoredZone zone);
}

/// <summary>Names of zones in files.</summary>
internal static class ZoneNames
{
    /// <summary>Numbers by value ("2" before "10"), before other names.</summary>
    public static readonly IComparer<string> Order = Comparer<string>.Create((a, b) =>
        (Number(a), Number(b)) is var (x, y) && x != y ? x.CompareTo(y) : string.CompareOrdinal(a, b));

    public static bool IsOne(string name) => name.Length is > 0 and <= 60 && !name.Any(char.IsControl);

    /// <summary>A zone without places and prices: it serves nobody yet.</summary>
    public static StoredZone New(ShippingMethodId method, string name, int position) => new()
    {
        Id = Id<StoredZone>.New(), MethodId = method, Name = name, Position = position, Basis = RateBases.Weight, Places = [],
    };

    private static int Number(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
