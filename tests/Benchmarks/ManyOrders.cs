using Npgsql;

namespace Tradepost.Benchmarks;

/// <summary>
/// Writes many orders as an old shop has them: over three years, mostly delivered and paid, from many countries, names and products, with
/// tags and some notes. Straight into the tables; triggers that guard an order's beginning are passed over, for the generator only.
/// </summary>
internal static class ManyOrders
{
    public static async Task Write(string connectionString, int count, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        const int Step = 50_000;
        for (var from = 0; from < count; from += Step)
        {
            // What they are found by comes first: a shop that runs meanwhile would begin to write it for orders that have none.
            foreach (var sql in new[] { Search, Orders, Lines, Tags })
            {
                await Run(connection, sql, from, Math.Min(Step, count - from), cancel);
            }
        }

        await using var analyze = new NpgsqlCommand(
            "vacuum analyze orders.orders, orders.order_lines, orders.order_search, orders.order_tags",
            connection) { CommandTimeout = 600 };
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    private static async Task Run(NpgsqlConnection connection, string sql, int from, int count, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var trusting = new NpgsqlCommand("set local session_replication_role = replica", connection, transaction))
        {
            await trusting.ExecuteNonQueryAsync(cancel);
        }

        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 600 };
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = from + count - 1 });
        await command.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // Every figure follows from n, so two runs write the same.
    private const string Facts =
        """
        (select n, ('0190' || substr(md5('order' || n), 1, 4) || '-' || substr(md5('order' || n), 5, 4) || '-7'
            || substr(md5('order' || n), 9, 3)
            || '-8' || substr(md5('order' || n), 12, 3) || '-' || substr(md5('order' || n), 15, 12))::uuid as id,
          timestamptz '2024-01-01' + n * interval '94 seconds' as at, 1000 + (n::bigint * 7919) % 90000 as goods,
          (array['Ada','Grace','Alan','Edsger','Barbara','Donald','Katherine','Linus','Margaret','Niklaus'])[1 + n % 10] as first,
          (array['Nowak','Müller','Öztürk','Papadopoulos','Smith','García','Rossi','Dubois','Jansen','Silva','Kowalska',
            'Yılmaz'])[1 + (n / 10) % 12]
            || ' ' || chr(65 + (n / 120) % 26) || (n % 977) as last,
          (array['US','US','US','US','DE','DE','GB','FR','IT','ES','PL','TR','GR','JP','CA','AT'])[1 + (n / 3) % 16] as country,
          case when n % 211 = 0 then 'cancelled' when n % 97 = 0 then 'shipped' when n % 83 = 0 then 'processing'
            else 'delivered' end as status
        from generate_series($1, $2) n) f
        """;

    private const string Orders =
        $$"""
        insert into orders.orders (
          id, number, customer_id, cart_id, email, name, shipping_address, billing_address, shipping_option, currency,
          subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor, tax_included, trace, taxes, payment_method, status,
          payment_status, reserved_until, placed_at, created_at, updated_at)
        select id, 'T-' || (900000000 + n), null, id, lower(first) || n || '@example.com', first || ' ' || last,
          jsonb_build_object('name', first || ' ' || last, 'line1', '1 Main Street', 'city', 'Town',
            'postalCode', '10115', 'country', country),
          jsonb_build_object('name', first || ' ' || last, 'line1', '1 Main Street', 'city', 'Town',
            'postalCode', '10115', 'country', country),
          '{"id":"00000000-0000-7000-8000-000000000000","code":"standard","name":"Standard","price":{"minor":500,"currency":"USD"} ,
            "estimatedDays":{"min":2,"max":4} }',
          'USD', goods, 0, 500, 0, goods + 500, false, '[]', '[]', 'card', status,
          case when status = 'cancelled' then 'refunded' when n % 401 = 0 then 'partiallyRefunded' else 'paid' end,
          at + interval '30 minutes', at, at, at
        from {{Facts}}
        """;

    private const string Lines =
        $$"""
        insert into orders.order_lines (
          id, order_id, position, product_id, variant_id, sku, name, options, quantity, currency, unit_price_minor, line_total_minor,
          discount_minor, tax_minor, created_at)
        select md5('line' || n)::uuid, id, 0, md5('product' || n % 500)::uuid, md5('product' || n % 500)::uuid, 'SKU-' || n % 500,
          'Product ' || n % 500, '{}', 1, 'USD', goods, goods, 0, 0, at
        from {{Facts}}
        """;

    private const string Search =
        $$"""
        insert into orders.order_search (order_id, placed_at, country, currency, total_minor, words)
        select id, at, country, 'USD', goods + 500, to_tsvector('simple', translate(lower(
          'T ' || (900000000 + n) || ' T' || (900000000 + n) || ' ' || first || n || ' example com '
            || first || ' ' || last || ' SKU ' || n % 500
            || ' sku' || n % 500 || case when status in ('shipped', 'delivered') then ' TP' || md5('parcel' || n)
            else '' end), 'üöı', 'uoi'))
        from {{Facts}}
        """;

    private const string Tags =
        $$"""
        insert into orders.order_tags (order_id, tag, placed_at, by_whom, created_at)
        select id, case when n % 2000 = 0 then 'vip' when n % 50 = 0 then 'gift' else 'wholesale' end, at, 'generator', at
        from {{Facts}} where n % 25 = 0
        """;
}
