using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>
/// Makes a new cluster beside its final name and renames it when whole:
/// a host that dies in between leaves only rubbish that the next one sweeps.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class ClusterInitializer
{
    private const string Unfinished = ".init-";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task RunAsync(ClusterFolder folder, PostgresBinaries binaries, Launcher launcher, CancellationToken ct)
    {
        await SweepAsync(folder.Path);
        var final = folder.ClusterPath(binaries.Major);
        var work = final + Unfinished + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        try
        {
            await FillAsync(work, binaries, launcher, ct);
            if (Directory.Exists(final))
            {
                Directory.Delete(final); // Known to be empty; a rename needs a free name.
            }
            Directory.Move(work, final);
        }
        finally
        {
            await SweepAsync(folder.Path);
        }
    }

    private static async Task FillAsync(string work, PostgresBinaries binaries, Launcher launcher, CancellationToken ct)
    {
        Directory.CreateDirectory(work, OwnerOnly | UnixFileMode.UserExecute);
        var secret = work + ".password";
        await WriteSecretAsync(secret);
        await launcher.GiveAsync([work, secret], ct);
        var (status, output) = await Command.RunAsync(launcher.Short(binaries.InitDb, Arguments(binaries, work, secret)), ct);
        if (status != 0)
        {
            throw FaultTranslation.FromOutput("initdb", output, work);
        }
        File.Move(secret, Path.Combine(work, Credentials.File));
    }

    private static async Task WriteSecretAsync(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        await using var writer = new StreamWriter(path, options);
        await writer.WriteLineAsync(RandomNumberGenerator.GetHexString(48, lowercase: true));
    }

    private static string[] Arguments(PostgresBinaries binaries, string work, string secret) =>
    [
        "--pgdata=" + work, "--username=" + Credentials.SuperUser, "--pwfile=" + secret, "--auth=scram-sha-256",
        "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
        // The built-in provider compares bytes and never changes with the system's libraries, which would break indexes.
        .. binaries.Major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : Array.Empty<string>(),
    ];

    private static async Task SweepAsync(string dataPath)
    {
        foreach (var rest in Directory.EnumerateDirectories(dataPath, "pg*" + Unfinished + "*"))
        {
            await DeleteAsync(rest);
        }
        foreach (var rest in Directory.EnumerateFiles(dataPath, "pg*" + Unfinished + "*"))
        {
            File.Delete(rest);
        }
    }

    // The children of a killed initdb notice its death a moment later, and write until then.
    private static async Task DeleteAsync(string directory)
    {
        for (var attempt = 1; Directory.Exists(directory); attempt++)
        {
            try
            {
                Directory.Delete(directory, recursive: true);
            }
            catch (IOException) when (attempt < 100)
            {
                await Task.Delay(50);
            }
        }
    }
}
