namespace Tradepost.Platform.Data;

/// <summary>Instants as PostgreSQL keeps them.</summary>
public static class Instants
{
    /// <summary>Cut to whole microseconds, so that what is answered equals what is read back.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset instant) => new(instant.Ticks - (instant.Ticks % 10), instant.Offset);
}
