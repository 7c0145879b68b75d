using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.DemoGateway;

/// <summary>The gateway's own tables. No other part of the shop reads them.</summary>
internal sealed class DemoGatewayDb(DbContextOptions<DemoGatewayDb> options) : ModuleDb(options)
{
    public override string Schema => "demo_gateway";

    protected override void Entities(ModelBuilder model)
    {
    }
}
