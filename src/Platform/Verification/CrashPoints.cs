using System.Diagnostics;

namespace Tradepost.Platform.Verification;

/// <summary>
/// Places where a test lets the host die as if its power were cut. Costs nothing unless the environment variable TRADEPOST_CRASH_AT names
/// one of them; then the process kills itself there with SIGKILL: no handlers run, nothing is flushed.
/// </summary>
public static class CrashPoints
{
    private static readonly string? Armed = Environment.GetEnvironmentVariable("TRADEPOST_CRASH_AT") is { Length: > 0 } name ? name : null;

    /// <summary>Dies here when armed for this point.</summary>
    /// <param name="point">"module.moment".</param>
    public static void Hit(string point)
    {
        if (Armed is not null && string.Equals(Armed, point, StringComparison.Ordinal))
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite); // the signal arrives; no line after this one may run
        }
    }
}
