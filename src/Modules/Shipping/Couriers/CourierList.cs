namespace Tradepost.Shipping.Couriers;

/// <summary>The couriers there are.</summary>
internal sealed class CourierList(IEnumerable<ICourier> couriers)
{
    private readonly IReadOnlyList<ICourier> all = [.. couriers];

    /// <summary>Those that labels can be bought from now.</summary>
    public IReadOnlyList<ICourier> Offered => [.. all.Where(courier => courier.IsOffered)];

    /// <summary>An offered one, by its id in any writing; null: the name is just a carrier's.</summary>
    public ICourier? OfferedAs(string name) =>
        Offered.FirstOrDefault(courier => string.Equals(courier.Id, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>One a label was bought from, offered still or not.</summary>
    public ICourier? Find(string id) => all.FirstOrDefault(courier => courier.Id == id);
}
