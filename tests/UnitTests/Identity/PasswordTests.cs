using Microsoft.Extensions.Options;
using Tradepost.Identity.Passwords;

namespace Tradepost.UnitTests.Identity;

/// <summary>Which passwords may be chosen, how they are kept, how guessing is slowed.</summary>
public sealed class PasswordTests
{
    [Theory]
    [InlineData("Tall-Giraffe-7")]
    [InlineData("aB3$efgh")]
    [InlineData("three quiet herons")]
    [InlineData("пароль-из-слов")]
    [InlineData("Sommer!Regen7")]
    public void A_strong_password_may_be_chosen(string password) => Assert.Null(PasswordPolicy.Fault(password, "june@example.com"));

    [Theory]
    [InlineData("", "is required")]
    [InlineData(null, "is required")]
    [InlineData("aB3$efg", "at least 8")]
    [InlineData("abcdefgh", "must mix")]
    [InlineData("abcdefg1", "must mix")]
    [InlineData("ABCDEFG1", "must mix")]
    [InlineData("Password1", "guessed first")]
    [InlineData("PASSWORDpassword", "guessed first")]
    [InlineData("qwertyuiop123", "guessed first")]
    [InlineData("123456789012", "guessed first")]
    [InlineData("aaaaaaaaaaaaaaa", "guessed first")]
    [InlineData("ababababABAB", "guessed first")]
    [InlineData("June.Okafor1@example.com", "e-mail")]
    [InlineData("june.okafor1", "e-mail")]
    public void A_weak_password_is_refused_and_told_why(string? password, string why) =>
        Assert.Contains(why, PasswordPolicy.Fault(password, "june.okafor1@example.com"), StringComparison.Ordinal);

    [Fact]
    public void A_password_has_a_greatest_length() =>
        Assert.Contains("at most 200", PasswordPolicy.Fault(string.Concat(Enumerable.Repeat("aB3$", 51)), null), StringComparison.Ordinal);

    [Fact]
    public async Task A_hash_fits_its_password_and_no_other()
    {
        using var hashes = new PasswordHashes(1000);
        var hash = await hashes.Make("Tall-Giraffe-7", TestContext.Current.CancellationToken);
        Assert.Equal(PasswordVerdict.Right, hashes.Compare(hash, "Tall-Giraffe-7"));
        Assert.Equal(PasswordVerdict.Wrong, hashes.Compare(hash, "Tall-Giraffe-8"));
        Assert.Equal(PasswordVerdict.Wrong, hashes.Compare(null, "of nobody"));
        Assert.NotEqual(hash, await hashes.Make("Tall-Giraffe-7", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_letters_from_another_keyboard_are_the_same_password()
    {
        using var hashes = new PasswordHashes(1000);
        var hash = await hashes.Make("Caf\u00e9-Giraffe-7", TestContext.Current.CancellationToken);
        Assert.Equal(PasswordVerdict.Right, hashes.Compare(hash, "Cafe\u0301-Giraffe-7"));
    }

    [Fact]
    public async Task A_hash_made_with_fewer_rounds_is_right_and_due_for_a_stronger_one()
    {
        using var yesterday = new PasswordHashes(1000);
        using var today = new PasswordHashes(2000);
        var hash = await yesterday.Make("Tall-Giraffe-7", TestContext.Current.CancellationToken);
        Assert.Equal(PasswordVerdict.RightButWeaklyHashed, today.Compare(hash, "Tall-Giraffe-7"));
        Assert.Equal(PasswordVerdict.Right, today.Compare(today.Strengthen("Tall-Giraffe-7"), "Tall-Giraffe-7"));
    }

    [Fact]
    public async Task The_shop_hashes_with_SHA_512_and_as_many_rounds_as_it_says()
    {
        using var hashes = new PasswordHashes();
        var hash = Convert.FromBase64String(await hashes.Make("Tall-Giraffe-7", TestContext.Current.CancellationToken));
        Assert.Equal(1, hash[0]); // the framework's third format
        Assert.Equal(2, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1))); // HMAC-SHA-512
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }

    [Fact]
    public async Task Hashes_are_made_a_few_at_a_time()
    {
        using var hashes = new PasswordHashes(1);
        var running = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => hashes.InTurn(
            async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Delay(2);
                return Interlocked.Decrement(ref running);
            },
            TestContext.Current.CancellationToken)));
        Assert.InRange(most, 1, Math.Max(1, Environment.ProcessorCount - 1));
    }

    [Fact]
    public void Guessing_costs_twice_the_time_with_each_failure_up_to_a_bound()
    {
        Assert.All(Enumerable.Range(0, Lockout.Free + 1), failures => Assert.Equal(TimeSpan.Zero, Lockout.After(failures)));
        Assert.Equal(
            [30, 60, 120, 240, 480, 900, 900], Enumerable.Range(5, 7).Select(failures => (int)Lockout.After(failures).TotalSeconds));
        Assert.Equal(TimeSpan.FromMinutes(15), Lockout.After(int.MaxValue));
    }
}
