using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Wishes;

/// <summary>Ends optional mails without signing in: with one click of a mail program (RFC 8058), or on the page the link opens.</summary>
internal static class Unsubscribe
{
    /// <param name="Token">The key in the mail.</param>
    /// <param name="Groups">Which optional groups to get by mail; when left out, the one of the mail ends.</param>
    internal sealed record Input(string? Token, IReadOnlyList<string>? Groups) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("token", Token, UnsubscribeTokens.Longest);
            faults.Unless(Groups is null || Groups.All(Letters.Groups.IsOptional), "groups", "holds a group that is not optional");
        }
    }

    /// <param name="Token">The key in the mail.</param>
    internal sealed record Question(string? Token) : IChecked
    {
        public void Check(Faults faults) => faults.Text("token", Token, UnsubscribeTokens.Longest);
    }

    /// <param name="Email">The address, not in full: whoever holds the link need not learn it.</param>
    /// <param name="Group">What the mail was about.</param>
    internal sealed record View(string Email, string Group, IReadOnlyList<Choice> Choices);

    /// <param name="Wanted">Whether mails of this group are sent.</param>
    internal sealed record Choice(string Group, bool Wanted);

    // The body of RFC 8058 is a form and says nothing that the address does not.
    internal static async Task<IResult> OneClick(string token, UnsubscribeTokens tokens, Database db, CancellationToken cancel)
    {
        if (tokens.Read(token) is not var (email, group))
        {
            return NotificationsErrors.BadLink.Refuse().ToResult();
        }

        await db.Write("notifications.one_click", tx => End(tx, email, group, "one click"), cancel);
        return Results.NoContent();
    }

    // Mail scanners open links: looking at one must change nothing.
    internal static IResult Page(string token, ShopSettings shop) =>
        Results.Redirect($"{shop.BaseUrl}/unsubscribe#token={Uri.EscapeDataString(token)}");

    internal static async Task<IResult> Show(Body<Question> body, UnsubscribeTokens tokens, Database db, CancellationToken cancel) =>
        tokens.Read(body.Value.Token!.Trim()) is var (email, group)
            ? await Answer(email, group, db, cancel)
            : NotificationsErrors.BadLink.Refuse().ToResult();

    internal static async Task<IResult> Change(Body<Input> body, UnsubscribeTokens tokens, Database db, CancellationToken cancel)
    {
        if (tokens.Read(body.Value.Token!.Trim()) is not var (email, group))
        {
            return NotificationsErrors.BadLink.Refuse().ToResult();
        }

        await db.Write(
            "notifications.unsubscribe",
            tx => body.Value.Groups is { } wanted ? Choose(tx, email, wanted) : End(tx, email, group, "unsubscribe page"),
            cancel);
        return await Answer(email, group, db, cancel);
    }

    private static Task End(Tx tx, string email, string group, string source)
    {
        Preferences.Write(tx, email, group, "mail", false);
        if (group == Groups.Offers)
        {
            Preferences.Consent(tx, email, false, source, "Unsubscribed.");
        }

        return Task.CompletedTask;
    }

    private static Task Choose(Tx tx, string email, IReadOnlyList<string> wanted)
    {
        foreach (var group in Groups.All.Where(Groups.IsOptional))
        {
            Preferences.Write(tx, email, group, "mail", wanted.Contains(group, StringComparer.Ordinal));
        }

        var offers = wanted.Contains(Groups.Offers, StringComparer.Ordinal);
        Preferences.Consent(tx, email, offers, "unsubscribe page", offers ? MyPreferences.ConsentWords : "Unsubscribed.");
        return Task.CompletedTask;
    }

    private static async Task<IResult> Answer(string email, string group, Database db, CancellationToken cancel)
    {
        var wishes = await Preferences.Read(new Reads(db, cancel), email);
        return Results.Json(
            new View(Masked(email), group, [.. wishes.Where(wish => Groups.IsOptional(wish.Group)).Select(wish => new Choice(wish.Group, wish.Mail))]),
            ApiJson.Options);
    }

    // "j•••@example.com".
    private static string Masked(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{email[0]}•••{email[at..]}" : "•••";
}
