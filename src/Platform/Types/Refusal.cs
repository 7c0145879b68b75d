namespace Tradepost.Platform.Types;

/// <summary>A reason for refusing, known to clients by a code that never changes its meaning.</summary>
/// <param name="Code">Stable and append-only, "module.reason".</param>
/// <param name="Status">The HTTP status it answers with.</param>
/// <param name="Title">What happened, in a short sentence a person understands.</param>
public sealed record ErrorCode(string Code, int Status, string Title)
{
    /// <summary>A refusal for this reason.</summary>
    public Refusal Refuse() => new(this);

    /// <summary>A refusal for this reason with facts the client may use, written at the top level of the problem.</summary>
    public Refusal With(string name, object? value) => new Refusal(this).With(name, value);

    /// <summary>A refusal naming one faulty field.</summary>
    public Refusal On(string field, string reason) =>
        new(this) { Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [reason] } };
}

/// <summary>A request refused for a reason its sender can act on. A value, not an exception.</summary>
public sealed record Refusal(ErrorCode Error)
{
    /// <summary>Faulty fields and what is wrong with each.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Facts for the client, as JSON members of the problem.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>For the log only.</summary>
    public string? Detail { get; init; }

    /// <summary>The same refusal with one more fact.</summary>
    public Refusal With(string name, object? value) =>
        this with { Facts = new Dictionary<string, object?>(Facts, StringComparer.Ordinal) { [name] = value } };
}
