using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Data;
using Tradepost.Platform.Jobs;

namespace Tradepost.Notifications.Letters;

/// <summary>The templates that staff edited, kept in memory: read before the first letter is written, and again after every change.</summary>
internal sealed partial class EditedTemplates : IHostedService, IPeriodicJob
{
    /// <summary>All nodes read the templates anew when this is touched.</summary>
    public const string Tag = "letters";

    private readonly Database db;
    private readonly ILogger<EditedTemplates> log;
    private Dictionary<string, Edited> templates = [];
    private volatile bool stale;

    public EditedTemplates(Database db, Changes changes, ILogger<EditedTemplates> log)
    {
        (this.db, this.log) = (db, log);
        changes.Listen(tags => stale |= tags.Contains(Tag), () => stale = true);
    }

    public string Name => "notifications.templates";

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public Edited? Find(string kind) => Volatile.Read(ref templates).GetValueOrDefault(kind);

    public Task StartAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<int> Run(CancellationToken cancel)
    {
        if (!stale)
        {
            return 0;
        }

        await Load(cancel);
        return 1;
    }

    /// <summary>Reads what is in force.</summary>
    public async Task Load(CancellationToken cancel)
    {
        stale = false;
        var rows = await db.Query(
            $"""
            select distinct on (kind) kind, version, subject, html, plain from notifications.templates order by kind, version desc
            """,
            row => (Kind: row.GetString(0), Template: row.IsDBNull(2) ? null : new Template(row.GetString(2), row.GetString(3), row.GetString(4))),
            cancel);
        Volatile.Write(ref templates, rows.Where(row => row.Template is not null)
            .ToDictionary(row => row.Kind, row => new Edited(row.Template!), StringComparer.Ordinal));
    }

    public void Failed(string kind, Exception failure) => CannotFill(log, kind, failure.Message);

    [LoggerMessage(Level = LogLevel.Error, Message = "The edited template of {Kind} could not be filled in; the built-in one was used: {Reason}")]
    private static partial void CannotFill(ILogger log, string kind, string reason);

    /// <summary>A template in force.</summary>
    internal sealed class Edited(Template template)
    {
        public Template Template => template;

        public LetterWriter.Compiled? Compiled { get; set; }
    }
}
