using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Notifications;

/// <summary>Servers others wrote (tools/judges/notices), as a process of its own, with certificates made for this run.</summary>
public sealed class Judge : IAsyncDisposable
{
    private readonly Process process;
    private readonly JsonNode ports;
    private readonly HttpClient http;

    private Judge(Process process, JsonNode ports, string authority)
    {
        (this.process, this.ports, Authority) = (process, ports, authority);
        http = new HttpClient { BaseAddress = new Uri(Address + "/") };
    }

    /// <summary>The file of the authority that signed the good server's certificate.</summary>
    public string Authority { get; }

    /// <summary>Its web server.</summary>
    public string Address => $"http://127.0.0.1:{Port("web")}";

    /// <summary>The port of one of its servers: good, other (a certificate of nobody's), plain (no STARTTLS).</summary>
    public int Port(string server) => ports[server]!.GetValue<int>();

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<Judge> Start(string folder)
    {
        Directory.CreateDirectory(folder);
        WriteCertificates(folder);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(Root(), "tools", "judges", "notices", "judge.mjs"));
        start.ArgumentList.Add(folder);
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("The judge ended before it listened.");
        return new(process, JsonNode.Parse(line)!, Path.Combine(folder, "authority.crt"));
    }

    /// <summary>Asks it.</summary>
    public async Task<JsonNode> Ask(string path, object? body = null) =>
        (body is null ? await http.Get(path) : await http.Post(path, body)).Is(200).Json;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static void WriteCertificates(string folder)
    {
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = authority.CreateSelfSigned(from, to);
        File.WriteAllText(Path.Combine(folder, "authority.crt"), root.ExportCertificatePem());
        foreach (var name in new[] { "good", "other" })
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
            using var signed = name == "good" ? request.Create(root, from, to, [1, 2, 3]) : request.CreateSelfSigned(from, to);
            File.WriteAllText(Path.Combine(folder, name + ".crt"), signed.ExportCertificatePem());
            File.WriteAllText(Path.Combine(folder, name + ".key"), key.ExportPkcs8PrivateKeyPem());
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tradepost.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Tradepost.slnx was not found above the tests.");
        }

        return folder.FullName;
    }
}
