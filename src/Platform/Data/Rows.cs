using Npgsql;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Data;

/// <summary>Reads columns by position as the house's own types.</summary>
public static class Rows
{
    /// <summary>A typed id.</summary>
    public static Id<T> Id<T>(this NpgsqlDataReader row, int column) => new(row.GetGuid(column));

    /// <summary>A typed id, or null.</summary>
    public static Id<T>? IdOrNull<T>(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : new Id<T>(row.GetGuid(column));

    /// <summary>An instant in UTC.</summary>
    public static DateTimeOffset Instant(this NpgsqlDataReader row, int column) => new(row.GetDateTime(column), TimeSpan.Zero);

    /// <summary>An instant in UTC, or null.</summary>
    public static DateTimeOffset? InstantOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    /// <summary>An amount kept in two columns: minor units (bigint) and currency (char(3)).</summary>
    public static Money Money(this NpgsqlDataReader row, int minor, int currency) =>
        new(row.GetInt64(minor), Currency.Of(row.GetString(currency)));

    /// <summary>An amount whose minor units may be null.</summary>
    public static Money? MoneyOrNull(this NpgsqlDataReader row, int minor, int currency) =>
        row.IsDBNull(minor) ? null : row.Money(minor, currency);

    /// <summary>A text, or null.</summary>
    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A whole number, or null.</summary>
    public static int? IntOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    /// <summary>A jsonb column as a value.</summary>
    public static T Json<T>(this NpgsqlDataReader row, int column) => Data.Json.Read<T>(row.GetString(column));

    /// <summary>The UUIDs behind typed ids, as an array parameter, in ascending order so that locks are always taken in one
    /// order.</summary>
    public static Guid[] Guids<T>(this IEnumerable<Id<T>> ids) => ids.Select(id => id.Value).Order().ToArray();
}
