using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Tradepost.Benchmarks;

/// <summary>
/// The limit of writing: pgbench doing one checkout's writes, a conditional stock update, an order, three lines, a payment, an event, in
/// nine
/// round trips on tables without any of the shop's triggers, on the same server with the same settings.
/// </summary>
internal static partial class PgBench
{
    private const int Seconds = 8;

    private const string Tables =
        """
        create table stock (id int primary key, available int not null check (available >= 0));
        insert into stock select i, 1000000 from generate_series(1, 10000) i;
        create table orders (id bigserial primary key, email text, total bigint, placed_at timestamptz default now());
        create table lines (id bigserial primary key, order_id bigint references orders, sku text, quantity int, price bigint);
        create index on lines (order_id);
        create table payments (id bigserial primary key, order_id bigint references orders, amount bigint, status text);
        create index on payments (order_id);
        create table outbox (id bigserial primary key, type text, payload jsonb);
        """;

    private const string Script =
        """
        \set v random(1, :rows)
        begin;
        update stock set available = available - 1 where id = :v and available >= 1;
        insert into orders (email, total) values ('buyer@example.com', 4900) returning id as order \gset
        insert into lines (order_id, sku, quantity, price) values (:order, 'a', 1, 1000);
        insert into lines (order_id, sku, quantity, price) values (:order, 'b', 1, 2000);
        insert into lines (order_id, sku, quantity, price) values (:order, 'c', 1, 1900);
        insert into payments (order_id, amount, status) values (:order, 4900, 'pending');
        insert into outbox (type, payload) values ('order_placed', '{"order": 1, "total": 4900}');
        commit;
        """;

    /// <summary>Transactions a second, or null when pgbench is not installed.</summary>
    public static Task<double?> Checkout(Shop shop, int clients) => Measure(shop, clients, 10_000);

    /// <summary>The same when everybody wants the one thing.</summary>
    public static Task<double?> HotRow(Shop shop, int clients) => Measure(shop, clients, 1);

    private static async Task<double?> Measure(Shop shop, int clients, int rows)
    {
        var to = new NpgsqlConnectionStringBuilder(shop.ConnectionString);
        await Prepare(to);
        var script = Path.Combine(shop.Folder, "checkout.pgbench");
        await File.WriteAllTextAsync(script, Script);
        var server = $"-h {to.Host} -p {to.Port} -U {to.Username}";
        var text = (FormattableString)
            $"pgbench {server} -n -M prepared -c {clients} -j 2 -T {Seconds} -D rows={rows} -f {script} limit_of_writing";
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PGPASSWORD"] = to.Password! };
            var process = shop.Launch(text.ToString(CultureInfo.InvariantCulture).Split(' '), environment);
            var output = await process.StandardOutput.ReadToEndAsync();
            return double.Parse(Tps().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task Prepare(NpgsqlConnectionStringBuilder to)
    {
        await using (var server = new NpgsqlConnection(to.ConnectionString + ";Pooling=false"))
        {
            await server.OpenAsync();
            foreach (var step in new[] { "drop database if exists limit_of_writing", "create database limit_of_writing" })
            {
                await using var command = new NpgsqlCommand(step, server);
                await command.ExecuteNonQueryAsync();
            }
        }

        await using var connection = new NpgsqlConnection(to.ConnectionString + ";Database=limit_of_writing;Pooling=false");
        await connection.OpenAsync();
        await using var tables = new NpgsqlCommand(Tables, connection);
        await tables.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"tps = ([0-9.]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Tps();
}
