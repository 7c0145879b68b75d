using System.Text.Json;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// An npm package cannot carry symbolic links: its install script makes those of the shared libraries, unless scripts are switched off.
/// Then we make them, from the list that the package brings.
/// </summary>
internal static class LibraryLinks
{
    private sealed record Link(string Source, string Target);

    public static void Make(string binDirectory)
    {
        var native = Path.GetDirectoryName(Path.GetFullPath(binDirectory))!;
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }
        var package = Path.GetDirectoryName(native)!;
        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            MakeOne(Path.Combine(package, link.Source), Path.Combine(package, link.Target));
        }
    }

    private static void MakeOne(string source, string target)
    {
        if (File.Exists(target))
        {
            return;
        }
        try
        {
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
        catch (IOException) when (File.Exists(target))
        {
            // Another host made it in the same moment.
        }
        catch (UnauthorizedAccessException error)
        {
            throw new PostgresClusterException(ClusterFault.NoPermission, $"The library link {target} is missing and cannot be made " +
                "by this user. Run `npm rebuild` in tools/postgres as the user who owns it.", error);
        }
    }
}
