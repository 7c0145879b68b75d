namespace Tradepost.Contracts.Pricing;

/// <summary>
/// Somebody who knows which taxes are due where: a service that follows the law day by day. Register one and the shop asks it; it is given
/// a moment only, and whenever it does not answer, or answers nonsense, the shop's own tables do.
/// </summary>
/// <remarks>It answers rates, not amounts, so every sum of the shop is still made in one place and can be made again.</remarks>
public interface ITaxProvider
{
    /// <summary>For the log.</summary>
    string Name { get; }

    /// <summary>The rates due at a place, several for a class when they add up.</summary>
    /// <exception cref="Exception">Any: the shop's tables are used, and the log says so.</exception>
    Task<IReadOnlyList<ProvidedTaxRate>> Rates(TaxQuestion question, CancellationToken cancel);
}

/// <summary>What a tax provider is asked. It never learns who buys, or what.</summary>
/// <param name="Destination">Where the goods go.</param>
/// <param name="Date">The shop's day.</param>
/// <param name="TaxClasses">Codes of the classes the shop has.</param>
public sealed record TaxQuestion(Destination Destination, DateOnly Date, IReadOnlyList<string> TaxClasses);

/// <summary>A tax that is due.</summary>
/// <param name="TaxClass">One of those asked for. A class without a rate is taxed as the standard one; 0 % frees it.</param>
/// <param name="Name">As customers will see it.</param>
/// <param name="Percent">0 to 100, at most ten decimals.</param>
/// <param name="AppliesToShipping">Whether delivery and fees are taxed by it too; counts for the standard class.</param>
public sealed record ProvidedTaxRate(string TaxClass, string Name, decimal Percent, bool AppliesToShipping);
