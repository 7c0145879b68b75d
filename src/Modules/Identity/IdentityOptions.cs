namespace Tradepost.Identity;

/// <summary>Bound from configuration, "Identity".</summary>
internal sealed class IdentityOptions
{
    /// <summary>Where the keys that sign access tokens are kept. Made when missing.</summary>
    public string KeysDirectory { get; set; } = "";

    /// <summary>How long an access token is good.</summary>
    public TimeSpan AccessTokenTime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a session lasts without being used.</summary>
    public TimeSpan SessionTime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Failed sign-ins one network may make in a row, and how many it regains each minute.</summary>
    public int FailedLoginBurst { get; set; } = 50;

    /// <summary>See <see cref="FailedLoginBurst"/>.</summary>
    public int FailedLoginsPerMinute { get; set; } = 120;

    /// <summary>
    /// Registrations, resets and other costly requests one network may make in a row, and how many it regains each minute.
    /// </summary>
    public int RequestBurst { get; set; } = 300;

    /// <summary>See <see cref="RequestBurst"/>.</summary>
    public int RequestsPerMinute { get; set; } = 300;
}
