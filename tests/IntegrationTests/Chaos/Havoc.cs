namespace Tradepost.IntegrationTests.Chaos;

/// <summary>
/// Hits the shop again and again: a shuffled deck of every kind of blow, dealt with pauses between, and shuffled anew when it is through.
/// </summary>
internal sealed class Havoc(Town town)
{
    private readonly Random random = town.Plan.Draw(300);
    private readonly Dictionary<string, int> blows = new(StringComparer.Ordinal);
    private Task mood = Task.CompletedTask;

    /// <summary>How often each thing was done.</summary>
    public IReadOnlyDictionary<string, int> Blows => blows;

    /// <summary>Until told to stop; ends with everything standing again.</summary>
    public async Task Rage(CancellationToken stop)
    {
        (string Name, Func<Task> Deal)[] deck =
        [
            ("host killed", KillHost), ("host killed", KillHost), ("host killed", KillHost),
            ("connections ended by the database", EndConnections), ("connections ended by the database", EndConnections),
            ("wire to the database cut", CutWire), ("wire to the database cut", CutWire),
            ("database killed", () => town.RestartDatabase(gently: false, Upto(1500))),
            ("database restarted", () => town.RestartDatabase(gently: true, Upto(2500))),
            ("bank dead", () => Bank(Mood.Dead, 3000)), ("bank slow", () => Bank(Mood.Slow, 5000)),
            ("bank drops answers", () => Bank(Mood.Dropping, 4000)), ("bank drops answers", () => Bank(Mood.Dropping, 4000)),
        ];
        for (var dealt = 0; dealt < town.Plan.Decks && !stop.IsCancellationRequested; dealt++)
        {
            random.Shuffle(deck);
            foreach (var (name, deal) in deck)
            {
                await Pause(stop);
                if (stop.IsCancellationRequested)
                {
                    break;
                }

                await deal();
                blows[name] = blows.GetValueOrDefault(name) + 1;
            }

            town.Through = true;
        }

        await mood;
        town.Bank.Mood = Mood.Fine;
    }

    private Task KillHost()
    {
        town.Nodes[random.Next(town.Nodes.Count)].Kill();
        return Task.CompletedTask;
    }

    // Every connection or a third of them, in the middle of whatever they do.
    private Task EndConnections() => town.Query(
        $"""
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = 'tradepost' and application_name = 'tradepost' and pid <> pg_backend_pid() and pid % {random.Next(1, 4)} = 0
        """,
        row => row.GetBoolean(0));

    private Task CutWire()
    {
        town.Line.Cut();
        return Task.CompletedTask;
    }

    private async Task Bank(Mood how, int milliseconds)
    {
        await mood;
        mood = For(how, Upto(milliseconds) + TimeSpan.FromMilliseconds(500));
    }

    // Meanwhile other blows fall: a bank that does not answer while the host dies is worse than either.
    private async Task For(Mood how, TimeSpan time)
    {
        town.Bank.Mood = how;
        await Task.Delay(time);
        town.Bank.Mood = Mood.Fine;
    }

    private async Task Pause(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Upto((int)town.Plan.Pause.TotalMilliseconds) + TimeSpan.FromMilliseconds(300), stop);
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }

    private TimeSpan Upto(int milliseconds) => TimeSpan.FromMilliseconds(random.Next(milliseconds));
}
