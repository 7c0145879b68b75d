using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing;

/// <summary>What staff set: taxes and ways to deliver.</summary>
internal sealed class PricingDb(DbContextOptions<PricingDb> options) : ModuleDb(options)
{
    public override string Schema => "pricing";

    public DbSet<TaxRate> TaxRates => Set<TaxRate>();

    public DbSet<ShippingMethod> ShippingMethods => Set<ShippingMethod>();

    protected override void Entities(ModelBuilder model)
    {
        model.Entity<TaxRate>().ToTable("tax_rates").HasKey(rate => rate.Id);
        model.Entity<ShippingMethod>().ToTable("shipping_methods").HasKey(method => method.Id);
    }
}
