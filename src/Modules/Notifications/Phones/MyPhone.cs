using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Tradepost.Contracts.Identity;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Post;
using Tradepost.Notifications.Wishes;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Phones;

/// <summary>The number a customer gets text messages at. It counts once a code sent there came back: nobody can turn them on another.</summary>
internal static partial class MyPhone
{
    private const int MostTries = 5;
    private const int MostCodesADay = 5;
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(10);

    /// <param name="Phone">With the country's code, like +14155550123.</param>
    internal sealed record Input(string? Phone) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("phone", Phone, 30);
            faults.Unless(
                Phone is null || Number().IsMatch(Plain(Phone)), "phone", "must begin with + and the country's code, like +14155550123");
        }
    }

    /// <param name="Code">The six digits that were sent.</param>
    internal sealed record CodeInput(string? Code) : IChecked
    {
        public void Check(Faults faults) => faults.Text("code", Code, 10);
    }

    internal static async Task<IResult> Set(
        Body<Input> body, Caller caller, IUsers users, ShopSettings shop, Database db, CancellationToken cancel) =>
        await MyPreferences.Person(caller, users, cancel) is not { EmailConfirmed: true } person
            ? NotificationsErrors.AddressNotConfirmed.Refuse().ToResult()
            : (await db.Write("notifications.set_phone", tx => Set(tx, shop.Name, person, Plain(body.Value.Phone!)), cancel)).NoContent();

    internal static async Task<IResult> Confirm(Body<CodeInput> body, Caller caller, Database db, CancellationToken cancel)
    {
        // A wrong code is counted: its transaction commits, and only then is it refused.
        var right = (await db.Write<bool>(
            "notifications.confirm_phone", async tx => await Confirm(tx, caller.UserId!.Value, body.Value.Code!.Trim()), cancel)).Value;
        return right ? Results.NoContent() : NotificationsErrors.WrongCode.Refuse().ToResult();
    }

    internal static async Task<IResult> Remove(Caller caller, Database db, CancellationToken cancel)
    {
        await db.Write(
            "notifications.remove_phone", tx => tx.Execute($"delete from notifications.phones where user_id = {caller.UserId}"), cancel);
        return Results.NoContent();
    }

    private static async Task<Outcome<Done>> Set(Tx tx, string shop, Person person, string phone)
    {
        await tx.Execute($"select pg_advisory_xact_lock(hashtext({"notifications.phone " + person.Id}))");
        var sent = await tx.Row(
            $"""
            select codes_sent from notifications.phones where user_id = {person.Id} and code_sent_at > {tx.Now - TimeSpan.FromDays(1)}
            """,
            row => row.GetInt32(0));
        var there = await tx.Row(
            $"""
            select count(*)::int from notifications.notices
            where channel = 'sms' and kind = 'phone_code' and recipient = {phone} and created_at > {tx.Now - TimeSpan.FromDays(1)}
            """,
            row => row.GetInt32(0));
        if (sent >= MostCodesADay || there >= MostCodesADay)
        {
            return PlatformErrors.TooMany.Refuse();
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        tx.Queue(
            $"""
            insert into notifications.phones (user_id, email, phone, code_hash, code_sent_at, codes_sent, updated_at)
            values ({person.Id}, lower({person.Email}), {phone}, {Hash(person.Id, code)}, {tx.Now}, 1, {tx.Now})
            on conflict (user_id) do update set email = excluded.email, phone = excluded.phone, code_hash = excluded.code_hash,
              code_sent_at = excluded.code_sent_at, code_tries = 0, codes_sent = {sent + 1}, confirmed_at = null, updated_at = {tx.Now}
            """);
        Notices.QueueCode(tx, shop, person.Email, phone, code);
        return Done.Value;
    }

    private static Task<bool> Confirm(Tx tx, UserId user, string code) => tx.Row(
        $"""
        update notifications.phones set
          confirmed_at = case when code_hash = {Hash(user, code)} then {tx.Now}::timestamptz end,
          code_hash = case when code_hash = {Hash(user, code)} then null else code_hash end,
          code_tries = code_tries + 1
        where user_id = {user} and code_hash is not null and code_tries < {MostTries} and code_sent_at > {tx.Now - CodeLives}
        returning confirmed_at is not null
        """,
        row => row.GetBoolean(0));

    private static byte[] Hash(UserId user, string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"{user}:{code}"));

    private static string Plain(string phone) => string.Concat(phone.Where(sign => sign is not (' ' or '-' or '(' or ')' or '.')));

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
