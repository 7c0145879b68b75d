using System.Diagnostics.CodeAnalysis;

namespace Tradepost.Platform.Types;

/// <summary>What a use case ends in: a value, or a refusal its caller can act on. Exceptions are left for bugs.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why it was refused; null when it was not.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Error.Code} {Refusal.Detail}");

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>The same refusal, or the value turned into another.</summary>
    public Outcome<TOther> Then<TOther>(Func<T, TOther> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Succeeded ? next(value!) : Refusal;
    }

    /// <summary>The value, if there is one; else the refusal.</summary>
    public bool Try([NotNullWhen(true)] out T? result, [NotNullWhen(false)] out Refusal? refusal)
    {
        result = value;
        refusal = Refusal;
        return Refusal is null;
    }
}

/// <summary>The value of a use case that has nothing to tell but that it was done.</summary>
public readonly record struct Done
{
    /// <summary>The only value.</summary>
    public static Done Value => default;
}
