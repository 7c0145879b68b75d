using System.Threading.Channels;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;

namespace Tradepost.Host.Serving;

/// <summary>
/// Switches this node to settings that were changed here or on another node, then forgets every remembered answer: any of them may show
/// the shop's name, its currencies, or prices counted by the old rules.
/// </summary>
internal sealed partial class SettingsWatcher : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // One word that something changed is enough for any number of changes: the settings are read after it was taken.
    private readonly Channel<bool> changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Database db;
    private readonly ShopSettings settings;
    private readonly AnswerCache answers;
    private readonly TimeProvider time;
    private readonly ILogger<SettingsWatcher> log;

    public SettingsWatcher(
        Changes changes, Database db, ShopSettings settings, AnswerCache answers, TimeProvider time, ILogger<SettingsWatcher> log)
    {
        (this.db, this.settings, this.answers, this.time, this.log) = (db, settings, answers, time, log);
        changes.Listen(tags => { if (tags.Contains(StoredSettings.Tag)) { Raise(); } }, Raise);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await changed.Reader.WaitToReadAsync(stoppingToken))
            {
                changed.Reader.TryRead(out _);
                await Reload(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private void Raise() => changed.Writer.TryWrite(true);

    private async Task Reload(CancellationToken stop)
    {
        try
        {
            var before = settings.Now;
            await StoredSettings.Apply(db, settings, stop);
            if (settings.Now.Version != before.Version)
            {
                answers.Forget();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure.Message);
            await Task.Delay(Pause, time, stop);
            Raise();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The settings could not be read and are tried again: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
