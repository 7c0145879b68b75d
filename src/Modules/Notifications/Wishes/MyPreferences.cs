using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Identity;
using Tradepost.Notifications.Letters;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Wishes;

/// <summary>What the signed-in customer wants to be told, and how. Needs a confirmed address: what is set counts for the address.</summary>
internal static class MyPreferences
{
    internal const string ConsentWords = "Tell me about new arrivals and discounts.";

    /// <param name="Groups">A choice for each group.</param>
    internal sealed record Input(IReadOnlyList<GroupInput?>? Groups) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Required("groups", Groups);
            faults.Unless(Groups is null || Groups.Count is > 0 and <= 10, "groups", "must be 1 to 10");
            for (var i = 0; i < (Groups?.Count ?? 0); i++)
            {
                Groups![i]?.Check(faults, $"groups[{i}]");
                faults.Required($"groups[{i}]", Groups[i]);
            }
        }
    }

    /// <param name="Group">Which.</param>
    internal sealed record GroupInput(string? Group, bool? Mail, bool? Sms, bool? Push)
    {
        public void Check(Faults faults, string at)
        {
            faults.Unless(Letters.Groups.All.Contains(Group, StringComparer.Ordinal), at + ".group", "is not a group of notices");
            faults.Required(at + ".mail", Mail);
            faults.Required(at + ".sms", Sms);
            faults.Required(at + ".push", Push);
            faults.Unless(Group != Letters.Groups.Account || Mail == true, at + ".mail", "mails about the account are always sent");
            faults.Unless(
                Group is not (Letters.Groups.Orders or Letters.Groups.Returns) || Mail == true || Sms == true || Push == true, at,
                "keep at least one way to be told about your orders");
        }
    }

    /// <param name="Phone">The number text messages go to, once it is confirmed.</param>
    /// <param name="Browsers">In how many browsers notices are shown.</param>
    /// <param name="PushKey">The shop's public key for subscribing a browser.</param>
    internal sealed record View(
        IReadOnlyList<Wish> Groups, string Email, string? Phone, bool PhoneConfirmed, int Browsers, string PushKey, string ConsentWords);

    internal static async Task<IResult> Show(
        Caller caller, IUsers users, Database db, Push.PushKeys keys, CancellationToken cancel) =>
        await Person(caller, users, cancel) is { } person
            ? Results.Json(await Of(person, db, keys, cancel), ApiJson.Options)
            : PlatformErrors.NotSignedIn.Refuse().ToResult();

    internal static async Task<IResult> Change(
        Body<Input> body, Caller caller, IUsers users, Database db, Push.PushKeys keys, CancellationToken cancel)
    {
        if (await Person(caller, users, cancel) is not { EmailConfirmed: true } person)
        {
            return NotificationsErrors.AddressNotConfirmed.Refuse().ToResult();
        }

        await db.Write("notifications.preferences", tx => Store(tx, person.Email, body.Value), cancel);
        return Results.Json(await Of(person, db, keys, cancel), ApiJson.Options);
    }

    internal static async Task<Person?> Person(Caller caller, IUsers users, CancellationToken cancel) =>
        caller.UserId is { } id && (await users.People([id], cancel)).TryGetValue(id, out var person) ? person : null;

    private static Task Store(Tx tx, string email, Input input)
    {
        foreach (var choice in input.Groups!.OfType<GroupInput>())
        {
            Preferences.Write(tx, email, choice.Group!, "mail", choice.Mail!.Value);
            Preferences.Write(tx, email, choice.Group!, "sms", choice.Sms!.Value);
            Preferences.Write(tx, email, choice.Group!, "push", choice.Push!.Value);
            if (choice.Group == Letters.Groups.Offers)
            {
                var any = choice.Mail.Value || choice.Sms.Value || choice.Push.Value;
                Preferences.Consent(tx, email, any, "account", any ? ConsentWords : "Switched off in the account.");
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<View> Of(Person person, Database db, Push.PushKeys keys, CancellationToken cancel)
    {
        var groups = await Preferences.Read(new Reads(db, cancel), person.Email);
        var (phone, confirmed) = await db.Row(
            $"select phone, confirmed_at is not null from notifications.phones where user_id = {person.Id}",
            row => (row.GetString(0), row.GetBoolean(1)), cancel);
        var browsers = await db.Row(
            $"select count(*)::int from notifications.push_subscriptions where user_id = {person.Id}", row => row.GetInt32(0), cancel);
        return new(groups, person.Email, phone, confirmed, browsers, keys.Public, ConsentWords);
    }
}
