using Npgsql;

namespace Tradepost.IntegrationTests.Messaging;

/// <summary>
/// Many events that wait to be delivered, each of which makes a mail, and a tally of how often the effect of each really happened: a mail
/// written twice is dropped silently by its key, so the key alone would hide it.
/// </summary>
internal sealed class Backlog(string connectionString)
{
    private const string Fill =
        """
        create table public.tally (about text not null);
        create function public.count_mail() returns trigger language plpgsql as $$
        begin insert into public.tally values (new.dedupe_key); return new; end $$;
        create trigger counts before insert on notifications.mails for each row execute function public.count_mail();

        with happened as (
          insert into platform.events (id, type, payload, occurred_at)
          select gen_random_uuid(), 'orders.order_shipped', jsonb_build_object(
            'order', jsonb_build_object(
              'id', gen_random_uuid(), 'number', 'T-' || 200000 + i, 'email', format('buyer%s@example.com', i), 'name', 'Bea Buyer',
              'total', jsonb_build_object('minor', 4900 + i, 'currency', 'USD'), 'accessToken', null,
              'lines', jsonb_build_array(jsonb_build_object(
                'name', 'Lamp', 'quantity', 1, 'lineTotal', jsonb_build_object('minor', 4900 + i, 'currency', 'USD')))),
            'carrier', 'Parcel Post', 'trackingNumber', 'TP' || i, 'complete', true), now()
          from generate_series(1, $1) i returning id)
        insert into platform.deliveries (event_id, subscriber, due_at) select id, 'notifications.order_shipped', now() from happened;
        """;

    /// <summary>Writes them. The hosts find them by looking around, as they find what another node left.</summary>
    public Task Write(int count) => Sql(Fill.Replace("$1", count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        StringComparison.Ordinal));

    /// <summary>Deliveries that still wait, and those given up.</summary>
    public Task<long> Waiting() => Number("select count(*) from platform.deliveries");

    /// <summary>Mails not sent yet.</summary>
    public Task<long> Unsent() => Number("select count(*) from notifications.mails where status <> 'sent'");

    /// <summary>How many effects there were, and how many of them more than once.</summary>
    public async Task<(long All, long Twice)> Effects() => (
        await Number("select count(*) from public.tally"),
        await Number("select count(*) from (select from public.tally group by about having count(*) > 1) twice"));

    private async Task Sql(string sql)
    {
        await using var connection = await Open();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> Number(string sql)
    {
        await using var connection = await Open();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Application Name=backlog");
        await connection.OpenAsync();
        return connection;
    }
}
