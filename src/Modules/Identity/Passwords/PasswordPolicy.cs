using System.Collections.Frozen;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Passwords;

/// <summary>Which passwords may be chosen: long ones, or shorter ones of mixed signs, and none that everybody tries first.</summary>
internal static class PasswordPolicy
{
    public const int MinLength = 8;
    public const int LongEnough = 12;
    public const int MaxLength = 200;
    private const int MinDistinct = 4;
    private const int MinClasses = 3;
    private static readonly Lazy<FrozenSet<string>> Common = new(Load);

    /// <summary>Notes under the field why the password may not be chosen, if so.</summary>
    public static void Check(Faults faults, string field, string? password, string? email)
    {
        if (!faults.Has(field) && Fault(password, email) is { } reason)
        {
            faults.Add(field, reason);
        }
    }

    /// <summary>Why the password may not be chosen; null when it may.</summary>
    public static string? Fault(string? password, string? email) => password switch
    {
        null or "" => "is required",
        { Length: < MinLength } => "must have at least 8 characters",
        { Length: > MaxLength } => "must have at most 200 characters",
        { Length: < LongEnough } when Classes(password) < MinClasses =>
            "must mix at least three of lower case, upper case, digits and other signs, or have 12 characters or more",
        _ when IsLikeEmail(password, email) => "must not be the e-mail address",
        _ when Common.Value.Contains(password.ToLowerInvariant()) || password.ToLowerInvariant().Distinct().Count() < MinDistinct =>
            "is one of those that are guessed first",
        _ => null,
    };

    private static int Classes(string password) => new[]
    {
        password.Any(char.IsLower),
        password.Any(char.IsUpper),
        password.Any(char.IsDigit),
        password.Any(sign => !char.IsLetterOrDigit(sign)),
    }.Count(present => present);

    private static bool IsLikeEmail(string password, string? email) =>
        email?.Trim() is { Length: > 0 } address
        && (password.Equals(address, StringComparison.OrdinalIgnoreCase)
            || password.Equals(address.Split('@')[0], StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordPolicy).Assembly.GetManifestResourceStream("Tradepost.Identity.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
