using Tradepost.Platform.PrivateCluster;

namespace Tradepost.UnitTests.PrivateCluster;

public class LibraryLinksTests
{
    [Fact]
    public void Missing_links_are_made_relative_and_present_files_are_left()
    {
        using var package = new Scratch();
        package.File("native/bin/postgres");
        package.File("native/lib/libx.so.1.2", "library");
        var kept = package.File("native/lib/libx.so.1", "already here");
        package.File("native/pg-symlinks.json", """
            [{"source":"native/lib/libx.so.1.2","target":"native/lib/libx.so"},
             {"source":"native/lib/libx.so.1.2","target":"native/lib/libx.so.1"}]
            """);

        LibraryLinks.Make(Path.Combine(package.Path, "native/bin"));
        LibraryLinks.Make(Path.Combine(package.Path, "native/bin"));

        var link = new FileInfo(Path.Combine(package.Path, "native/lib/libx.so"));
        Assert.Equal("libx.so.1.2", link.LinkTarget);
        Assert.Equal("library", File.ReadAllText(link.FullName));
        Assert.Equal("already here", File.ReadAllText(kept));
    }

    [Fact]
    public void A_system_installation_needs_none()
    {
        using var system = new Scratch();
        system.File("bin/postgres");
        LibraryLinks.Make(Path.Combine(system.Path, "bin"));
        Assert.Equal(["bin"], Directory.EnumerateFileSystemEntries(system.Path).Select(Path.GetFileName));
    }
}
