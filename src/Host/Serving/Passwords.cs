using System.Security.Cryptography;

namespace Tradepost.Host.Serving;

/// <summary>Passwords made up for accounts nobody chose one for.</summary>
internal static class Passwords
{
    // No letters that are taken for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string MakeUp() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}
