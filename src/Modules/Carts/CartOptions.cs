namespace Tradepost.Carts;

/// <summary>How long carts live and when their owners are reminded. Bound from configuration ("Carts").</summary>
internal sealed class CartOptions
{
    /// <summary>A guest's cart that was not touched for so long is deleted.</summary>
    public TimeSpan KeepGuestsFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>A guest's cart with nothing in it goes sooner.</summary>
    public TimeSpan KeepEmptyFor { get; set; } = TimeSpan.FromDays(2);

    /// <summary>A cart counts as left when it was not changed for so long.</summary>
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromHours(4);

    /// <summary>One left longer ago than this is past reminding.</summary>
    public TimeSpan RemindWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The least time between two reminders to one address, from whatever carts.</summary>
    public TimeSpan RemindOncePer { get; set; } = TimeSpan.FromDays(1);
}
