using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Pricing.Taxes.Classes;

/// <summary>Things that are taxed alike. Its code stands in products and taxes and never changes.</summary>
internal sealed partial class TaxClass
{
    /// <summary>On the wire: a tax of every class.</summary>
    public const string Every = "*";

    public required Id<TaxClass> Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public static bool IsCode(string? text) => text is not null && Shape().IsMatch(text);

    /// <summary>A refusal when there is no such class; from then on it can't be removed until the transaction ends.</summary>
    public static async Task<Refusal?> Missing(Tx tx, string? code) =>
        code is null || await tx.Row($"select true from pricing.tax_classes where code = {code} for key share", row => row.GetBoolean(0))
            ? null
            : PlatformErrors.Invalid.On("taxClass", "is not a tax class");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}

/// <summary>A tax class as the API shows it.</summary>
/// <param name="Code">Stands in products and taxes.</param>
/// <param name="Name">For staff.</param>
/// <param name="Rates">How many taxes name it.</param>
/// <param name="Removable">False for the standard class and for those that taxes name.</param>
/// <param name="Version">The record's ETag.</param>
internal sealed record TaxClassView(string Code, string Name, long Rates, bool Removable, [property: JsonIgnore] int Version)
{
    public static TaxClassView Of(TaxClass some, long rates) =>
        new(some.Code, some.Name, rates, rates == 0 && some.Code != TaxClasses.Standard, some.Version);
}
