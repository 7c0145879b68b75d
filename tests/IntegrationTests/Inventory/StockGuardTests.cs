using Npgsql;
using Tradepost.IntegrationTests.Harness;
using Tradepost.Platform.Data;

namespace Tradepost.IntegrationTests.Inventory;

/// <summary>Rules the database keeps against everybody, our own mistakes included.</summary>
public sealed class StockGuardTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Shelf shelf = new(shop);

    private static SqlText Sql(SqlText sql) => sql;

    private async Task<string> RefusedAs(Func<VariantId, SqlText> statement)
    {
        var thing = await shelf.Add(stock: 5);
        await shelf.Reserve(OrderId.New(), thing.Units(2));
        var failure = await Assert.ThrowsAsync<PostgresException>(
            () => shop.Db.Write("test.break", tx => tx.Execute(statement(thing.VariantId)), Shelf.Stop));
        Assert.Equal(new Level(5, 2), await shelf.LevelOf(thing.VariantId));
        return failure.SqlState;
    }

    [Fact]
    public async Task A_level_without_a_movement_is_refused() =>
        Assert.Equal(
            PostgresErrorCodes.RestrictViolation,
            await RefusedAs(id => Sql($"update inventory.levels set on_hand = 9 where variant_id = {id}")));

    [Fact]
    public async Task A_level_that_begins_with_units_is_refused()
    {
        var location = LocationId.New();
        await shop.Db.Write(
            "test.location",
            tx => tx.Execute($"insert into inventory.locations values ({location}, 'Attic', false, 9, {tx.Now}, {tx.Now})"),
            Shelf.Stop);
        Assert.Equal(
            PostgresErrorCodes.RestrictViolation,
            await RefusedAs(id => Sql(
                $"""
                insert into inventory.levels
                select variant_id, {location}, product_id, 4, 0, now(), now() from inventory.levels where variant_id = {id}
                """)));
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(-4)]
    public async Task A_movement_below_nothing_or_below_what_is_promised_is_refused(int delta) =>
        Assert.Equal(
            PostgresErrorCodes.CheckViolation,
            await RefusedAs(id => Sql(
                $"""
                insert into inventory.movements
                select inventory.new_id(), variant_id, location_id, {delta}, 'theft', null, 'test', now()
                from inventory.levels where variant_id = {id}
                """)));

    [Theory]
    [InlineData(6)]
    [InlineData(-1)]
    public async Task More_promised_than_there_is_and_less_than_nothing_promised_are_refused(int reserved) =>
        Assert.Equal(
            PostgresErrorCodes.CheckViolation,
            await RefusedAs(id => Sql($"update inventory.levels set reserved = {reserved} where variant_id = {id}")));

    [Fact]
    public async Task The_journal_can_not_be_edited() =>
        Assert.Equal(
            PostgresErrorCodes.RestrictViolation,
            await RefusedAs(id => Sql($"update inventory.movements set delta = delta + 1 where variant_id = {id}")));

    [Fact]
    public async Task The_journal_can_not_be_shortened()
    {
        Assert.Equal(
            PostgresErrorCodes.RestrictViolation,
            await RefusedAs(id => Sql($"delete from inventory.movements where variant_id = {id}")));
        Assert.Equal(
            PostgresErrorCodes.RestrictViolation,
            await RefusedAs(_ => Sql($"truncate inventory.movements cascade")));
    }

    [Fact]
    public async Task Ids_made_in_the_database_are_of_version_7_and_in_order_of_time()
    {
        var ids = await shop.Db.Query(
            $"select inventory.new_id() from generate_series(1, 3), pg_sleep(0.005)", row => row.GetGuid(0), Shelf.Stop);
        Assert.All(ids, id => Assert.Equal(7, id.Version));
        var age = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - Convert.ToInt64(ids[0].ToString("N")[..12], 16);
        Assert.InRange(age, 0, 60_000);
    }
}
