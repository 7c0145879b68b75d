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
    public static async Task<Cart?> FindCart(this Database db, CartId id, UserId? user, CancellationToken cancel) =>
        Whole(await db.Query(Select($"c.id = {id} and {Usable(user)}"), Read, cancel));

    public static async Task<Cart?> FindCart(this Tx tx, CartId id, UserId? user) =>
        Whole(await tx.Query(Select($"c.id = {id} and {Usable(user)}"), Read));

    public static async Task<Cart?> FindCartOf(this Database db, UserId user, CancellationToken cancel) =>
        Whole(await db.Query(Select($"c.user_id = {user}"), Read, cancel));

    public static async Task<Cart?> FindCartOf(this Tx tx, UserId user) =>
        Whole(await tx.Query(Select($"c.user_id = {user}"), Read));

    public static void InsertCart(this Tx tx, Cart cart) => tx.Queue(
        $"""
        insert into carts.carts (id, user_id, currency, created_at, updated_at)
        values ({cart.Id}, {cart.UserId}, {cart.Currency}, {tx.Now}, {tx.Now})
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

    /// <summary>
    /// "with cart as (…)": locks the cart, if the user may use it, and notes that it was used. A statement that begins with it changes
    /// nothing of a cart that was ordered, claimed or merged in between, and waits for a checkout under way.
    /// </summary>
    public static SqlText WithCart(CartId id, UserId? user, DateTimeOffset now)
    {
        SqlText sql = $"with cart as (update carts.carts c set updated_at = {now} where c.id = {id} and {Usable(user)} returning c.id)";
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

    private static SqlText Select(SqlText which)
    {
        SqlText sql = $"""
            select c.id, c.user_id, c.currency, c.country, c.state, c.postal_code, c.city, c.shipping_method_id,
              l.id, l.variant_id, l.quantity, l.seen_price_minor
            from carts.carts c left join carts.lines l on l.cart_id = c.id where {which} order by l.id
            """;
        return sql;
    }

    private static (Cart Cart, CartLine? Line) Read(NpgsqlDataReader row)
    {
        var destination = row.IsDBNull(3)
            ? null
            : new Destination(row.GetString(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6));
        var cart = new Cart(
            row.Id<Contracts.Kinds.Cart>(0), row.IdOrNull<Platform.Access.User>(1), Currency.Of(row.GetString(2)), destination,
            row.IdOrNull<ShippingMethod>(7), []);
        var line = row.IsDBNull(8)
            ? null
            : new CartLine(row.Id<Contracts.Kinds.CartLine>(8), row.Id<Variant>(9), row.GetInt32(10), row.GetInt64(11));
        return (cart, line);
    }

    private static Cart? Whole(List<(Cart Cart, CartLine? Line)> rows) => rows.Count == 0
        ? null
        : rows[0].Cart with { Lines = [.. rows.Select(row => row.Line).OfType<CartLine>()] };
}
