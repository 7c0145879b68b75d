using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tradepost.Platform.Data;

/// <summary>Brings the schema up to date at start, one node at a time, and does nothing at all when it already is.</summary>
public sealed partial class Migrator(NpgsqlDataSource source, ModuleDbs moduleDbs, ILogger<Migrator> log)
{
    private const long Lock = 0x7261_6465_706f_7374; // any number no one else takes: the ASCII of "radepost"

    /// <summary>Applies what is missing of each module's migrations, in the modules' order.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await Execute(connection, $"select pg_advisory_lock({Lock})", cancel);
        try
        {
            const string Stamps =
                "create schema if not exists platform; create table if not exists platform.schema_stamp (stamp text primary key)";
            await Execute(connection, Stamps, cancel);
            var stamp = Stamp();
            if (await Execute(connection, $"select 1 from platform.schema_stamp where stamp = '{stamp}'", cancel) is not null)
            {
                return;
            }

            foreach (var type in moduleDbs.Order)
            {
                await Migrate(type, cancel);
            }

            await Execute(connection, $"truncate platform.schema_stamp; insert into platform.schema_stamp values ('{stamp}')", cancel);
        }
        finally
        {
            await Execute(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task<object?> Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancel);
    }

    private async Task Migrate(Type type, CancellationToken cancel)
    {
        await using var context = moduleDbs.Rent(type);
        context.Database.SetDbConnection(source.CreateConnection(), contextOwnsConnection: true);
        await context.Database.MigrateAsync(cancel);
        Migrated(log, type.Name);
    }

    // The migrations' names, hashed: building nine EF models to find that nothing is new would cost a second at every start.
    private string Stamp()
    {
        var names = moduleDbs.Order.SelectMany(type => type.Assembly.GetTypes())
            .Select(type => type.GetCustomAttributes(typeof(Microsoft.EntityFrameworkCore.Migrations.MigrationAttribute), false))
            .SelectMany(found => found)
            .Select(found => ((Microsoft.EntityFrameworkCore.Migrations.MigrationAttribute)found).Id)
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Context} is up to date")]
    private static partial void Migrated(ILogger log, string context);
}
