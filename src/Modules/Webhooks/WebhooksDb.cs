using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Webhooks;

/// <summary>The module's schema and migrations. Its tables are reached by SQL.</summary>
internal sealed class WebhooksDb(DbContextOptions<WebhooksDb> options) : ModuleDb(options)
{
    public override string Schema => "webhooks";

    protected override void Entities(ModelBuilder model)
    {
    }
}
