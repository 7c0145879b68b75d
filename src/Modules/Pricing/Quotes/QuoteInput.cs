using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Engine;
using Tradepost.Pricing.Promotions;

namespace Tradepost.Pricing.Quotes;

/// <summary>A pricing request as the API writes it. Only the currency and one line are required.</summary>
internal sealed record QuoteInput : IChecked
{
    private const int MostLines = 1000;
    private const int MostPromotions = 500;
    private const int MostCodes = 100;
    private const long LargestSum = 1_000_000_000_000_000;

    public Currency? Currency { get; init; }

    public bool? PricesIncludeTax { get; init; }

    public RoundingInput? Rounding { get; init; }

    public IReadOnlyList<QuoteLineInput?>? Lines { get; init; }

    public ChargeInput? Shipping { get; init; }

    public IReadOnlyList<ChargeInput?>? Fees { get; init; }

    public IReadOnlyList<PromotionInput?>? Promotions { get; init; }

    public IReadOnlyList<string?>? Codes { get; init; }

    public IReadOnlyList<string?>? CustomerGroups { get; init; }

    public string? Country { get; init; }

    public string? PaymentMethod { get; init; }

    public bool? FirstOrder { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>The request as the API writes it. Promotions that something outside of it barred are left out.</summary>
    public static QuoteInput Of(PricingRequest request) => new()
    {
        Currency = request.Currency,
        PricesIncludeTax = request.PricesIncludeTax,
        Rounding = new(Words.Of(request.Rounding), Words.Of(request.Level)),
        Lines = [.. request.Lines.Select(QuoteLineInput.Of)],
        Shipping = request.Shipping is { } shipping ? ChargeInput.Of(shipping) : null,
        Fees = request.Fees.Count == 0 ? null : [.. request.Fees.Select(ChargeInput.Of)],
        Promotions = [.. request.Promotions.Where(rule => rule.Barred is null).Select(PromotionInput.Of)],
        Codes = request.Codes,
        CustomerGroups = request.CustomerGroups,
        Country = request.Country,
        PaymentMethod = request.PaymentMethod,
        FirstOrder = request.FirstOrder,
        At = request.At,
    };

    public void Check(Faults faults)
    {
        faults.Required("currency", Currency);
        Rounding?.Check(faults, "rounding.");
        faults.Required("lines", Lines);
        faults.Unless(Lines is { Count: > 0 and <= MostLines }, "lines", $"must hold 1 to {MostLines} lines");
        Each("lines", Lines, MostLines, (line, at) => line.Check(faults, at, Currency));
        var distinct = Lines?.Select((line, i) => line?.KeyOr(i)).Distinct(StringComparer.Ordinal).Count();
        faults.Unless(distinct == Lines?.Count, "lines", "names a key twice");
        Shipping?.Check(faults, "shipping.", Currency);
        Each("fees", Fees, MostCodes, (fee, at) => fee.Check(faults, at, Currency));
        Each("promotions", Promotions, MostPromotions, (promotion, at) => Check(faults, promotion, at));
        Each("codes", Codes, MostCodes, (code, at) => faults.Text(at.TrimEnd('.'), code, 200));
        Each("customerGroups", CustomerGroups, MostCodes, (group, at) => faults.Text(at.TrimEnd('.'), group, 200));
        faults.OptionalText("country", Country, 2);
        faults.OptionalText("paymentMethod", PaymentMethod, 40);
        faults.Unless(faults.Any || Sum() <= LargestSum, "lines", $"add up to more than {LargestSum} minor units");

        void Each<T>(string field, IReadOnlyList<T?>? some, int most, Action<T, string> check)
            where T : class
        {
            faults.Unless(some is null || some.Count <= most, field, $"must hold at most {most}");
            for (var i = 0; some is not null && i < Math.Min(some.Count, most); i++)
            {
                faults.Required($"{field}[{i}]", some[i]);
                if (some[i] is { } one)
                {
                    check(one, $"{field}[{i}].");
                }
            }
        }
    }

    /// <summary>The request, after <see cref="Check"/> found nothing.</summary>
    public PricingRequest ToRequest() => new(Currency!.Value, [.. Lines!.Select((line, i) => line!.ToLine(i))])
    {
        PricesIncludeTax = PricesIncludeTax ?? false,
        Rounding = Rounding?.Mode is { } mode ? Words.Parse<Rounding>(mode) : Platform.Types.Rounding.HalfUp,
        Level = Rounding?.Level is { } level ? Words.Parse<RoundingLevel>(level) : RoundingLevel.Line,
        Shipping = Shipping?.ToCharge("Shipping"),
        Fees = [.. (Fees ?? []).Select((fee, i) => fee!.ToCharge($"Fee {i + 1}"))],
        Promotions = [.. (Promotions ?? []).Select((promotion, i) => promotion!.ToRule($"Promotion {i + 1}"))],
        Codes = [.. (Codes ?? []).Select(code => code!.Trim())],
        CustomerGroups = [.. (CustomerGroups ?? []).Select(group => group!.Trim())],
        Country = Country?.Trim(),
        PaymentMethod = PaymentMethod?.Trim(),
        FirstOrder = FirstOrder ?? false,
        At = At,
    };

    private void Check(Faults faults, PromotionInput promotion, string at)
    {
        promotion.Check(faults, at);
        if (Currency is { } currency)
        {
            promotion.CheckCurrency(faults, at, currency);
        }
    }

    private Int128 Sum()
    {
        Int128 sum = Shipping?.Price?.Minor ?? 0;
        foreach (var line in Lines!)
        {
            sum += (Int128)line!.UnitPrice!.Value.Minor * (line.Quantity ?? 1);
        }

        return (Fees ?? []).Aggregate(sum, (all, fee) => all + fee!.Price!.Value.Minor);
    }
}

/// <summary>How to round, as the API writes it.</summary>
internal sealed record RoundingInput(string? Mode, string? Level)
{
    public void Check(Faults faults, string at)
    {
        Word<Rounding>("mode", Mode);
        Word<RoundingLevel>("level", Level);

        void Word<T>(string field, string? word)
            where T : struct, Enum => faults.Unless(
                word is null || Words.All<T>().Contains(word, StringComparer.Ordinal), at + field,
                "must be one of " + string.Join(", ", Words.All<T>()));
    }
}
