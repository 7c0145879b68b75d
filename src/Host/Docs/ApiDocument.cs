using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Docs;

/// <summary>The OpenAPI document, generated from the routes, and the interactive page over it.</summary>
internal static class ApiDocument
{
    private const string Scheme = "bearer";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Tradepost",
                Version = "v1",
                Description = "The shop's HTTP interface. Money is whole minor units with a currency; "
                    + "refusals are RFC 9457 problems with a stable code.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
            if (schema.Items is null && context.JsonTypeInfo.ElementType is { } element)
            {
                schema.Items = ItemOf(element);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            DescribeRefusals(operation, metadata);
            if (metadata.OfType<IAuthorizeData>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(
                    Scheme, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi().AllowAnonymous();

    /// <summary>The page stands before routing: it is files, not routes, and open to all.</summary>
    public static void UseApiPage(this WebApplication app) =>
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "Tradepost API";
            page.SwaggerEndpoint("/openapi/v1.json", "Tradepost v1");
        });

    private static void Describe(OpenApiSchema schema, Type type)
    {
        if (typeof(IId).IsAssignableFrom(type))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        }
        else if (type == typeof(Currency))
        {
            (schema.Type, schema.Description) = (JsonSchemaType.String, "ISO 4217, like USD");
        }
    }

    // Of a list of values with a converter of their own, the framework does not say what is in it.
    private static OpenApiSchema? ItemOf(Type element)
    {
        var item = new OpenApiSchema();
        Describe(item, element);
        return item.Type is null ? null : item;
    }

    private static void DescribeRefusals(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Responses ??= [];
        var errors = metadata.OfType<RefusalsMetadata>().SelectMany(refusals => refusals.Errors);
        foreach (var status in errors.GroupBy(error => error.Status))
        {
            operation.Responses[status.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join(" · ", status.Select(error => $"{error.Code}: {error.Title}")),
            };
        }
    }
}
