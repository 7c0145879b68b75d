using Microsoft.AspNetCore.Http;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Templates;

/// <summary>A template as staff write it.</summary>
internal sealed record TemplateInput(string? Subject, string? Html, string? Text) : IChecked
{
    public void Check(Faults faults)
    {
        faults.Text("subject", Subject, TemplateCheck.LongestSubject);
        faults.Text("html", Html, TemplateCheck.LongestHtml);
        faults.Text("text", Text, TemplateCheck.LongestText);
    }

    public Template ToTemplate() => new(Subject!.Trim(), Html!, Text!);
}

/// <summary>Looks at, changes, tries out and resets the templates of letters.</summary>
internal static class EditTemplates
{
    /// <param name="Version">How often it was saved; 0 for a built-in one nobody touched.</param>
    internal sealed record Row(string Kind, string Title, string Group, bool Edited, int Version, DateTimeOffset? EditedAt, string? EditedBy);

    /// <param name="Fields">Everything a template of this kind may name.</param>
    /// <param name="BuiltIn">What it returns to when it is reset.</param>
    internal sealed record Whole(
        string Kind, string Title, string Group, bool Edited, int Version, DateTimeOffset? EditedAt, string? EditedBy, string Subject,
        string Html, string Text, IReadOnlyList<string> Fields, Template BuiltIn);

    internal static async Task<IResult> List(Database db, CancellationToken cancel)
    {
        var stored = (await Stored(db, null, cancel)).ToDictionary(one => one.Kind, StringComparer.Ordinal);
        var rows = LetterRegistry.All.Select(info => stored.TryGetValue(info.Kind, out var one)
            ? new Row(info.Kind, info.Title, info.Group, one.Template is not null, one.Version, one.At, one.By)
            : new Row(info.Kind, info.Title, info.Group, false, 0, null, null));
        return Results.Json(rows.ToList(), ApiJson.Options);
    }

    internal static async Task<IResult> Show(string kind, HttpContext http, Database db, CancellationToken cancel) =>
        !BuiltIn.Templates.ContainsKey(kind)
            ? NotificationsErrors.NoTemplate.Refuse().ToResult()
            : Answer(http, kind, (await Stored(db, kind, cancel)).FirstOrDefault());

    internal static Task<IResult> Save(
        string kind, Body<TemplateInput> body, HttpContext http, Caller caller, Database db, EditedTemplates edited, LetterWriter letters,
        CancellationToken cancel) =>
        Fault(kind, body.Value.ToTemplate(), letters) is { } fault
            ? Task.FromResult(fault.ToResult())
            : Store(kind, body.Value.ToTemplate(), http, caller, db, edited, cancel);

    internal static Task<IResult> Reset(
        string kind, HttpContext http, Caller caller, Database db, EditedTemplates edited, CancellationToken cancel) =>
        !BuiltIn.Templates.ContainsKey(kind)
            ? Task.FromResult(NotificationsErrors.NoTemplate.Refuse().ToResult())
            : Store(kind, null, http, caller, db, edited, cancel);

    internal static IResult Preview(string kind, Body<TemplateInput> body, LetterWriter letters) =>
        Fault(kind, body.Value.ToTemplate(), letters) is { } fault
            ? fault.ToResult()
            : Results.Json(letters.Preview(kind, body.Value.ToTemplate()), ApiJson.Options);

    internal static async Task<IResult> Test(
        string kind, Body<TemplateInput> body, LetterWriter letters, Outgoing outgoing, Caller caller, Database db, CancellationToken cancel)
    {
        if (Fault(kind, body.Value.ToTemplate(), letters) is { } fault)
        {
            return fault.ToResult();
        }

        var letter = letters.Preview(kind, body.Value.ToTemplate());
        await db.Write("notifications.test_letter", tx => outgoing.QueueTest(tx, caller.Name, kind, letter), cancel);
        return Results.NoContent();
    }

    private static Refusal? Fault(string kind, Template template, LetterWriter letters)
    {
        if (!BuiltIn.Templates.ContainsKey(kind))
        {
            return NotificationsErrors.NoTemplate.Refuse();
        }

        var faults = new Faults();
        TemplateCheck.Check(kind, template, faults);
        if (!faults.Any)
        {
            try
            {
                faults.Unless(letters.Preview(kind, template).Subject.Length > 0, "subject", "comes out empty");
            }
            catch (Exception failure) when (failure is HandlebarsDotNet.HandlebarsException or InvalidOperationException)
            {
                faults.Add("html", $"can't be filled in: {failure.Message}");
            }
        }

        return faults.Refusal();
    }

    private static async Task<IResult> Store(
        string kind, Template? template, HttpContext http, Caller caller, Database db, EditedTemplates edited, CancellationToken cancel)
    {
        var stored = await db.Write("notifications.save_template", tx => Store(tx, kind, template, http, caller), cancel);
        if (!stored.Try(out var row, out var refusal))
        {
            return refusal.ToResult();
        }

        // Here at once: whoever saved it sees it in the very next letter.
        await edited.Load(cancel);
        return Answer(http, kind, row);
    }

    private static async Task<Outcome<StoredTemplate>> Store(Tx tx, string kind, Template? template, HttpContext http, Caller caller)
    {
        await tx.Execute($"select pg_advisory_xact_lock(hashtext({"notifications.templates " + kind}))");
        var version = await tx.Row(
            $"select coalesce(max(version), 0) from notifications.templates where kind = {kind}", row => row.GetInt32(0));
        if (Etags.Check(http, version) is { } stale)
        {
            return stale;
        }

        tx.Queue(
            $"""
            insert into notifications.templates (kind, version, subject, html, plain, edited_by, edited_at)
            values ({kind}, {version + 1}, {template?.Subject}::text, {template?.Html}::text, {template?.Text}::text, {caller.Name}, {tx.Now})
            """);
        tx.Touch(EditedTemplates.Tag);
        return new StoredTemplate(kind, version + 1, template, caller.Name, tx.Now);
    }

    private static IResult Answer(HttpContext http, string kind, StoredTemplate? stored)
    {
        var (info, own) = (LetterRegistry.Of(kind), BuiltIn.Templates[kind]);
        var shown = stored?.Template ?? own;
        http.Response.Headers.ETag = Etags.Of(stored?.Version ?? 0);
        return Results.Json(
            new Whole(
                kind, info.Title, info.Group, stored?.Template is not null, stored?.Version ?? 0, stored?.At, stored?.By, shown.Subject,
                shown.Html, shown.Text, [.. BuiltIn.ShapeOf(kind).Paths()], own),
            ApiJson.Options);
    }

    private static Task<List<StoredTemplate>> Stored(Database db, string? kind, CancellationToken cancel) => db.Query(
        $"""
        select distinct on (kind) kind, version, subject, html, plain, edited_by, edited_at from notifications.templates
        where {kind}::text is null or kind = {kind} order by kind, version desc
        """,
        row => new StoredTemplate(
            row.GetString(0), row.GetInt32(1),
            row.IsDBNull(2) ? null : new(row.GetString(2), row.GetString(3), row.GetString(4)), row.GetString(5), row.Instant(6)),
        cancel);

    private sealed record StoredTemplate(string Kind, int Version, Template? Template, string By, DateTimeOffset At);
}
