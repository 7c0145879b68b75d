using System.ComponentModel;
using System.Diagnostics;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>Runs a command to its end and gives what it printed.</summary>
internal static class Command
{
    public static Task<(int Status, string Output)> RunAsync(string[] words, CancellationToken ct) => RunAsync(Describe(words), ct);

    /// <summary>The exit status and both outputs, stdout first. A program that cannot be run answers 127, as in a shell.</summary>
    public static async Task<(int Status, string Output)> RunAsync(ProcessStartInfo info, CancellationToken ct)
    {
        Process process;
        Task exited;
        try
        {
            (process, exited) = await ParentThread.StartAsync(info);
        }
        catch (Win32Exception error)
        {
            return (127, error.Message);
        }
        using var done = process;
        using var stop = ct.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await exited;
        ct.ThrowIfCancellationRequested();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>A child with its own three streams, English messages, and nothing of the caller's PostgreSQL environment.</summary>
    public static ProcessStartInfo Describe(string[] words)
    {
        var info = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        foreach (var name in info.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            info.Environment.Remove(name);
        }
        info.Environment["LC_ALL"] = "C";
        return info;
    }
}
