using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Inventory;

/// <summary>The module's tables. All of them are contended or append-only, so they are reached by SQL only.</summary>
internal sealed class InventoryDb(DbContextOptions<InventoryDb> options) : ModuleDb(options)
{
    public override string Schema => "inventory";

    protected override void Entities(ModelBuilder model)
    {
    }
}
