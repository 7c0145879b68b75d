using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Platform;

/// <summary>The platform's own tables: events and their deliveries, idempotency keys, data-protection keys. Reached by SQL only.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options) : ModuleDb(options)
{
    /// <inheritdoc/>
    public override string Schema => "platform";

    /// <inheritdoc/>
    protected override void Entities(ModelBuilder model)
    {
    }
}
