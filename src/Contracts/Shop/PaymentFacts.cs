namespace Tradepost.Contracts.Shop;

/// <summary>How the shop takes money.</summary>
public sealed record PaymentFacts
{
    /// <summary>When money paid online is taken.</summary>
    public CaptureTime Capture { get; init; } = CaptureTime.Automatic;
}

/// <summary>When money is taken.</summary>
public enum CaptureTime
{
    /// <summary>At once.</summary>
    Automatic,

    /// <summary>It is held at checkout and taken when the first parcel is handed over.</summary>
    OnShipment,
}
