using System.Diagnostics;
using System.Runtime.Versioning;

[assembly: UnsupportedOSPlatform("windows")]

namespace Tradepost.IntegrationTests.PrivateCluster;

/// <summary>A folder of its own for a test, open to all users, gone afterwards. In memory where there is plenty: disks are slow.</summary>
internal sealed class TempFolder : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_101_101;

    private const string Memory = "/dev/shm";
    private const long Plenty = 4L << 30;

    public TempFolder(bool onDisk = false)
    {
        var inMemory = !onDisk && Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Plenty;
        Path = inMemory
            ? Directory.CreateDirectory(System.IO.Path.Combine(Memory, "tradepost-" + Guid.CreateVersion7())).FullName
            : Directory.CreateTempSubdirectory("tradepost-").FullName;
        File.SetUnixFileMode(Path, Everybody);
    }

    public string Path { get; }

    /// <summary>The path of something inside.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Shell.Run("rm", "-rf", Path);
}

/// <summary>The system's own commands, for what .NET has no call for.</summary>
internal static class Shell
{
    public static string Run(params string[] words)
    {
        var (status, output) = Try(words);
        return status == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', words)}: {output}");
    }

    public static (int Status, string Output) Try(params string[] words)
    {
        var info = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
