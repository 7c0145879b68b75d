using Tradepost.Contracts;
using Tradepost.Contracts.Carts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Identity;
using Tradepost.Contracts.Inventory;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shipping;
using Tradepost.Contracts.Shop;
using Tradepost.Host.Serving;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Seeding;

/// <summary>
/// The demo shop's past, made by placing, shipping and delivering real orders with the clock set back. All of them are paid on delivery:
/// a provider of cards can't be asked about last month.
/// </summary>
internal sealed class DemoHistory(IServiceProvider services, ReplayClock clock, CancellationToken stop)
{
    private const string By = "demo";
    private readonly IOrders orders = services.GetRequiredService<IOrders>();
    private readonly IShipping shipping = services.GetRequiredService<IShipping>();
    private readonly Database db = services.GetRequiredService<Database>();

    public static async Task Replay(IServiceProvider services, DemoFiles.Past past, ReplayClock clock, CancellationToken stop)
    {
        var history = new DemoHistory(services, clock, stop);
        var customers = past.Customers.ToDictionary(customer => customer.Email, StringComparer.Ordinal);
        foreach (var order in past.Orders.OrderByDescending(order => order.DaysAgo))
        {
            await history.Replay(order, customers[order.Customer]);
        }

        clock.Back = TimeSpan.Zero;
    }

    private async Task Replay(DemoFiles.PastOrder past, DemoFiles.Customer customer)
    {
        clock.Back = TimeSpan.FromDays(past.DaysAgo) + TimeSpan.FromMinutes(past.DaysAgo * 37 % 240);
        if ((await Place(past, customer)).Try(out var order, out _) && past.Outcome != "pendingPayment")
        {
            await Follow(order, past.Outcome);
        }

        // Mails and other reactions belong to the same past day.
        await services.GetRequiredService<Dispatcher>().DeliverDue(stop);
    }

    private async Task<Outcome<OrderId>> Place(DemoFiles.PastOrder past, DemoFiles.Customer customer)
    {
        var skus = await services.GetRequiredService<ICatalog>().VariantsBySku([.. past.Lines.Select(line => line.Sku)], stop);
        var lines = past.Lines.Select(line => new StockRequest(skus[line.Sku], line.Quantity)).ToList();
        var users = services.GetRequiredService<IUsers>();
        // Those who are there already (the demo customer) keep the password they were given.
        var user = await users.Find(customer.Email, stop)
            ?? await users.Ensure(customer.Email, Passwords.MakeUp(), customer.FirstName, customer.LastName, [Roles.Customer], stop);
        var caller = new Caller(user, [Roles.Customer], null) { Name = customer.Email };
        var cart = (await services.GetRequiredService<ICarts>().Fill(lines, caller, stop)).Value;
        var address = customer.Addresses[0];
        var method = await Method(address, lines);
        var payment = past.Outcome == "pendingPayment" ? "card" : "cod";
        return await orders.Place(
            new OrderDraft(cart, customer.Email, $"{customer.FirstName} {customer.LastName}", address, null, method, payment), caller,
                stop);
    }

    private async Task<ShippingMethodId> Method(Address address, List<StockRequest> lines)
    {
        var currency = services.GetRequiredService<ShopSettings>().Currency;
        var basket = lines.Select((line, key) => new BasketLine($"{key}", "", Money.Zero(currency), line.Quantity, null)).ToList();
        var destination = new Destination(address.Country, address.State, address.PostalCode, address.City);
        var options = await services.GetRequiredService<IPricing>().ShippingOptions(new Basket(currency, basket, destination, null), stop);
        return options[0].Id;
    }

    private async Task Follow(OrderId order, string outcome)
    {
        if (outcome == "cancelled")
        {
            await orders.Cancel(order, "Ordered by mistake", By, stop);
            return;
        }

        await db.Write("demo.accept", async tx => { await orders.AcceptPayment(tx, order, By); }, stop);
        if (outcome is "shipped" or "delivered")
        {
            Later(TimeSpan.FromHours(20));
            var shipment = (await shipping.Ship(order, "Parcel Post", "Standard", By, stop)).Value;
            if (outcome == "delivered")
            {
                Later(TimeSpan.FromHours(52));
                await shipping.Deliver(shipment.Id, By, stop);
            }
        }
    }

    private void Later(TimeSpan step) => clock.Back = clock.Back > step ? clock.Back - step : TimeSpan.Zero;
}
