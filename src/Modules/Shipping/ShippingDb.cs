using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Shipping;

/// <summary>The module's tables, reached by SQL: a parcel is written with the order it belongs to.</summary>
internal sealed class ShippingDb(DbContextOptions<ShippingDb> options) : ModuleDb(options)
{
    public override string Schema => "shipping";

    protected override void Entities(ModelBuilder model)
    {
    }
}
