using System.Runtime.InteropServices;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>What we need from the system that .NET has no call for.</summary>
internal static class SystemTool
{
    public const int Interrupt = 2;
    public const int Quit = 3;

    /// <summary>False when no such process is left, or it is not ours to signal.</summary>
    public static bool Signal(int processId, int signal) => Kill(processId, signal) == 0;

    public static bool Exists(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(d => File.Exists(Path.Combine(d, name)));

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int processId, int signal);
}
