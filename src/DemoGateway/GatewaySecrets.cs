using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Tradepost.DemoGateway;

/// <summary>The key a merchant shows, and the secret its webhooks are signed with.</summary>
internal sealed class GatewaySecrets(IConfiguration configuration)
{
    public string WebhookSecret => Required("WebhookSecret");

    /// <summary>Whether the request shows the key. Takes as long for a wrong one as for a right one.</summary>
    public bool IsMerchant(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var shown = request.Headers.Authorization.ToString();
        var key = shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? shown[Scheme.Length..] : "";
        return CryptographicOperations.FixedTimeEquals(Hash(key), Hash(Required("ApiKey")));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private string Required(string name) =>
        configuration["DemoGateway:" + name] ?? throw new InvalidOperationException($"DemoGateway:{name} is not configured.");
}
