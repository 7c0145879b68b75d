using System.Runtime.CompilerServices;

namespace Tradepost.House;

/// <summary>The checkout these tests belong to.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["/bin/", "/obj/", "/node_modules/", "/dist/", "/generated/", "/.data/", "/test-results/"];

    private static readonly string[] Searched = ["src", "tests", "web", "demo/tools"];

    public static string Root { get; } = Find();

    /// <summary>Source files with one of these endings, outside what is made by tools, with their path inside the repository.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Files(params string[] endings) =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Select(file => (Full: file, Path: "/" + Path.GetRelativePath(Root, file).Replace('\\', '/')))
            .Where(file => endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !Made.Any(made => file.Path.Contains(made, StringComparison.Ordinal)))
            .Select(file => (file.Path[1..], File.ReadAllLines(file.Full)));

    private static IEnumerable<string> Folders => Searched.Where(folder => Directory.Exists(Path.Combine(Root, folder)));

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Tradepost.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Tradepost.slnx was not found above the tests.");
        }

        return folder.FullName;
    }
}
