using System.Runtime.Versioning;

[assembly: UnsupportedOSPlatform("windows")]

namespace Tradepost.UnitTests.PrivateCluster;

/// <summary>A folder of its own for a test.</summary>
internal sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tradepost-").FullName;

    public string File(string name, string text = "")
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
