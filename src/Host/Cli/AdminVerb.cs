using System.Net.Mail;
using Tradepost.Contracts.Identity;
using Tradepost.Host.Serving;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;

namespace Tradepost.Host.Cli;

/// <summary><c>admin create EMAIL</c>: makes an account that runs the shop. The password is asked for, or taken from
/// TRADEPOST_ADMIN_PASSWORD, or made up.</summary>
internal static class AdminVerb
{
    public static async Task<int> Run(StartOptions options, CancellationToken stop)
    {
        if (options.Rest is not ["create", var email] || !MailAddress.TryCreate(email, out _))
        {
            throw new UsageException("use: admin create EMAIL");
        }

        await using var session = await Session.Open(options, beside: true, stop);
        await using var services = session.Services();
        await services.GetRequiredService<Migrator>().Run(stop);
        var given = Environment.GetEnvironmentVariable("TRADEPOST_ADMIN_PASSWORD");
        var password = string.IsNullOrEmpty(given) ? Passwords.MakeUp() : given;
        await services.GetRequiredService<IUsers>().Ensure(email, password, null, null, [Roles.Customer, Roles.Admin], stop);
        await Console.Out.WriteLineAsync(given is null or "" ? $"{email} may now sign in with the password {password}"
            : $"{email} may now sign in.");
        return 0;
    }
}
