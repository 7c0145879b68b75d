using Tradepost.Platform.Data;

namespace Tradepost.Platform.Verification;

/// <summary>Something that must hold over the stored data at every moment. <c>./run verify</c> asks each.</summary>
public interface IInvariant
{
    /// <summary>What holds, as a sentence.</summary>
    string Name { get; }

    /// <summary>Each record that breaks it, described for a person; empty when it holds.</summary>
    Task<IReadOnlyList<string>> Violations(Database db, CancellationToken cancel);
}

/// <summary>An invariant that one query decides: each row it answers is a violation.</summary>
/// <param name="name">What holds, as a sentence.</param>
/// <param name="violations">A query with one text column.</param>
public sealed class SqlInvariant(string name, Func<SqlText> violations) : IInvariant
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Violations(Database db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Query(violations(), row => row.GetString(0), cancel);
    }
}
