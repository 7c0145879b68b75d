using Tradepost.Platform.Data;
using Tradepost.Platform.Verification;

namespace Tradepost.Host.Cli;

/// <summary><c>verify</c>: asks every invariant of stock, money and orders whether it holds. Exit status 0 when all do, 1 when one does
/// not.</summary>
internal static class VerifyVerb
{
    private const int Shown = 20;

    public static async Task<int> Run(StartOptions options, CancellationToken stop)
    {
        await using var session = await Session.Open(options, beside: true, stop);
        await using var services = session.Services();
        await services.GetRequiredService<Migrator>().Run(stop);
        return await Check(services, Console.Out, stop);
    }

    public static async Task<int> Check(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        var db = services.GetRequiredService<Database>();
        var broken = 0;
        foreach (var invariant in services.GetServices<IInvariant>())
        {
            var violations = await invariant.Violations(db, stop);
            await output.WriteLineAsync($"{(violations.Count == 0 ? "holds " : "BROKEN")}  {invariant.Name}");
            foreach (var violation in violations.Take(Shown))
            {
                await output.WriteLineAsync($"          {violation}");
            }

            if (violations.Count > Shown)
            {
                await output.WriteLineAsync($"          and {violations.Count - Shown} more");
            }

            broken += violations.Count == 0 ? 0 : 1;
        }

        await output.WriteLineAsync(broken == 0 ? "Every invariant holds." : $"{broken} of the invariants are broken.");
        return broken == 0 ? 0 : 1;
    }
}
