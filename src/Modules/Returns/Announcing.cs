using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Data;

namespace Tradepost.Returns;

/// <summary>What messages about a return tell, read in the transaction that moves it.</summary>
internal sealed class Announcing(IOrdersToReturn orders, ShopSettings shop)
{
    public Task<OrderSummary> Order(Tx tx, LockedReturn of) => orders.Summarize(tx, of.Order);

    public async Task<ReturnSummary> Return(Tx tx, LockedReturn of) => new(
        of.Id, of.Number,
        await tx.Query(
            $"select name, quantity from returns.return_lines where return_id = {of.Id} order by position",
            row => new ReturnSummaryLine(row.GetString(0), row.GetInt32(1))),
        shop.Now.Shipping.Origin, of.ShopPays);
}
