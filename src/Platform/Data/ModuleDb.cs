using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Data;

/// <summary>A module's own view of the database: its schema, its entities, its migrations. Names are snake_case, ids typed.</summary>
public abstract class ModuleDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The PostgreSQL schema the module owns.</summary>
    public abstract string Schema { get; }

    /// <summary>Adds the module's entities.</summary>
    protected abstract void Entities(ModelBuilder model);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasDefaultSchema(Schema);
        Entities(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (typeof(IId).IsAssignableFrom(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType))
                {
                    property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveColumnType("char(3)");
        foreach (var id in IdTypes())
        {
            var converter = typeof(IdConverter<>).MakeGenericType(id.GetGenericArguments());
            configurationBuilder.Properties(id).HaveConversion(converter);
        }
    }

    internal static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsUpper(character) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(character));
        }

        return snake.ToString();
    }

    private IEnumerable<Type> IdTypes() =>
        GetType().Assembly.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .Where(type => type.IsGenericType && !type.ContainsGenericParameters && type.GetGenericTypeDefinition() == typeof(Id<>))
            .Distinct();

    private sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.Of(code));

    private sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));
}
