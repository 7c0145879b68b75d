using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tradepost.Platform.Jobs;

/// <summary>Work done again and again. Every node tries; work that must not run twice at once claims its rows with <c>skip
/// locked</c>.</summary>
public interface IPeriodicJob
{
    /// <summary>Its name, "module.what".</summary>
    string Name { get; }

    /// <summary>Time between the end of one run and the start of the next.</summary>
    TimeSpan Every { get; }

    /// <summary>Does what is due. Answers how many things it did.</summary>
    Task<int> Run(CancellationToken cancel);
}

/// <summary>Runs one job for as long as the host lives. A failure is logged and tried again at the next turn.</summary>
public sealed partial class JobRunner(IPeriodicJob job, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(job.Every, time);
        do
        {
            try
            {
                var done = await job.Run(stoppingToken);
                if (done > 0)
                {
                    Ran(log, job.Name, done);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                JobFailed(log, job.Name, failure);
            }
        }
        while (await Tick(timer, stoppingToken));
    }

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Job} did {Count}")]
    private static partial void Ran(ILogger log, string job, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed and runs again later")]
    private static partial void JobFailed(ILogger log, string job, Exception failure);
}

/// <summary>Registration of jobs.</summary>
public static class JobServices
{
    /// <summary>Runs the job while the host serves.</summary>
    public static IServiceCollection AddPeriodicJob<TJob>(this IServiceCollection services)
        where TJob : class, IPeriodicJob
    {
        services.AddSingleton<TJob>();
        services.AddSingleton<IPeriodicJob>(provider => provider.GetRequiredService<TJob>());
        return services.AddSingleton<IHostedService>(provider =>
            ActivatorUtilities.CreateInstance<JobRunner>(provider, provider.GetRequiredService<TJob>()));
    }
}
