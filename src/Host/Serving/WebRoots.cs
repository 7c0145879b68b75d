namespace Tradepost.Host.Serving;

/// <summary>Where the built web apps and the demo shop lie: beside the binaries when published, in the repository otherwise.</summary>
internal sealed class WebRoots
{
    public WebRoots()
    {
        var root = Up(AppContext.BaseDirectory).Concat(Up(Directory.GetCurrentDirectory()))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "demo", "shop.json"))) ?? AppContext.BaseDirectory;
        Demo = Path.Combine(root, "demo");
        Storefront = First(Path.Combine(root, "web", "apps", "storefront", "dist"), Path.Combine(root, "storefront"));
        Admin = First(Path.Combine(root, "web", "apps", "admin", "dist"), Path.Combine(root, "admin"));
    }

    public string Demo { get; }

    public string Storefront { get; }

    public string Admin { get; }

    public string DemoMedia => Path.Combine(Demo, "media");

    private static string First(params string[] folders) => folders.FirstOrDefault(Directory.Exists) ?? folders[0];

    private static IEnumerable<string> Up(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
