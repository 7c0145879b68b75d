namespace Tradepost.Notifications.Post;

/// <summary>When a mail that could not be sent is tried again.</summary>
internal static class Patience
{
    /// <summary>Attempts after which it is given up and shown to staff as failed: about four hours.</summary>
    public const int MaxAttempts = 10;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The wait after this many attempts; null: no more.</summary>
    public static TimeSpan? After(int attempts)
    {
        var wait = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return attempts >= MaxAttempts ? null : wait < Longest ? wait : Longest;
    }
}
