using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Tradepost.Platform.PrivateCluster;

namespace Tradepost.IntegrationTests.PrivateCluster;

/// <summary>A host in a process of its own (tests/ClusterHost), which a test can kill or start as another user.</summary>
internal sealed class SpawnedHost : IAsyncDisposable
{
    private readonly Process process;

    private SpawnedHost(Process process) => this.process = process;

    public int ProcessId => process.Id;

    public int ServerProcessId { get; private set; }

    public string ConnectionString { get; private set; } = "";

    /// <summary>"code message" when the cluster did not start.</summary>
    public string Fault { get; private set; } = "";

    private static string Dotnet => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    /// <summary>Starts the host and waits until its cluster is ready or refused.</summary>
    public static async Task<SpawnedHost> StartAsync(string data, HostPlace? place = null, string[]? through = null, string? path = null)
    {
        var host = Launch(data, place, through, path);
        var line = await host.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        var words = line.Split(' ', 3);
        if (words[0] == "ready")
        {
            host.ServerProcessId = int.Parse(words[1], CultureInfo.InvariantCulture);
            host.ConnectionString = words[2];
        }
        else
        {
            host.Fault = line.Length > 0 ? line["fault ".Length..] : await host.process.StandardError.ReadToEndAsync();
        }
        return host;
    }

    /// <summary>Starts the host and waits for nothing.</summary>
    public static SpawnedHost Launch(string data, HostPlace? place = null, string[]? through = null, string? path = null)
    {
        place ??= HostPlace.Built;
        string[] words = [.. through ?? [], Dotnet, place.HostDll, data, place.PostgresBin];
        var info = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        info.Environment["PATH"] = path ?? info.Environment["PATH"];
        return new(Process.Start(info)!);
    }

    /// <summary>SIGKILL: no clean-up of its own.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>The end of its input is the host's sign to stop.</summary>
    public async Task StopAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await StopAsync();
        }
        process.Dispose();
    }
}

/// <summary>Where the spawned host and its PostgreSQL lie.</summary>
internal sealed record HostPlace(string HostDll, string PostgresBin)
{
    private const string Dll = "Tradepost.ClusterHost.dll";

    public static HostPlace Built { get; } = new(Path.Combine(AppContext.BaseDirectory, Dll), Servers.Binaries.Directory);

    /// <summary>A copy that every user can read: the repository may lie below a folder closed to others.</summary>
    public static HostPlace CopyTo(TempFolder folder)
    {
        var host = folder["host"];
        var native = Path.GetDirectoryName(Servers.Binaries.Directory)!;
        Directory.CreateDirectory(host);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(f => Path.GetExtension(f) is ".dll" or ".json"))
        {
            File.Copy(file, Path.Combine(host, Path.GetFileName(file)));
        }
        Shell.Run("cp", "-a", native, folder["native"]);
        Shell.Run("chmod", "-R", "a+rX", host, folder["native"]);
        return new(Path.Combine(host, Dll), Path.Combine(folder["native"], "bin"));
    }
}
