using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Identity;

/// <summary>A shop whose patience with failed sign-ins is short.</summary>
public sealed class ImpatientShop(TestCluster cluster) : ShopFixture(cluster)
{
    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Identity:FailedLoginBurst"] = "6",
            ["Identity:FailedLoginsPerMinute"] = "1",
        });
}

/// <summary>A shop that looks at addresses only: all these guesses come from one network.</summary>
public sealed class PatientShop(TestCluster cluster) : ShopFixture(cluster)
{
    /// <inheritdoc/>
    protected override void Adjust(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Identity:FailedLoginBurst"] = "10000" });
}

/// <summary>Guessing gets slower and slower.</summary>
public sealed class GuessingTests(PatientShop shop) : IClassFixture<PatientShop>
{
    private const string Wrong = "Wrong-Giraffe-7";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_five_failures_the_address_is_locked_whether_it_is_known_or_not(bool known)
    {
        var (person, email, _) = await shop.CustomerClient();
        using (person)
        {
            using var client = shop.Client();
            var tried = known ? email : "unknown-" + email;
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal("auth.invalid_credentials", (await Login(client, tried, Wrong)).Is(401).Code);
            }

            var locked = (await Login(client, tried.ToUpperInvariant(), ShopFixture.Password)).Is(423);
            Assert.Equal("auth.locked", locked.Code);
            Assert.InRange(locked.Json["retryAfterSeconds"]!.GetValue<int>(), 1, 30);
            Assert.Equal(TimeSpan.FromSeconds(locked.Json["retryAfterSeconds"]!.GetValue<int>()), locked.Headers.RetryAfter!.Delta);
            (await person.Get("me")).Is(200); // who is signed in stays so
        }
    }

    [Fact]
    public async Task When_the_lock_ends_the_right_password_lets_in_and_the_count_starts_anew()
    {
        var (person, email, _) = await shop.CustomerClient();
        person.Dispose();
        using var client = shop.Client();
        await Fail(client, email, 5);
        (await Login(client, email, ShopFixture.Password)).Is(423);
        await EndLocks();
        (await Login(client, email, ShopFixture.Password)).Is(200);
        await Fail(client, email, 4);
        (await Login(client, email, ShopFixture.Password)).Is(200);
    }

    [Fact]
    public async Task The_next_failure_after_a_lock_locks_for_longer()
    {
        using var client = shop.Client();
        await Fail(client, "again@example.com", 5);
        await EndLocks();
        await Fail(client, "again@example.com", 1);
        Assert.InRange((await Login(client, "again@example.com", Wrong)).Is(423).Json["retryAfterSeconds"]!.GetValue<int>(), 31, 60);
    }

    [Fact]
    public async Task Many_guesses_at_once_get_no_further_than_guesses_in_turn()
    {
        using var client = shop.Client();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Login(client, "burst@example.com", Wrong)));
        Assert.InRange(answers.Count(answer => answer.Status == 401), 5, 5 + Environment.ProcessorCount);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 401, 423 }));
    }

    private static async Task Fail(HttpClient client, string email, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await Login(client, email, Wrong)).Is(401);
        }
    }

    private static Task<Answer> Login(HttpClient client, string email, string password) =>
        client.Post("auth/login", new { email, password });

    private Task EndLocks() => shop.Db.Write(
        "test.end_locks", tx => tx.Execute($"update identity.login_failures set locked_until = {tx.Now}"),
        TestContext.Current.CancellationToken);
}

/// <summary>A network that keeps guessing is told to wait, whatever addresses it tries.</summary>
public sealed class HammeringTests(ImpatientShop shop) : IClassFixture<ImpatientShop>
{
    [Fact]
    public async Task Whoever_hammers_gets_429_with_a_time_to_wait_and_people_who_know_their_password_do_not()
    {
        using var client = shop.Client();
        var (person, email, _) = await shop.CustomerClient();
        person.Dispose();
        for (var i = 0; i < 8; i++)
        {
            (await client.Post("auth/login", new { email, password = ShopFixture.Password })).Is(200);
        }

        var answers = new List<Answer>();
        for (var i = 0; i < 10 && answers.All(answer => answer.Status != 429); i++)
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 4).Select(one =>
                client.Post("auth/login", new { email = $"someone{i}.{one}@example.com", password = "Wrong-Giraffe-7" }))));
        }

        var refused = answers.First(answer => answer.Status == 429);
        Assert.Equal("request.too_many", refused.Code);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.True(answers.Count(answer => answer.Status == 401) >= 6);
    }
}
