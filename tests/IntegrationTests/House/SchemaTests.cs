using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Data;

namespace Tradepost.IntegrationTests.House;

/// <summary>What holds of every table, whoever owns it.</summary>
public sealed class SchemaTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static SqlText Ours => $"n.nspname not in ('public', 'information_schema') and n.nspname not like 'pg\\_%'";

    [Fact]
    public async Task Every_foreign_key_is_indexed() => Assert.Empty(await Names(
        $"""
        select n.nspname || '.' || c.relname || ': ' || k.conname
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where k.contype = 'f' and {Ours}
          and not exists (
            select 1 from pg_index x
            where x.indrelid = k.conrelid
              and (string_to_array(x.indkey::text, ' ')::int[])[1:cardinality(k.conkey)] @> k.conkey::int[])
        """));

    [Fact]
    public async Task Every_table_has_a_primary_key() => Assert.Empty(await Names(
        $"""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and {Ours} and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
        """));

    [Fact]
    public async Task Every_amount_of_money_is_whole_minor_units() => Assert.Empty(await Names(
        $"""
        select n.nspname || '.' || c.relname || '.' || a.attname
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and {Ours} and a.attname like '%\_minor'
          and format_type(a.atttypid, a.atttypmod) not in ('bigint', 'bigint[]')
        """));

    [Fact]
    public async Task Every_instant_knows_its_zone() => Assert.Empty(await Names(
        $"""
        select n.nspname || '.' || c.relname || '.' || a.attname
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and {Ours} and format_type(a.atttypid, a.atttypmod) = 'timestamp without time zone'
        """));

    [Fact]
    public async Task Every_mapped_entity_fits_the_migrated_schema()
    {
        var columns = await Names($"select table_schema || '.' || table_name || '.' || column_name from information_schema.columns");
        var there = columns.ToHashSet(StringComparer.Ordinal);
        var contexts = shop.Services.GetRequiredService<ModuleDbs>();
        var mapped = contexts.Order.SelectMany(type => Columns(contexts, type)).ToList();
        Assert.NotEmpty(mapped);
        Assert.Empty(mapped.Where(column => !there.Contains(column)));
    }

    private static List<string> Columns(ModuleDbs contexts, Type type)
    {
        using var context = contexts.Rent(type);
        return [.. context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()
            .Select(property => $"{entity.GetSchema()}.{entity.GetTableName()}.{property.GetColumnName()}"))];
    }

    private Task<List<string>> Names(SqlText query) => shop.Db.Query(query, row => row.GetString(0), TestContext.Current.CancellationToken);
}
