using System.Text;
using Tradepost.Platform.Data;

namespace Tradepost.Host.Docs;

/// <summary>The migrated schema as text, read from PostgreSQL's own catalogue.</summary>
internal static class SchemaText
{
    private sealed record Column(string Schema, string Table, string Name, string Type, bool Required, string? Default);

    private sealed record Part(string Schema, string Table, string Name, string Definition);

    private sealed record Reference(string From, string To, string Column, bool Required);

    private static SqlText Ours => $"n.nspname not in ('public', 'information_schema') and n.nspname not like 'pg\\_%'";

    public static async Task<string> Sql(Database db, CancellationToken cancel)
    {
        var columns = await Columns(db, cancel);
        var constraints = await Parts(db,
            $"""
            select n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid) from pg_constraint k join pg_class c on c.oid = k.conrelid
              join pg_namespace n on n.oid = c.relnamespace where k.contype <> 'n' and {Ours}
            """, cancel);
        var indexes = await Parts(db,
            $"""
            select n.nspname, c.relname, i.relname, pg_get_indexdef(i.oid) from pg_index x join pg_class i on i.oid = x.indexrelid
              join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace where {Ours} and not exists (select 1
              from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u'))
            """, cancel);
        var triggers = await Parts(db,
            $"""
            select n.nspname, c.relname, t.tgname, pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
              join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and {Ours}
            """, cancel);
        var functions = await Parts(db,
            $"""
            select n.nspname, p.proname, p.proname, pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
              where p.prokind in ('f', 'p') and {Ours}
            """, cancel);
        var text = new StringBuilder("-- Generated from the migrated schema. Tables by schema and name.\n");
        foreach (var table in columns.GroupBy(column => (column.Schema, column.Table))
            .OrderBy(table => table.Key.Schema, StringComparer.Ordinal).ThenBy(table => table.Key.Table, StringComparer.Ordinal))
        {
            Table(text, table.Key, [.. table], constraints);
            Append(text, indexes, table.Key);
            Append(text, triggers, table.Key);
        }

        foreach (var function in functions.OrderBy(function => function.Schema + "." + function.Name, StringComparer.Ordinal))
        {
            text.Append('\n').Append(function.Definition.Trim()).Append(";\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    public static async Task<string> Diagram(Database db, CancellationToken cancel)
    {
        var columns = await Columns(db, cancel);
        var references = await db.Query(
            $"""
            select n.nspname || '.' || c.relname, fn.nspname || '.' || f.relname, a.attname, a.attnotnull
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
            where k.contype = 'f' and {Ours} order by 1, 2, 3
            """,
            row => new Reference(row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)), cancel);
        var text = new StringBuilder("# Entities and their relations\n\nGenerated from the migrated schema.\n\n```mermaid\nerDiagram\n");
        foreach (var table in columns.GroupBy(column => column.Schema + "." + column.Table)
            .OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            text.Append("  ").Append(Entity(table.Key)).Append(" {\n");
            foreach (var column in table)
            {
                text.Append("    ").Append(column.Type.Replace(' ', '_').Replace("(", "_", StringComparison.Ordinal)
                    .Replace(")", "", StringComparison.Ordinal).Replace(",", "_", StringComparison.Ordinal))
                    .Append(' ').Append(column.Name).Append('\n');
            }

            text.Append("  }\n");
        }

        foreach (var reference in references)
        {
            text.Append("  ").Append(Entity(reference.To)).Append(reference.Required ? " ||--o{ " : " |o--o{ ")
                .Append(Entity(reference.From)).Append(" : ").Append(reference.Column).Append('\n');
        }

        return text.Append("```\n").ToString();
    }

    private static string Entity(string table) => table.Replace('.', '_');

    private static Task<List<Column>> Columns(Database db, CancellationToken cancel) => db.Query(
        $"""
        select n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> '__migrations' and {Ours}
        order by n.nspname, c.relname, a.attnum
        """,
        row => new Column(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4), row.TextOrNull(5)),
            cancel);

    private static Task<List<Part>> Parts(Database db, SqlText query, CancellationToken cancel) =>
        db.Query(query, row => new Part(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), cancel);

    private static void Table(StringBuilder text, (string Schema, string Table) table, IReadOnlyList<Column> columns,
        IReadOnlyList<Part> constraints)
    {
        static string Line(Column column) =>
            $"  {column.Name} {column.Type}{(column.Required ? " not null" : "")}"
            + (column.Default is null ? "" : " default " + column.Default);
        var lines = columns.Select(Line)
            .Concat(constraints.Where(part => part.Schema == table.Schema && part.Table == table.Table)
                .OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => $"  constraint {part.Name} {part.Definition}"));
        text.Append("\ncreate table ").Append(table.Schema).Append('.').Append(table.Table).Append(" (\n")
            .Append(string.Join(",\n", lines)).Append(");\n");
    }

    private static void Append(StringBuilder text, IReadOnlyList<Part> parts, (string Schema, string Table) table)
    {
        foreach (var part in parts.Where(part => part.Schema == table.Schema && part.Table == table.Table)
            .OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            text.Append(part.Definition).Append(";\n");
        }
    }
}
