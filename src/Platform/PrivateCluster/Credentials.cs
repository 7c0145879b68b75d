using Npgsql;

namespace Tradepost.Platform.PrivateCluster;

/// <summary>How the host signs in to its cluster: as the superuser, with the password that lies inside the cluster's folder.</summary>
internal static class Credentials
{
    public const string SuperUser = "tradepost";

    /// <summary>Readable by its owner only; written before the cluster gets its name, so no cluster is without it.</summary>
    public const string File = "tradepost.password";

    /// <summary>Everything but the port.</summary>
    public static NpgsqlConnectionStringBuilder Read(string clusterPath) => new()
    {
        Host = "127.0.0.1",
        Username = SuperUser,
        Password = System.IO.File.ReadAllText(Path.Combine(clusterPath, File)).Trim(),
        Database = "postgres",
        SslMode = SslMode.Disable, // Loopback only; asking costs a round trip for each connection.
        GssEncryptionMode = GssEncryptionMode.Disable,
    };
}
