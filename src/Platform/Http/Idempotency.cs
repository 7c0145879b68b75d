using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Http;

/// <summary>What makes a request the same request: its key, who sent it, which route, and its body.</summary>
public sealed record IdempotencyKey(string Key, string Caller, string Route, string BodyHash)
{
    private const int MaxLength = 255;

    /// <summary>
    /// The key of this request. Guests share one namespace: a replay needs the very same body, which holds the unguessable id of a cart or
    /// order.
    /// </summary>
    /// <returns>Null when the header is absent; a refusal when it is absent but required, or ill-formed.</returns>
    public static Outcome<IdempotencyKey?> From(HttpContext http, Caller caller, string route, string bodyHash, bool required)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(caller);
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            return required ? PlatformErrors.Invalid.On("Idempotency-Key", "is required") : (IdempotencyKey?)null;
        }

        return key.Length > MaxLength || key.Any(char.IsControl)
            ? PlatformErrors.Invalid.On("Idempotency-Key", "must have at most 255 printable characters")
            : new IdempotencyKey(key, caller.UserId?.ToString() ?? "guest", route, bodyHash);
    }
}

/// <summary>
/// Keeps the answer to a keyed request in the transaction that made it true, so that the same request is answered the same way again.
/// Refusals roll back and leave no trace: the request may be sent again with the same key.
/// </summary>
public static class Idempotency
{
    /// <summary>
    /// Claims the key for this transaction. A second request with the key waits here until the first has committed.
    /// </summary>
    /// <returns>Null: go on, and <see cref="Remember{T}"/> the answer. A text: the stored answer. A refusal: key used for something
    /// else.</returns>
    public static async Task<Outcome<string?>> Claim(this Tx tx, IdempotencyKey? key)
    {
        ArgumentNullException.ThrowIfNull(tx);
        if (key is null)
        {
            return (string?)null;
        }

        var claimed = await tx.Execute(
            $"""
            insert into platform.idempotency_keys (route, caller, key, body_hash, created_at)
            values ({key.Route}, {key.Caller}, {key.Key}, {key.BodyHash}, {tx.Now}) on conflict do nothing
            """);
        if (claimed == 1)
        {
            return (string?)null;
        }

        var stored = await tx.Row(
            $"""
            select body_hash, answer::text from platform.idempotency_keys
            where route = {key.Route} and caller = {key.Caller} and key = {key.Key}
            """,
            row => (Hash: row.GetString(0), Answer: row.TextOrNull(1)));
        return stored.Hash == key.BodyHash ? stored.Answer : PlatformErrors.IdempotencyMismatch.Refuse();
    }

    /// <summary>Stores the answer with the key claimed in this transaction.</summary>
    public static void Remember<T>(this Tx tx, IdempotencyKey? key, T answer)
    {
        ArgumentNullException.ThrowIfNull(tx);
        if (key is not null)
        {
            tx.Queue(
                $"""
                update platform.idempotency_keys set answer = {Json.Of(answer)}
                where route = {key.Route} and caller = {key.Caller} and key = {key.Key}
                """);
        }
    }

    /// <summary>A stored answer as the value it was.</summary>
    public static T Read<T>(string answer) => JsonSerializer.Deserialize<T>(answer, ApiJson.Options)!;
}
