using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Tradepost.Platform.Http;

/// <summary>One page of a list.</summary>
/// <param name="Items">The page's records.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1–100.</param>
/// <param name="Total">Records on all pages.</param>
public record Paged<T>(IReadOnlyList<T> Items, int Page, int PageSize, long Total);

/// <summary>Which page is wanted. Bound from <c>page</c> and <c>pageSize</c>.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1–100, 24 when not said.</param>
public readonly record struct PageQuery(int Page, int PageSize)
{
    private const int DefaultSize = 24;
    private const int MaxSize = 100;
    private const int MaxPage = 1_000_000;

    /// <summary>Records to pass over.</summary>
    public int Offset => (Page - 1) * PageSize;

    /// <summary>Reads it from a query, noting faults.</summary>
    public static PageQuery From(IQueryCollection query, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return new(
            (int)(QueryValues.Whole(query, "page", 1, MaxPage, faults) ?? 1),
            (int)(QueryValues.Whole(query, "pageSize", 1, MaxSize, faults) ?? DefaultSize));
    }

    /// <summary>Lets route handlers take the page as a parameter.</summary>
    public static ValueTask<PageQuery> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var faults = new Faults();
        var page = From(context.Request.Query, faults);
        return faults.Refusal() is { } refusal ? throw new RequestRefusedException(refusal) : ValueTask.FromResult(page);
    }
}

/// <summary>Reads query parameters, noting faults by name.</summary>
public static class QueryValues
{
    /// <summary>A whole number within bounds, or null when absent or faulty.</summary>
    public static long? Whole(IQueryCollection query, string name, long min, long max, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Text(query, name, 40, faults) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        faults.Add(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number between {min} and {max}"));
        return null;
    }

    /// <summary>A decimal number within bounds, or null when absent or faulty.</summary>
    public static decimal? Number(IQueryCollection query, string name, decimal min, decimal max, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Text(query, name, 40, faults) is not { } text)
        {
            return null;
        }

        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        faults.Add(name, string.Create(CultureInfo.InvariantCulture, $"must be a number between {min} and {max}"));
        return null;
    }

    /// <summary>A text, trimmed; null when absent or empty.</summary>
    public static string? Text(IQueryCollection query, string name, int max, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(faults);
        var text = query[name].ToString().Trim();
        if (text.Length > max)
        {
            faults.Add(name, string.Create(CultureInfo.InvariantCulture, $"must have at most {max} characters"));
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A day written as 2026-11-21, or null when absent or faulty.</summary>
    public static DateOnly? Day(IQueryCollection query, string name, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Text(query, name, 40, faults) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue)
        {
            return day;
        }

        faults.Add(name, "must be a day like 2026-11-21");
        return null;
    }

    /// <summary>true or false, or null when absent or faulty.</summary>
    public static bool? Flag(IQueryCollection query, string name, Faults faults)
    {
        var text = Text(query, name, 10, faults);
        if (text is null or "true" or "false")
        {
            return text is null ? null : text == "true";
        }

        faults?.Add(name, "must be true or false");
        return null;
    }

    /// <summary>Several values, repeated or separated by commas.</summary>
    public static IReadOnlyList<string> Several(IQueryCollection query, string name, int maxLength, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(faults);
        var values = query[name].SelectMany(value => (value ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        faults.Unless(values.Length <= 50 && values.All(value => value.Length <= maxLength), name, "holds too many or too long values");
        return faults.Has(name) ? [] : values;
    }

    /// <summary>One of the allowed words, or the first of them when absent.</summary>
    public static string OneOf(IQueryCollection query, string name, Faults faults, params string[] allowed)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        var text = Text(query, name, 40, faults) ?? allowed[0];
        if (allowed.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        faults.Add(name, "must be one of " + string.Join(", ", allowed));
        return allowed[0];
    }
}
