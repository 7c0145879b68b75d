using System.Buffers.Text;
using System.Globalization;
using Tradepost.Platform.Access;

namespace Tradepost.Webhooks.Endpoints;

/// <summary>The secrets that sign what a receiver is sent. Derived, so that reading the database is not enough to forge an event.</summary>
internal sealed class Secrets(ShopKey key)
{
    private const int Bytes = 32;

    /// <summary>"whsec_" and 43 characters.</summary>
    public string Of(EndpointId endpoint, int generation) => "whsec_" + Base64Url.EncodeToString(
        key.Derive(string.Create(CultureInfo.InvariantCulture, $"webhooks:{endpoint}:{generation}"), Bytes));
}
