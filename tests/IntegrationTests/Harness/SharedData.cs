using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Harness;

/// <summary>Real and hostile data that lies beside the checkout, not in it. Tests that need it are skipped where it is absent.</summary>
public static class SharedData
{
    /// <summary>The file's path; skips the test when it is not there.</summary>
    public static string Path(string name)
    {
        var root = Environment.GetEnvironmentVariable("TRADEPOST_SHARED_DATA") ?? System.IO.Path.Combine(
            Checkout(), "..", "shared", "data");
        var file = System.IO.Path.Combine(root, name);
        if (!File.Exists(file))
        {
            Assert.Skip($"{name} is not beside the checkout; set TRADEPOST_SHARED_DATA to where it is.");
        }

        return file;
    }

    /// <summary>Each line of a gzipped JSONL file.</summary>
    public static IEnumerable<JsonNode> Lines(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path(name)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return JsonNode.Parse(line)!;
        }
    }

    private static string Checkout([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", ".."));
}
