using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Tradepost.Platform.Types;

namespace Tradepost.Platform.Http;

/// <summary>
/// A JSON request body of which every faulty field is reported at once: wrong types, missing members, and what its own
/// <see cref="IChecked.Check"/> finds. Take it as a handler's parameter; members of <typeparamref name="T"/> are nullable.
/// </summary>
public sealed class Body<T> : IEndpointParameterMetadataProvider
    where T : class, IChecked
{
    private readonly IReadOnlySet<string> members;

    private Body(T value, string hash, IReadOnlySet<string> members)
    {
        Value = value;
        Hash = hash;
        this.members = members;
    }

    /// <summary>The body, checked.</summary>
    public T Value { get; }

    /// <summary>SHA-256 of the bytes sent, for telling a repeated request from another one.</summary>
    public string Hash { get; }

    /// <summary>Whether the member stands in the body, be it null: an edit clears what is null and leaves what is absent.</summary>
    /// <param name="member">As written in JSON.</param>
    public bool Has(string member) => members.Contains(member);

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
    }

    /// <summary>Reads and checks the body of a request.</summary>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (json, sent, hash) = await JsonBody.Read(context);
        var faults = new Faults();
        var value = JsonBody.Whole<T>(sent.Span) ?? Sound(json, faults);
        value.Check(faults);
        return faults.Refusal() is { } refusal ? throw new RequestRefusedException(refusal) : new(value, hash, Members(json));
    }

    private static T Sound(JsonObject json, Faults faults)
    {
        try
        {
            return JsonBody.SoundMembers(json, typeof(T), faults).Deserialize<T>(ApiJson.Options)!;
        }
        catch (JsonException)
        {
            throw new RequestRefusedException(PlatformErrors.Malformed.Refuse());
        }
    }

    private static HashSet<string> Members(JsonObject json)
    {
        try
        {
            return json.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        }
        catch (ArgumentException)
        {
            throw new RequestRefusedException(PlatformErrors.Malformed.Refuse()); // a member stands there twice
        }
    }
}

/// <summary>A request that can't be read, on its way to the one place that answers for it.</summary>
public sealed class RequestRefusedException(Refusal refusal) : Exception(refusal?.Error.Code)
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal!;
}
