using Tradepost.Contracts.Pricing;
using Tradepost.Contracts.Shop;
using Tradepost.Host.Serving;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.UnitTests.Host;

/// <summary>Settings switch at once, and what staff write is checked.</summary>
public sealed class ShopSettingsTests
{
    private static readonly SettingsInput Sound =
        new("Shop", Currency.Usd, [Currency.Of("EUR")], false, Rounding.HalfUp, RoundingLevel.Line, "Europe/Berlin");

    private static string[] Faulty(SettingsInput input)
    {
        var faults = new Faults();
        input.Check(faults);
        return [.. faults.Refusal()?.Fields.Keys ?? []];
    }

    [Fact]
    public void Sound_settings_pass_and_each_fault_is_named()
    {
        Assert.Empty(Faulty(Sound));
        Assert.Empty(Faulty(Sound with { TimeZone = "UTC" }));
        Assert.Equal(["timeZone"], Faulty(Sound with { TimeZone = "Berlin" }));
        Assert.Equal(["timeZone"], Faulty(Sound with { TimeZone = "Europe/Atlantis" }));
        Assert.Equal(["currencies"], Faulty(Sound with { Currencies = [Currency.Usd, Currency.Usd] }));
        Assert.Equal(
            ["currencies", "currency", "pricesIncludeTax", "rounding", "roundingLevel", "shopName", "timeZone"],
            Faulty(new(null, null, null, null, null, null, null)).Order());
    }

    [Fact]
    public async Task A_reader_never_sees_half_of_a_change()
    {
        var settings = new ShopSettings { Name = "0", TimeZone = "0" };
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var text = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
                settings.Change(now => now with { Name = text, TimeZone = text });
            }
        }, CancellationToken.None);
        for (var i = 0; i < 100_000; i++)
        {
            var now = settings.Now;
            Assert.Equal(now.Name, now.TimeZone);
        }

        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public void Two_changes_of_different_settings_at_once_both_hold()
    {
        var settings = new ShopSettings();
        Parallel.For(0, 1000, i => settings.Change(now => now with { Version = now.Version + 1 }));
        Assert.Equal(1000, settings.Now.Version);
    }

    [Fact]
    public void What_is_stored_lies_over_the_configuration_and_older_ones_do_not_come_back()
    {
        var settings = new ShopSettings { Name = "Configured", TimeZone = "Europe/Paris" };
        var stored = new StoredSettings.Stored(null, null, "EUR", true) { OtherCurrencies = [Currency.Of("JPY")], Version = 3 };
        StoredSettings.Apply(stored, settings);
        Assert.Equal(("Configured", "EUR", "Europe/Paris"), (settings.Name, settings.CurrencyCode, settings.TimeZone));
        Assert.Equal([Currency.Of("EUR"), Currency.Of("JPY")], settings.Now.Currencies);
        StoredSettings.Apply(stored with { Currency = "USD", Version = 2 }, settings);
        Assert.Equal("EUR", settings.CurrencyCode);
    }
}
