using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Carts;

/// <summary>The module's tables. Every click changes them, so they are reached by SQL only.</summary>
internal sealed class CartsDb(DbContextOptions<CartsDb> options) : ModuleDb(options)
{
    public override string Schema => "carts";

    protected override void Entities(ModelBuilder model)
    {
    }
}
