using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Npgsql;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.CustomerGroups;

/// <summary>A group as staff send it, whole.</summary>
internal sealed partial record CustomerGroupInput(string? Code, string? Name) : IChecked
{
    public void Check(Faults faults)
    {
        faults.Text("code", Code, 40);
        faults.Unless(Code is null || CodePattern().IsMatch(Code.Trim()), "code", "must be small letters, digits and hyphens");
        faults.Text("name", Name, 100);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CodePattern();
}

/// <summary>A group as the API shows it.</summary>
internal sealed record CustomerGroupView(
    CustomerGroupId Id, string Code, string Name, long Members, DateTimeOffset CreatedAt, [property: JsonIgnore] int Version);

/// <summary>Groups in the database.</summary>
internal static class GroupRows
{
    public static async Task<CustomerGroupView?> Find(this Reads reads, CustomerGroupId id) =>
        (await reads.Query($"{Select} where g.id = {id}", Read)).FirstOrDefault();

    public static Task<List<CustomerGroupView>> Page(this Reads reads, PageQuery page) =>
        reads.Query($"{Select} order by g.code limit {page.PageSize} offset {page.Offset}", Read);

    /// <summary>A named write in which a second group with the code is refused.</summary>
    public static async Task<Outcome<T>> Write<T>(
        Database db, string name, Func<Tx, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        try
        {
            return await db.Write(name, work, cancel);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return GroupErrors.CodeTaken.Refuse();
        }
    }

    private static SqlText Select
    {
        get
        {
            SqlText sql = $"""
                select g.id, g.code, g.name, (select count(*) from pricing.customer_group_members m where m.group_id = g.id), g.created_at,
                  g.version
                from pricing.customer_groups g
                """;
            return sql;
        }
    }

    private static CustomerGroupView Read(NpgsqlDataReader row) => new(
        row.Id<Contracts.Kinds.CustomerGroup>(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.Instant(4), row.GetInt32(5));
}
