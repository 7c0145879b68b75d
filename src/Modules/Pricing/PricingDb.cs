using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;
using Tradepost.Pricing.Delivery;
using Tradepost.Pricing.Promotions.Stored;
using Tradepost.Pricing.ShippingMethods;
using Tradepost.Pricing.ShippingMethods.Zones;
using Tradepost.Pricing.Taxes.Classes;
using Tradepost.Pricing.Taxes.Exemptions;
using Tradepost.Pricing.TaxRates;

namespace Tradepost.Pricing;

/// <summary>What staff set: taxes, ways to deliver, promotions.</summary>
internal sealed class PricingDb(DbContextOptions<PricingDb> options) : ModuleDb(options)
{
    public override string Schema => "pricing";

    public DbSet<TaxRate> TaxRates => Set<TaxRate>();

    public DbSet<TaxClass> TaxClasses => Set<TaxClass>();

    public DbSet<TaxExemption> TaxExemptions => Set<TaxExemption>();

    public DbSet<ShippingMethod> ShippingMethods => Set<ShippingMethod>();

    public DbSet<Promotion> Promotions => Set<Promotion>();

    public DbSet<StoredZone> ShippingZones => Set<StoredZone>();

    public DbSet<StoredCalendar> Calendars => Set<StoredCalendar>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    protected override void Entities(ModelBuilder model)
    {
        model.Entity<TaxRate>().ToTable("tax_rates").HasKey(rate => rate.Id);
        model.Entity<ShippingMethod>().ToTable("shipping_methods").Ignore(method => method.Chart).HasKey(method => method.Id);
        model.Entity<StoredZone>().ToTable("shipping_zones").HasKey(zone => zone.Id);
        model.Entity<StoredCalendar>().ToTable("delivery_calendar").HasKey(calendar => calendar.Id);
        model.Entity<Holiday>().ToTable("delivery_holidays").HasKey(holiday => holiday.Day);
        model.Entity<TaxClass>().ToTable("tax_classes").HasKey(some => some.Id);
        model.Entity<TaxExemption>().ToTable("tax_exemptions").HasKey(exemption => exemption.Id);
        var promotion = model.Entity<Promotion>().ToTable("promotions");
        promotion.HasKey(some => some.Id);
        promotion.Property(some => some.Conditions).HasColumnType("jsonb");
        promotion.Property(some => some.Benefit).HasColumnType("jsonb");
    }
}
