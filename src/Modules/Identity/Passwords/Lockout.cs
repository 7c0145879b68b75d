namespace Tradepost.Identity.Passwords;

/// <summary>
/// How long an address must wait after failed attempts: not at all at first, then twice as long each time, up to a bound.
/// </summary>
internal static class Lockout
{
    /// <summary>Failures that cost no waiting.</summary>
    public const int Free = 4;

    /// <summary>After this long without a failure the count starts anew.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The wait after this many failures in a row.</summary>
    public static TimeSpan After(int failures)
    {
        var doublings = Math.Clamp(failures - Free - 1, 0, 10);
        var wait = First * (1 << doublings);
        return failures <= Free ? TimeSpan.Zero : wait < Longest ? wait : Longest;
    }
}
