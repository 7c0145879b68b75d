using System.Text.RegularExpressions;

namespace Tradepost.Catalog.Import;

/// <summary>
/// Names of specification lines. Icecat writes <c>t_printing_colours</c> (text), <c>n_display_diagonal</c> (number), <c>b_wi_fi</c>
/// (yes or no), and brackets as double underscores: <c>n_thermal_design_power__tdp_</c>.
/// </summary>
internal static partial class AttributeNames
{
    private static readonly Dictionary<string, string> Spelled = new(StringComparer.Ordinal)
    {
        ["usb"] = "USB", ["hdmi"] = "HDMI", ["vga"] = "VGA", ["dvi"] = "DVI", ["lan"] = "LAN", ["wlan"] = "WLAN", ["oem"] = "OEM",
        ["led"] = "LED",
        ["lcd"] = "LCD", ["ac"] = "AC", ["dc"] = "DC", ["tdp"] = "TDP", ["ram"] = "RAM", ["ssd"] = "SSD", ["hdd"] = "HDD", ["dvd"] = "DVD",
        ["cd"] = "CD", ["ups"] = "UPS", ["kvm"] = "KVM", ["poe"] = "PoE", ["rohs"] = "RoHS", ["awg"] = "AWG", ["ip"] = "IP",
        ["sim"] = "SIM",
        ["gps"] = "GPS", ["nfc"] = "NFC", ["hdr"] = "HDR", ["3d"] = "3D", ["cpu"] = "CPU", ["gpu"] = "GPU", ["pci"] = "PCI",
        ["sata"] = "SATA",
        ["iso"] = "ISO", ["tv"] = "TV", ["a4"] = "A4", ["a3"] = "A3", ["us"] = "US", ["wxdxh"] = "W × D × H", ["ecc"] = "ECC",
    };

    /// <summary>False for what concerns carriers and databases, not shoppers: pallets, outer cartons, customs codes.</summary>
    public static bool IsUseful(string name) => !Logistics().IsMatch(name);

    /// <summary>"t_printing_colours" → "Printing colours"; names that are words already stay as they are.</summary>
    public static string Readable(string name)
    {
        var line = RowFields.OneLine(name);
        if (line.Contains(' ', StringComparison.Ordinal) || line.Any(char.IsUpper))
        {
            return line.Length > 100 ? line[..100] : line;
        }

        var plain = Ranges().Replace(Prefix().Replace(line, ""), "");
        var bracketed = Brackets().Replace(plain, " ($1) ");
        var words = Separators().Replace(bracketed, " ").Trim().Split(' ').Select(Spell);
        var readable = string.Join(' ', words);
        return readable.Length == 0 ? "" : char.ToUpperInvariant(readable[0]) + readable[1..Math.Min(readable.Length, 100)];
    }

    private static string Spell(string word)
    {
        var bare = word.Trim('(', ')');
        return Spelled.TryGetValue(bare, out var spelled) ? word.Replace(bare, spelled, StringComparison.Ordinal) : word;
    }

    [GeneratedRegex(
        "pallet|master__outer|inner__case|harmonized|last_change|ark_id|embedded_options|per_layer|intrastat|^n_box|market_segment|"
        + "^t_status$|__imperial_|transistors|^[tnb]_manual$|country_of_origin|hp_segment|package_dimensions",
        RegexOptions.NonBacktracking)]
    private static partial Regex Logistics();

    [GeneratedRegex("^[tnb]_", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();

    // "(T-T)" and "(H-H)" say from-to; the value shows that itself.
    [GeneratedRegex("__(?:t_t|h_h)_$", RegexOptions.NonBacktracking)]
    private static partial Regex Ranges();

    [GeneratedRegex("__([a-z0-9]+(?:_[a-z0-9]+)*)_(?:_|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();

    [GeneratedRegex("_+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();
}
