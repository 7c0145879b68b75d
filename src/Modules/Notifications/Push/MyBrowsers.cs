using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Tradepost.Contracts.Identity;
using Tradepost.Notifications.Wishes;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Notifications.Push;

/// <summary>A customer's browsers that show notices.</summary>
internal static class MyBrowsers
{
    private const int MostBrowsers = 10;

    /// <summary>As PushSubscription.toJSON gives it.</summary>
    internal sealed record Input(string? Endpoint, KeysInput? Keys) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.Text("endpoint", Endpoint, 1000);
            faults.Required("keys", Keys);
            faults.Unless(Keys is null || (Bytes(Keys.P256dh) is { } point && PushCrypto.IsPoint(point)), "keys.p256dh", "is not a P-256 key");
            faults.Unless(Keys is null || Bytes(Keys.Auth) is { Length: 16 }, "keys.auth", "must be 16 bytes");
        }

        internal static byte[]? Bytes(string? text) =>
            text is { Length: <= 200 } && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
    }

    /// <summary>The subscription's keys, base64url.</summary>
    internal sealed record KeysInput(string? P256dh, string? Auth);

    /// <param name="Endpoint">The subscription's address.</param>
    internal sealed record EndInput(string? Endpoint) : IChecked
    {
        public void Check(Faults faults) => faults.Text("endpoint", Endpoint, 1000);
    }

    internal static async Task<IResult> Add(
        Body<Input> body, Caller caller, IUsers users, Database db, IOptions<PushOptions> options, CancellationToken cancel)
    {
        if (Outside.Fault(body.Value.Endpoint!.Trim(), options.Value.AllowPrivate) is { } fault)
        {
            return PlatformErrors.Invalid.On("endpoint", fault).ToResult();
        }

        return await MyPreferences.Person(caller, users, cancel) is not { EmailConfirmed: true } person
            ? NotificationsErrors.AddressNotConfirmed.Refuse().ToResult()
            : (await db.Write("notifications.add_browser", tx => Add(tx, person, body.Value), cancel)).NoContent();
    }

    internal static async Task<IResult> Remove(Body<EndInput> body, Caller caller, Database db, CancellationToken cancel)
    {
        await db.Write("notifications.remove_browser", tx => tx.Execute(
            $"""
            delete from notifications.push_subscriptions where endpoint = {body.Value.Endpoint!.Trim()} and user_id = {caller.UserId}
            """), cancel);
        return Results.NoContent();
    }

    // A browser that another account used before belongs to whoever signs in there now.
    private static async Task<Outcome<Done>> Add(Tx tx, Person person, Input input)
    {
        await tx.Execute(
            $"""
            insert into notifications.push_subscriptions (id, user_id, email, endpoint, p256dh, auth, created_at)
            values ({Guid.CreateVersion7()}, {person.Id}, lower({person.Email}), {input.Endpoint!.Trim()}, {Input.Bytes(input.Keys!.P256dh)},
              {Input.Bytes(input.Keys.Auth)}, {tx.Now})
            on conflict (endpoint) do update set user_id = excluded.user_id, email = excluded.email, p256dh = excluded.p256dh,
              auth = excluded.auth
            """);
        await tx.Execute(
            $"""
            delete from notifications.push_subscriptions where id in (
              select id from notifications.push_subscriptions where user_id = {person.Id} order by created_at desc offset {MostBrowsers})
            """);
        return Done.Value;
    }
}
