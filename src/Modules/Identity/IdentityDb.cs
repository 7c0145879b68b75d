using Microsoft.EntityFrameworkCore;
using Tradepost.Identity.Addresses;
using Tradepost.Identity.Profiles;
using Tradepost.Platform.Data;

namespace Tradepost.Identity;

/// <summary>The module's tables. What people edit is here as entities; sessions and secrets are reached by SQL alone.</summary>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : ModuleDb(options)
{
    public override string Schema => "identity";

    public DbSet<Profile> Profiles => Set<Profile>();

    public DbSet<SavedAddress> Addresses => Set<SavedAddress>();

    protected override void Entities(ModelBuilder model)
    {
        model.Entity<Profile>().ToTable("profiles").HasKey(profile => profile.UserId);
        model.Entity<SavedAddress>().ToTable("addresses").HasKey(address => address.Id);
    }
}
