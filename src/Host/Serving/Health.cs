using Npgsql;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Serving;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new Answer("live"))).AllowAnonymous().WithTags("Service")
            .WithSummary("The process answers").Gives<Answer>();
        app.MapGet("/health/ready", Ready).AllowAnonymous().WithTags("Service").WithSummary("The shop can serve").Gives<Answer>();
    }

    private static async Task<IResult> Ready(NpgsqlDataSource source, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            return Results.Json(new Answer("ready"));
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or InvalidOperationException)
        {
            return PlatformErrors.Unavailable.Refuse().ToResult();
        }
    }

    private sealed record Answer(string Status);
}
