namespace Tradepost.Host.Seeding;

/// <summary>A clock that can be set back, so that the demo shop's past is made by the same code as its present.</summary>
internal sealed class ReplayClock : TimeProvider
{
    public TimeSpan Back { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - Back;
}
