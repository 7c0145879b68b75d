using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tradepost.Platform.Http;

namespace Tradepost.Identity.Passwords;

/// <summary>
/// Password hashes by the framework's hasher: PBKDF2 with HMAC-SHA-512 and as many rounds as OWASP asks. A hash costs a tenth of a second
/// of a core on purpose, so only some are made at a time: a flood of sign-ins must not stop the shop.
/// </summary>
internal sealed class PasswordHashes : IDisposable
{
    public const int Iterations = 210_000;
    private const int MaxWaiting = 200;
    private static readonly object Nobody = new();
    private readonly PasswordHasher<object> hasher;
    private readonly SemaphoreSlim gate = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly string dummy;
    private int waiting;

    public PasswordHashes()
        : this(Iterations)
    {
    }

    internal PasswordHashes(int iterations)
    {
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        dummy = hasher.HashPassword(Nobody, "of nobody");
    }

    /// <summary>A hash to store.</summary>
    public Task<string> Make(string password, CancellationToken cancel) =>
        InTurn(() => Task.FromResult(hasher.HashPassword(Nobody, Normal(password))), cancel);

    /// <summary>Runs work that compares a password, when it is its turn. Only inside it may <see cref="Compare"/> be called.</summary>
    public async Task<T> InTurn<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new RequestRefusedException(PlatformErrors.Unavailable.Refuse());
        }

        try
        {
            await gate.WaitAsync(cancel);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Whether the password fits the hash. With no hash it takes as long and answers no.</summary>
    public PasswordVerdict Compare(string? hash, string password)
    {
        var result = hasher.VerifyHashedPassword(Nobody, hash ?? dummy, Normal(password));
        return hash is null ? PasswordVerdict.Wrong : result switch
        {
            PasswordVerificationResult.Success => PasswordVerdict.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightButWeaklyHashed,
            _ => PasswordVerdict.Wrong,
        };
    }

    /// <summary>A hash with today's strength, for a password that was just compared.</summary>
    public string Strengthen(string password) => hasher.HashPassword(Nobody, Normal(password));

    public void Dispose() => gate.Dispose();

    // The same letters typed on two keyboards may come as different code points.
    private static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);
}

/// <summary>What comparing a password with a hash tells.</summary>
internal enum PasswordVerdict
{
    Wrong,
    Right,

    /// <summary>Right, and the stored hash was made with fewer rounds than today's.</summary>
    RightButWeaklyHashed,
}
