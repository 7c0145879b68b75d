using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Tradepost.Platform.Http;

/// <summary>A request body that may be left out; when it is there, it is read and checked like any <see cref="Body{T}"/>.</summary>
public sealed class OptionalBody<T> : IEndpointParameterMetadataProvider
    where T : class, IChecked
{
    private OptionalBody(T? value) => Value = value;

    /// <summary>The body, checked; null when there was none.</summary>
    public T? Value { get; }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));
    }

    /// <summary>Reads and checks the body of a request, if it has one.</summary>
    public static async ValueTask<OptionalBody<T>?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var may = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? context.Request.ContentLength > 0;
        return new(may ? (await Body<T>.BindAsync(context))!.Value : null);
    }
}
