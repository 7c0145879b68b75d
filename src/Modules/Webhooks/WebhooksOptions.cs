namespace Tradepost.Webhooks;

/// <summary>Bound from configuration, "Webhooks".</summary>
internal sealed class WebhooksOptions
{
    /// <summary>Lets receivers stand in the own network, and on this machine without TLS.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>How long a receiver may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A receiver that has failed for this long without one success is switched off.</summary>
    public TimeSpan DisableAfter { get; set; } = TimeSpan.FromDays(5);

    /// <summary>How long a retired secret still signs beside the new one.</summary>
    public TimeSpan RotationTime { get; set; } = TimeSpan.FromHours(24);
}
