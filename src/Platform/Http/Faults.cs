using System.Globalization;
using System.Text.RegularExpressions;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Http;

/// <summary>Collects every faulty field of a request, so that its sender learns of all of them at once.</summary>
public sealed partial class Faults
{
    private readonly Dictionary<string, List<string>> faults = new(StringComparer.Ordinal);

    /// <summary>True when something is wrong.</summary>
    public bool Any => faults.Count > 0;

    /// <summary>Whether this field is known to be faulty.</summary>
    public bool Has(string field) =>
        faults.ContainsKey(field)
        || faults.Keys.Any(known => known.Length > field.Length && known.StartsWith(field, StringComparison.Ordinal)
            && (known[field.Length] is '.' or '['));

    /// <summary>Notes what is wrong with a field.</summary>
    public void Add(string field, string reason) =>
        (faults.TryGetValue(field, out var reasons) ? reasons : faults[field] = []).Add(reason);

    /// <summary>Notes it when the condition does not hold, unless the field is faulty already.</summary>
    public void Unless(bool holds, string field, string reason)
    {
        if (!holds && !Has(field))
        {
            Add(field, reason);
        }
    }

    /// <summary>A text that must be there, trimmed, within its length.</summary>
    public void Text(string field, string? value, int max, int min = 1)
    {
        if (Has(field))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, "is required");
            return;
        }

        Length(field, value.Trim(), max, min);
    }

    /// <summary>A text that may be absent.</summary>
    public void OptionalText(string field, string? value, int max)
    {
        if (value is not null && !Has(field))
        {
            Length(field, value, max, 0);
        }
    }

    /// <summary>A value that must be there.</summary>
    public void Required<T>(string field, T? value) => Unless(value is not null, field, "is required");

    /// <summary>A whole number within bounds.</summary>
    public void Range(string field, long? value, long min, long max) =>
        Unless(value is { } some && some >= min && some <= max, field,
            value is null ? "is required" : string.Create(CultureInfo.InvariantCulture, $"must be between {min} and {max}"));

    /// <summary>An amount of money that is there and not negative. The bound keeps sums of many lines far from overflow.</summary>
    public void Amount(string field, Money? value)
    {
        Required(field, value);
        OptionalAmount(field, value);
    }

    /// <summary>An amount of money that may be absent.</summary>
    public void OptionalAmount(string field, Money? value) =>
        Unless(value is null or { Minor: >= 0 and <= 1_000_000_000_000 }, field, "must be between 0 and 1000000000000 minor units");

    /// <summary>An e-mail address: one @, a host with a dot, no blanks. Whether it exists only a mail can tell.</summary>
    public void Email(string field, string? value)
    {
        Text(field, value, 254, 3);
        Unless(value is null || MailAddress().IsMatch(value.Trim()), field, "is not an e-mail address");
    }

    /// <summary>The refusal naming all faults, or null when there are none.</summary>
    public Refusal? Refusal() => !Any ? null : new Refusal(PlatformErrors.Invalid)
    {
        Fields = faults.ToDictionary(fault => fault.Key, fault => fault.Value.ToArray(), StringComparer.Ordinal),
    };

    private void Length(string field, string value, int max, int min)
    {
        if (value.Length > max)
        {
            Add(field, string.Create(CultureInfo.InvariantCulture, $"must have at most {max} characters"));
        }
        else if (value.Length < min)
        {
            Add(field, string.Create(CultureInfo.InvariantCulture, $"must have at least {min} characters"));
        }
    }

    private const string Atom = @"[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private const string Label = @"[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?";

    [GeneratedRegex($@"^{Atom}(?:\.{Atom})*@{Label}(?:\.{Label})+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MailAddress();
}

/// <summary>A request body that can say what is wrong with it.</summary>
public interface IChecked
{
    /// <summary>Notes every fault.</summary>
    void Check(Faults faults);
}
