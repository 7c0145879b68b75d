using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Orders;

/// <summary>The module's tables. Orders are snapshots that are written once and then only moved, so they are reached by SQL.</summary>
internal sealed class OrdersDb(DbContextOptions<OrdersDb> options) : ModuleDb(options)
{
    public override string Schema => "orders";

    protected override void Entities(ModelBuilder model)
    {
    }
}
