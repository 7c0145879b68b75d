using Tradepost.Platform.Types;

namespace Tradepost.Returns.Rules;

/// <summary>What of the money goes back.</summary>
internal enum RefundDecision
{
    /// <summary>What was paid, less the fee that was agreed when the return was asked for.</summary>
    Full,

    /// <summary>An amount staff chose, less than that.</summary>
    Part,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>What units that came back are worth, and what the shop keeps of it. Pure.</summary>
/// <param name="Worth">What was paid for them.</param>
/// <param name="Fee">What the shop keeps.</param>
internal sealed record RefundPlan(Money Worth, Money Fee)
{
    public Money Full => Worth - Fee;

    /// <summary>A fee is rounded down: the shop never keeps more than its percentage.</summary>
    public static RefundPlan Of(Currency currency, IEnumerable<(Money Worth, decimal FeePercent)> units)
    {
        var (worth, fee) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var (paid, percent) in units)
        {
            worth += paid;
            fee += new Money((long)(paid.Minor * percent / 100), currency);
        }

        return new(worth, fee);
    }

    /// <summary>What goes back; null when the decision does not fit: part of it must be more than nothing and less than all.</summary>
    public Money? Decide(RefundDecision decision, Money? amount) => decision switch
    {
        RefundDecision.Full => amount is null || amount == Full ? Full : null,
        RefundDecision.None => amount is null or { IsZero: true } ? Money.Zero(Worth.Currency) : null,
        _ => amount is { Minor: > 0 } part && part.Currency == Worth.Currency && part < Worth ? part : null,
    };
}
