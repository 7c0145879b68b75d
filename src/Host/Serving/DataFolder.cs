using System.Security.Cryptography;

namespace Tradepost.Host.Serving;

/// <summary>The folder the shop keeps its own files in: keys and secrets, readable by nobody else.</summary>
internal sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(folder.Keys);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder.Keys, OwnerOnly | UnixFileMode.UserExecute);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new Cli.UsageException($"the data folder {folder.Path} can't be written: {failure.Message}");
        }

        return folder;
    }

    /// <summary>A secret of this shop by name, made at its first use.</summary>
    public string Secret(string name)
    {
        var file = System.IO.Path.Combine(Keys, name);
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        using var stream = new FileStream(file, Create());
        using var writer = new StreamWriter(stream);
        writer.Write(secret);
        return secret;
    }

    private static FileStreamOptions Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
