using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Data;

/// <summary>
/// A statement written as an interpolated string, whose holes always become parameters. Text can't be put into SQL by accident:
/// only another <see cref="SqlText"/> is taken over as SQL.
/// </summary>
[InterpolatedStringHandler]
public sealed class SqlText(int literalLength, int formattedCount)
{
    private const char Hole = '\u0001';
    private readonly StringBuilder text = new(literalLength + (formattedCount * 3));
    private readonly List<NpgsqlParameter> parameters = new(formattedCount);

    /// <summary>A fragment that adds nothing, for optional parts.</summary>
    public static SqlText Empty => new(0, 0);

    /// <summary>Joins fragments with a separator of SQL.</summary>
    public static SqlText Join(string separator, IEnumerable<SqlText> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var whole = new SqlText(64, 8);
        foreach (var part in parts)
        {
            if (whole.text.Length > 0)
            {
                whole.text.Append(separator);
            }

            whole.AppendFormatted(part);
        }

        return whole;
    }

    /// <summary>Part of the statement's own text.</summary>
    public void AppendLiteral(string value) => text.Append(value);

    /// <summary>A fragment of SQL with parameters of its own.</summary>
    public void AppendFormatted(SqlText fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        text.Append(fragment.text);
        parameters.AddRange(fragment.parameters);
    }

    /// <summary>A parameter.</summary>
    public void AppendFormatted<T>(T value)
    {
        text.Append(Hole);
        parameters.Add(Parameter(value));
    }

    internal NpgsqlCommand Command(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Numbered(), connection);
        parameters.ForEach(parameter => command.Parameters.Add(parameter));
        return command;
    }

    internal NpgsqlCommand Command(NpgsqlDataSource source)
    {
        var command = source.CreateCommand(Numbered());
        parameters.ForEach(parameter => command.Parameters.Add(parameter));
        return command;
    }

    /// <summary>The same once more: a parameter belongs to one command for good, so these are copies.</summary>
    internal NpgsqlCommand CommandAgain(NpgsqlDataSource source)
    {
        var command = source.CreateCommand(Numbered());
        parameters.ForEach(parameter => command.Parameters.Add(parameter.Clone()));
        return command;
    }

    internal NpgsqlBatchCommand BatchCommand()
    {
        var command = new NpgsqlBatchCommand(Numbered());
        parameters.ForEach(parameter => command.Parameters.Add(parameter));
        return command;
    }

    private string Numbered()
    {
        var sql = new StringBuilder(text.Length + parameters.Count);
        var number = 0;
        foreach (var chunk in text.GetChunks())
        {
            foreach (var character in chunk.Span)
            {
                _ = character == Hole ? sql.Append('$').Append(++number) : sql.Append(character);
            }
        }

        return sql.ToString();
    }

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        IId id => new NpgsqlParameter<Guid> { TypedValue = id.Value },
        Json json => new NpgsqlParameter<string> { TypedValue = json.Text, NpgsqlDbType = NpgsqlDbType.Jsonb },
        DateTimeOffset at => new NpgsqlParameter<DateTime> { TypedValue = at.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        Currency currency => new NpgsqlParameter<string> { TypedValue = currency.Code },
        string some => new NpgsqlParameter<string> { TypedValue = some },
        Guid some => new NpgsqlParameter<Guid> { TypedValue = some },
        int some => new NpgsqlParameter<int> { TypedValue = some },
        long some => new NpgsqlParameter<long> { TypedValue = some },
        bool some => new NpgsqlParameter<bool> { TypedValue = some },
        Money => throw new InvalidOperationException("Pass Minor and Currency: an amount is two columns."),
        _ => new NpgsqlParameter { Value = value },
    };
}
