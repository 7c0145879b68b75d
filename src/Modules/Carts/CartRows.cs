using Npgsql;
using Tradepost.Contracts;
using Tradepost.Contracts.Kinds;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>Carts in the database: one query reads a cart with its lines.</summary>
internal static class CartRows
{
    /// <summary>
    /// The cart with this id, if the user (null: a guest) may use it: a guest's cart is anyone's who knows the id, a customer's only
    /// theirs.
    /// </summary>
    public static Task<Cart?> FindCart(this Database db, CartId id, UserId? user, CancellationToken cancel) =>
        db.Row(Select($"c.id = {id} and {Usable(user)}"), row => Read(row, user), cancel);

    public static Task<Cart?> FindCart(this Tx tx, CartId id, UserId? user) =>
        tx.Row(Select($"c.id = {id} and {Usable(user)}"), row => Read(row, user));

    public static Task<Cart?> FindCartOf(this Database db, UserId user, CancellationToken cancel) =>
        db.Row(Select($"c.user_id = {user}"), row => Read(row, user), cancel);

    public static Task<Cart?> FindCartOf(this Tx tx, UserId user) => tx.Row(Select($"c.user_id = {user}"), row => Read(row, user));

    public static void InsertCart(this Tx tx, Cart cart) => tx.Queue(
        $"""
        insert into carts.carts (id, user_id, currency, seen_at, seen_total_minor, created_at, updated_at)
        values ({cart.Id}, {cart.UserId}, {cart.Currency}, {tx.Now}, {cart.Seen.TotalMinor}, {tx.Now}, {tx.Now})
        """);

    /// <summary>Makes these the quantities of the cart's lines; lines of other variants stay as they are.</summary>
    public static void StoreLines(this Tx tx, CartId cart, IReadOnlyList<CartLine> lines) => tx.Queue(
        $"""
        insert into carts.lines (id, cart_id, variant_id, quantity, seen_price_minor, created_at, updated_at)
        select line.id, {cart}, line.variant, line.quantity, line.price, {tx.Now}, {tx.Now}
        from unnest(
          {lines.Select(line => line.Id.Value).ToArray()}, {lines.Select(line => line.VariantId.Value).ToArray()},
          {lines.Select(line => line.Quantity).ToArray()}, {lines.Select(line => line.SeenPriceMinor).ToArray()})
          as line (id, variant, quantity, price)
        on conflict (cart_id, variant_id) do update set quantity = excluded.quantity, updated_at = excluded.updated_at
        """);

    /// <summary>Assignments that make these the cart's settings: all but its lines and its customer.</summary>
    public static SqlText Settings(Cart cart)
    {
        var place = cart.Destination;
        SqlText sql = $"""
            country = {place?.Country}, state = {place?.State}, postal_code = {place?.PostalCode}, city = {place?.City},
            shipping_method_id = {cart.ShippingOption?.Value}, payment_method = {cart.PaymentMethod}, codes = {cart.Codes.ToArray()},
            email = {cart.Contact.Email}, remind = {cart.Contact.Remind}
            """;
        return sql;
    }

    /// <summary>Makes two requests of one customer that could both make or take a cart wait for each other.</summary>
    public static void LockCartsOf(this Tx tx, UserId user) =>
        tx.Queue($"select pg_advisory_xact_lock(hashtextextended({"carts of " + user}, 0))");

    /// <summary>Whether the user may use the cart "c".</summary>
    public static SqlText Usable(UserId? user)
    {
        SqlText sql = $"(c.user_id is null or c.user_id = {user})";
        return sql;
    }

    // One row however many lines there are.
    private static SqlText Select(SqlText which)
    {
        SqlText sql = $"""
            select c.id, c.user_id, c.currency, c.country, c.state, c.postal_code, c.city, c.shipping_method_id,
              c.version, c.codes, c.payment_method, c.email, c.remind, c.seen_discount_minor, c.seen_total_minor, c.seen_at,
              l.ids, l.variants, l.quantities, l.prices
            from carts.carts c cross join lateral (
              select array_agg(id order by id) as ids, array_agg(variant_id order by id) as variants,
                array_agg(quantity order by id) as quantities, array_agg(seen_price_minor order by id) as prices
              from carts.lines where cart_id = c.id) l
            where {which}
            """;
        return sql;
    }

    private static Cart Read(NpgsqlDataReader row, UserId? buyer)
    {
        var destination = row.IsDBNull(3)
            ? null
            : new Destination(row.GetString(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6));
        return new(
            row.Id<Contracts.Kinds.Cart>(0), row.IdOrNull<Platform.Access.User>(1), Currency.Of(row.GetString(2)), destination,
            row.IdOrNull<ShippingMethod>(7), Lines(row, 16))
        {
            Version = row.GetInt64(8),
            Codes = row.GetFieldValue<string[]>(9),
            PaymentMethod = row.TextOrNull(10),
            Contact = new(row.TextOrNull(11), row.GetBoolean(12)),
            Seen = new(row.GetInt64(13), row.IsDBNull(14) ? null : row.GetInt64(14), row.Instant(15)),
            Buyer = buyer,
        };
    }

    private static CartLine[] Lines(NpgsqlDataReader row, int first)
    {
        if (row.IsDBNull(first))
        {
            return [];
        }

        var (ids, variants) = (row.GetFieldValue<Guid[]>(first), row.GetFieldValue<Guid[]>(first + 1));
        var (quantities, prices) = (row.GetFieldValue<int[]>(first + 2), row.GetFieldValue<long[]>(first + 3));
        return [.. ids.Select((id, i) => new CartLine(new(id), new(variants[i]), quantities[i], prices[i]))];
    }
}
