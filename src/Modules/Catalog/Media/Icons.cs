using Tradepost.Contracts.Catalog;

namespace Tradepost.Catalog.Media;

/// <summary>A line drawing and a tint for each kind of product, on a field of 96 by 96.</summary>
internal static class Icons
{
    private static readonly Icon Box = new("M14 32l34-16 34 16v34L48 82 14 66z M14 32l34 16 34-16 M48 48v34", "#eef0f4", "#5b6475");
    private static readonly Icon Screen = new("M12 18h72v46H12z M40 64v12 M56 64v12 M28 78h40", "#e8f0fb", "#2d5f9e");
    private static readonly Icon Laptop = new("M20 22h56v38H20z M10 68h76l-6 8H16z", "#e8f0fb", "#2d5f9e");
    private static readonly Icon Tower = new("M30 10h36v76H30z M38 22h20 M38 32h20 M48 68a3 3 0 1 0 .1 0", "#e8f0fb", "#2d5f9e");
    private static readonly Icon Rack = new("M16 14h64v20H16z M16 38h64v20H16z M16 62h64v20H16z M26 24h4 M26 48h4 M26 72h4", "#e9eef2",
        "#43596b");
    private static readonly Icon Chip = new(
        "M28 28h40v40H28z M38 38h20v20H38z M36 14v14 M48 14v14 M60 14v14 M36 68v14 M48 68v14 M60 68v14 "
        + "M14 36h14 M14 48h14 M14 60h14 M68 36h14 M68 48h14 M68 60h14",
        "#eaf5ef", "#2f7a55");

    private static readonly Icon Drive = new("M14 32h68v32H14z M60 48h12 M24 48h18", "#eaf5ef", "#2f7a55");
    private static readonly Icon Disc = new(
        "M48 12a36 36 0 1 0 .1 0z M48 38a10 10 0 1 0 .1 0z M48 24a24 24 0 0 1 22 14", "#f1ecf9", "#6a4ca3");

    private static readonly Icon Printer = new("M28 12h40v24H28z M14 36h68v32H14z M28 56h40v28H28z M70 46h4", "#fdf1e4", "#a8642a");
    private static readonly Icon Drop = new("M48 12C48 12 24 44 24 60a24 22 0 0 0 48 0C72 44 48 12 48 12z M36 62a12 12 0 0 0 10 12",
        "#fbeaf0", "#a33c66");
    private static readonly Icon Sheet = new("M26 12h32l14 14v58H26z M58 12v14h14 M36 44h26 M36 56h26 M36 68h16", "#fdf1e4", "#a8642a");
    private static readonly Icon Cable = new(
        "M18 14h22v22H18z M24 14v-6 M34 14v-6 M29 36v20a19 19 0 0 0 38 0V60 M56 38h22v22H56z M62 60v8 M72 60v8", "#e6f4f5", "#24757c");

