using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tradepost.Platform.Types;

/// <summary>An ISO 4217 currency. Its scale is the number of digits after the point: 2 for USD, 0 for JPY, 3 for KWD.</summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly record struct Currency
{
    // Source: ISO 4217 list one, 2024-06-25. Every code in circulation whose scale is not 2, and all the others by name.
    private static readonly FrozenDictionary<string, int> Scales = Build();

    private readonly string? code;

    private Currency(string code) => this.code = code;

    /// <summary>The three-letter code, upper case.</summary>
    public string Code => code ?? throw new InvalidOperationException("A currency was used before it was set.");

    /// <summary>Digits after the decimal point in one major unit.</summary>
    public int Scale => Scales[Code];

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>The currency with this code.</summary>
    /// <exception cref="FormatException">The code is not in ISO 4217.</exception>
    public static Currency Of(string code) => TryOf(code, out var currency) ? currency
        : throw new FormatException($"'{code}' is not an ISO 4217 currency.");

    /// <summary>The currency with this code, if there is one.</summary>
    public static bool TryOf(string? code, out Currency currency)
    {
        currency = default;
        if (code is null || !Scales.ContainsKey(code))
        {
            return false;
        }

        currency = new(code);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static FrozenDictionary<string, int> Build()
    {
        var scales = new Dictionary<string, int>(StringComparer.Ordinal);
        void Add(int scale, string codes)
        {
            foreach (var code in codes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                scales[code] = scale;
            }
        }

        Add(2, "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY");
        Add(2, "COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR");
        Add(2, "IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN");
        Add(2, "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB");
        Add(2, "TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWL");
        Add(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
        Add(3, "BHD IQD JOD KWD LYD OMR TND");
        Add(4, "CLF UYW");
        return scales.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

internal sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Currency.TryOf(reader.GetString(), out var currency)
            ? currency
            : throw new JsonException("must be an ISO 4217 currency code");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
