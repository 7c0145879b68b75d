using Tradepost.IntegrationTests.PrivateCluster;

namespace Tradepost.IntegrationTests.RunScript;

/// <summary>Runs the repository's `run`, or parts of it.</summary>
internal static class Bash
{
    public static string Root { get; } = FindRoot();

    public static (int Status, string Output) Run(params string[] arguments) => Shell.Try([Path.Combine(Root, "run"), .. arguments]);

    /// <summary>Runs lines of bash after reading the parts of `run`, with the state of set-up in a folder of its own.</summary>
    public static (int Status, string Output) Lines(string state, string lines)
    {
        var begin = $"set -euo pipefail; root='{state}'; cd '{Root}'; for part in steps setup tests; do . tools/run/$part.sh; done; ";
        return Shell.Try("bash", "-c", begin + lines);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tradepost.slnx")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }
}