    private static readonly Icon Waves = new("M10 54h76v24H10z M22 66h4 M34 66h4 M48 54V38 M38 32a14 14 0 0 1 20 0 M30 24a26 26 0 0 1 36 0",
        "#e6f4f5", "#24757c");
    private static readonly Icon Bolt = new("M54 8L22 54h22l-6 34 34-48H50z", "#fbf5dc", "#8a6d12");
    private static readonly Icon Phone = new("M30 8h36v80H30z M43 78h10 M42 16h12", "#f1ecf9", "#6a4ca3");
    private static readonly Icon Keys = new("M8 28h80v40H8z M18 40h4 M30 40h4 M42 40h4 M54 40h4 M66 40h4 M78 40h2 M28 56h40", "#e9eef2",
        "#43596b");
    private static readonly Icon Mouse = new("M30 40a18 18 0 0 1 36 0v20a18 18 0 0 1-36 0z M48 22v18", "#e9eef2", "#43596b");
    private static readonly Icon Bag = new("M16 34h64v48H16z M36 34V20h24v14 M16 54h64 M44 50h8v10h-8z", "#f3ede8", "#76583f");
    private static readonly Icon Headphones = new("M16 62V48a32 32 0 0 1 64 0v14 M12 58h14v26H12z M70 58h14v26H70z", "#fbeaf0", "#a33c66");
    private static readonly Icon Speaker = new("M26 8h44v80H26z M48 22a7 7 0 1 0 .1 0z M48 44a16 16 0 1 0 .1 0z", "#fbeaf0", "#a33c66");
    private static readonly Icon Camera = new("M10 30h20l6-10h24l6 10h20v48H10z M48 38a15 15 0 1 0 .1 0z", "#fbeaf0", "#a33c66");
    private static readonly Icon Bulb = new("M36 68h24 M38 78h20 M48 10a23 23 0 0 1 12 42v8H36v-8a23 23 0 0 1 12-42z", "#fbf5dc",
        "#8a6d12");
    private static readonly Icon Home = new("M10 48L48 14l38 34 M20 42v40h56V42 M40 82V58h16v24", "#eaf5ef", "#2f7a55");

    // Slugs of the demo shop's categories and of those the import rules make; parents stand in for what is not listed.
    private static readonly Dictionary<string, Icon> BySlug = new(StringComparer.Ordinal)
    {
        ["computers"] = Laptop, ["laptops"] = Laptop, ["desktops"] = Tower, ["servers"] = Rack, ["monitors"] = Screen,
        ["components"] = Chip, ["processors"] = Chip, ["memory"] = Chip, ["motherboards"] = Chip, ["graphics-cards"] = Chip,
        ["cases-cooling"] = Tower,
        ["drives"] = Drive, ["storage"] = Drive, ["solid-state-drives"] = Drive, ["hard-drives"] = Drive, ["memory-cards"] = Drive,
        ["blank-media"] = Disc,
        ["printing"] = Printer, ["printers"] = Printer, ["scanners"] = Printer, ["ink"] = Drop, ["toner"] = Drop, ["paper"] = Sheet,
        ["labels"] = Sheet,
        ["cables"] = Cable, ["adapters"] = Cable, ["networks"] = Waves, ["networking"] = Waves, ["kvm"] = Keys, ["racks"] = Rack,
        ["power-protection"] = Bolt, ["power"] = Bolt, ["mobile"] = Phone, ["phones"] = Phone, ["tablets"] = Phone,
        ["smartwatches"] = Phone,
        ["workspace"] = Keys, ["keyboards"] = Keys, ["mice"] = Mouse, ["docks"] = Cable, ["mounts"] = Screen, ["bags"] = Bag,
        ["desk"] = Bag,
        ["screen-protection"] = Screen, ["picture-sound"] = Screen, ["televisions"] = Screen, ["projectors"] = Camera,
        ["headphones"] = Headphones,
        ["audio"] = Headphones, ["earbuds"] = Headphones, ["speakers"] = Speaker, ["players"] = Disc, ["cameras"] = Camera, ["play"] = Keys,
        ["gaming"] = Keys, ["home"] = Home, ["smart-home"] = Bulb, ["lighting"] = Bulb, ["appliances"] = Home, ["office-supplies"] = Sheet,
        ["licences"] = Sheet, ["office-home"] = Box,
    };

    /// <summary>The drawing for a product in this category: its own, else that of the nearest one above it, else a box.</summary>
    public static Icon For(IEnumerable<CategoryRef> path) =>
        path.Reverse().Select(category => BySlug.GetValueOrDefault(category.Slug)).FirstOrDefault(icon => icon is not null) ?? Box;

    /// <summary>A drawing.</summary>
    /// <param name="Path">The data of an SVG path.</param>
    /// <param name="Tint">The ground's colour.</param>
    /// <param name="Ink">The lines' colour; at least 4.5 to 1 against the tint.</param>
    internal sealed record Icon(string Path, string Tint, string Ink);
}
