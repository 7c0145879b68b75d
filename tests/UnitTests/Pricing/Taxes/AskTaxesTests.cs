using Microsoft.Extensions.Logging;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;
using Tradepost.Pricing.Taxes.Providers;
using Tradepost.UnitTests.Identity;

namespace Tradepost.UnitTests.Pricing.Taxes;

/// <summary>A provider of one's own, plugged in: when it is asked, how long its word counts, and what happens when it fails.</summary>
public sealed class AskTaxesTests : IDisposable
{
    private static readonly Destination Place = new("US", "CA", "94105", "San Francisco");
    private static readonly string[] Classes = ["standard"];

    private readonly Clock clock = new();
    private readonly Listener log = new();
    private readonly Oracle oracle = new();
    private readonly RememberedTaxes remembered;
    private readonly AskTaxes ask;

    public AskTaxesTests()
    {
        remembered = new(clock);
        ask = new([oracle], null!, new() { Timeout = TimeSpan.FromSeconds(10) }, remembered, clock, log);
    }

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task It_is_asked_once_for_a_place_and_again_when_its_answer_is_old()
    {
        await Ask(Place);
        await Ask(Place with { City = "Frisco" }); // prices do not depend on the town
        Assert.Equal((1, "8.5"), (oracle.Asked, Percent(Place)));
        await Ask(Place with { PostalCode = "94106" });
        Assert.Equal(2, oracle.Asked);

        clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal("8.5", Percent(Place)); // who was shown it may still order at it
        oracle.Percent = 9m;
        await Ask(Place);
        Assert.Equal((3, "9"), (oracle.Asked, Percent(Place)));

        clock.Now += TimeSpan.FromMinutes(31);
        Assert.Null(Percent(Place));
    }

    [Fact]
    public async Task Who_asks_for_the_same_place_at_once_shares_the_answer()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ask(Place)));
        Assert.Equal((1, "8.5"), (oracle.Asked, Percent(Place)));
    }

    [Fact]
    public async Task When_it_fails_or_talks_nonsense_nothing_is_known_it_rests_and_the_log_says_so_once_a_minute()
    {
        oracle.Percent = 101m;
        await Ask(Place);
        oracle.Breaks = true;
        await Ask(Place with { PostalCode = "94106" });
        await Ask(Place);
        Assert.Null(Percent(Place));
        Assert.Equal((2, 1), (oracle.Asked, log.Lines.Count));

        clock.Now += TimeSpan.FromSeconds(61);
        await Ask(Place);
        Assert.Equal((3, 2), (oracle.Asked, log.Lines.Count));

        (oracle.Breaks, oracle.Percent) = (false, 8.5m);
        clock.Now += TimeSpan.FromSeconds(31);
        await Ask(Place);
        Assert.Equal("8.5", Percent(Place));
    }

    [Fact]
    public async Task A_shopper_who_leaves_stops_waiting_but_the_answer_is_kept_for_the_next()
    {
        oracle.Hold = new();
        using var gone = new CancellationTokenSource();
        var waiting = ask.Ask(Place, new(2026, 11, 25), Classes, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = Ask(Place);
        oracle.Hold.SetResult();
        await next;
        Assert.Equal((1, "8.5"), (oracle.Asked, Percent(Place)));
    }

    private Task Ask(Destination place) => ask.Ask(place, new(2026, 11, 25), Classes, TestContext.Current.CancellationToken);

    private string? Percent(Destination place) => remembered.Find(RememberedTaxes.Place.Of(place, Classes))?.On("standard")
        .Select(rate => Tradepost.Pricing.Percents.Text(rate.Percent)).Single();

    private sealed class Oracle : ITaxProvider
    {
        private int asked;

        public string Name => "oracle";

        public int Asked => asked;

        public decimal Percent { get; set; } = 8.5m;

        public bool Breaks { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public async Task<IReadOnlyList<ProvidedTaxRate>> Rates(TaxQuestion question, CancellationToken cancel)
        {
            Interlocked.Increment(ref asked);
            await (Hold?.Task ?? Task.CompletedTask);
            return Breaks ? throw new InvalidOperationException("out of order") : [new("standard", "Local tax", Percent, false)];
        }
    }

    private sealed class Listener : ILogger<AskTaxes>, IDisposable
    {
        public List<string> Lines { get; } = [];

        public IDisposable BeginScope<TState>(TState state)
            where TState : notnull => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
