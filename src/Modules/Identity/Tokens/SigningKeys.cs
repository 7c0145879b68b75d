using Microsoft.Extensions.Options;

namespace Tradepost.Identity.Tokens;

/// <summary>
/// The keys in the keys directory, one file each, readable by the owner alone. The newest signs, all verify. The directory is read again
/// when a token names a key nobody knows: another node may have made it.
/// </summary>
internal sealed class SigningKeys(IOptions<IdentityOptions> options, TimeProvider time)
{
    private const string Prefix = "access-token-";
    private const string Suffix = ".pem";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private Dictionary<string, SigningKey> known = new(StringComparer.Ordinal);
    private DateTimeOffset readAt;

    public SigningKey Newest()
    {
        lock (gate)
        {
            if (known.Count == 0)
            {
                Load();
            }

            if (known.Count == 0)
            {
                Make();
            }

            return known.Values.MaxBy(key => key.Id, StringComparer.Ordinal)!;
        }
    }

    public SigningKey? Find(string id)
    {
        lock (gate)
        {
            if (!known.ContainsKey(id) && time.GetUtcNow() - readAt >= Patience)
            {
                Load();
            }

            return known.GetValueOrDefault(id);
        }
    }

    private string Directory() => options.Value.KeysDirectory is { Length: > 0 } directory
        ? System.IO.Directory.CreateDirectory(directory).FullName
        : throw new InvalidOperationException("Identity:KeysDirectory is not set: access tokens need a place for their keys.");

    private void Load()
    {
        readAt = time.GetUtcNow();
        known = System.IO.Directory.EnumerateFiles(Directory(), Prefix + "*" + Suffix)
            .Select(file => SigningKey.FromPem(Path.GetFileName(file)[Prefix.Length..^Suffix.Length], File.ReadAllText(file)))
            .ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    // Written under another name and moved, so that nobody ever reads half a key.
    private void Make()
    {
        var key = SigningKey.New(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
        var file = Path.Combine(Directory(), Prefix + key.Id + Suffix);
        var draft = file + ".new";
        using (var stream = new FileStream(draft, Private()))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(key.ToPem());
        }

        File.Move(draft, file);
        known[key.Id] = key;
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
