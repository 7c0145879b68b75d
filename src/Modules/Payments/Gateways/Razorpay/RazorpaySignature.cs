using System.Text;
using Tradepost.Payments.Gateways.Calls;

namespace Tradepost.Payments.Gateways.Razorpay;

/// <summary>
/// Razorpay's two signatures, both HMAC-SHA256 in hex: over a webhook's body, and over "order|payment" of a buyer who paid.
/// </summary>
internal static class RazorpaySignature
{
    public static bool IsWebhook(string signature, ReadOnlySpan<byte> body, string secret) => Hmac.Same(Hmac.Hex(secret, body), signature);

    public static bool IsPayment(string order, string payment, string signature, string secret) =>
        secret.Length > 0 && Hmac.Same(Hmac.Hex(secret, Encoding.UTF8.GetBytes($"{order}|{payment}")), signature);
}
