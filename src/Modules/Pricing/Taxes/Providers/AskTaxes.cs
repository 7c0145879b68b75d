using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tradepost.Contracts;
using Tradepost.Contracts.Pricing;

namespace Tradepost.Pricing.Taxes.Providers;

/// <summary>
/// Asks the tax provider and remembers what it says. The only way to the network: prices are made from <see cref="RememberedTaxes"/>. A
/// shopper waits for the time-box at most; who asks for the same place meanwhile shares the answer.
/// </summary>
internal sealed partial class AskTaxes(
    IEnumerable<ITaxProvider> plugged, IHttpClientFactory clients, TaxProviderSettings settings, RememberedTaxes remembered,
    TimeProvider time, ILogger<AskTaxes> log)
{
    private static readonly TimeSpan Answered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Failed = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LogPause = TimeSpan.FromMinutes(1);

    private readonly ITaxProvider? provider =
        plugged.FirstOrDefault() ?? (settings.Url is null ? null : new HttpTaxProvider(clients, settings));

    private readonly ConcurrentDictionary<RememberedTaxes.Place, Lazy<Task>> asking = new();
    private long quietUntil;

    /// <summary>Makes sure the provider was asked about this place lately. Never fails.</summary>
    public async Task Ask(Destination? destination, DateOnly date, IReadOnlyList<string> taxClasses, CancellationToken cancel)
    {
        if (provider is null || destination is null)
        {
            return;
        }

        var place = RememberedTaxes.Place.Of(destination, taxClasses);
        if (!remembered.Knows(place))
        {
            var question = new TaxQuestion(destination, date, taxClasses);
            await asking.GetOrAdd(place, _ => new(() => Once(provider, place, question))).Value.WaitAsync(cancel);
        }
    }

    private async Task Once(ITaxProvider from, RememberedTaxes.Place place, TaxQuestion question)
    {
        try
        {
            await Task.Yield(); // a provider that works before it waits must not hold up who only joins in
            using var limit = new CancellationTokenSource(settings.Timeout, time);
            var rates = await from.Rates(question, limit.Token).WaitAsync(settings.Timeout, time, CancellationToken.None);
            if (ProvidedRates.Fault(rates, question.TaxClasses) is { } fault)
            {
                GiveUp(from, place, fault);
                return;
            }

            remembered.Keep(place, ProvidedRates.Due(rates), Answered, Grace);
        }
        catch (Exception failure)
        {
            GiveUp(from, place, failure.Message);
        }
        finally
        {
            asking.TryRemove(place, out _);
        }
    }

    private void GiveUp(ITaxProvider from, RememberedTaxes.Place place, string why)
    {
        remembered.Keep(place, null, Failed, TimeSpan.Zero);
        var (now, until) = (time.GetUtcNow().UtcTicks, Interlocked.Read(ref quietUntil));
        if (now >= until && Interlocked.CompareExchange(ref quietUntil, now + LogPause.Ticks, until) == until)
        {
            Unhelpful(log, from.Name, why);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The tax provider {Provider} did not help ({Reason}); the shop's own tax tables are used. Said once a minute at most.")]
    private static partial void Unhelpful(ILogger log, string provider, string reason);
}
