using Tradepost.Contracts;
using Tradepost.Contracts.Identity;
using Tradepost.Identity.Addresses;
using Tradepost.Identity.Passwords;
using Tradepost.Identity.Registration;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Identity;

/// <summary>What other modules and the command line may do with accounts.</summary>
internal sealed class Users(Database db, PasswordHashes hashes) : IUsers
{
    public async Task<UserId> Ensure(
        string email, string password, string? firstName, string? lastName, IReadOnlyList<string> roles, CancellationToken cancel)
    {
        var hash = await hashes.Make(password, cancel);
        var wanted = new Account(
            UserId.New(), Register.EmailOf(email), hash, EmailConfirmed: true, Disabled: false,
            Names.Clean(firstName), Names.Clean(lastName), [.. roles]);
        var found = await db.Write("identity.ensure_user", tx => Ensure(tx, wanted), cancel);
        return found.Value;
    }

    public Task<UserId?> Find(string email, CancellationToken cancel) =>
        db.Row($"select id from identity.users where lower(email) = lower({email.Trim()})", row => (UserId?)row.Id<User>(0), cancel);

    public async Task<IReadOnlyDictionary<UserId, string>> Emails(IReadOnlyCollection<UserId> users, CancellationToken cancel)
    {
        var rows = await db.Query(
            $"select id, email from identity.users where id = any({users.Guids()})", row => (row.Id<User>(0), row.GetString(1)), cancel);
        return rows.ToDictionary();
    }

    public Task EnsureAddress(UserId user, Address address, bool isDefaultShipping, bool isDefaultBilling, CancellationToken cancel) =>
        db.Write("identity.ensure_address", tx => AddressBook.Ensure(tx, user, address, isDefaultShipping, isDefaultBilling), cancel);

    // An account that is there keeps its names; it gets the password, the roles, and a clean slate.
    private static async Task<Outcome<UserId>> Ensure(Tx tx, Account wanted)
    {
        if (await NewAccount.Insert(tx, wanted))
        {
            return wanted.Id;
        }

        var known = (await tx.Row(Account.ByEmail(wanted.Email), Account.Read))!;
        tx.Queue(
            $"""
            update identity.users set password_hash = {wanted.PasswordHash}, disabled_at = null, updated_at = {tx.Now},
              email_confirmed_at = coalesce(email_confirmed_at, {tx.Now})
            where id = {known.Id}
            """);
        NewAccount.GrantRoles(tx, known.Id, wanted.Roles);
        Credentials.Forgive(tx, wanted.Email);
        Sessions.Session.EndAll(tx, known.Id, "the password was set by the shop");
        return known.Id;
    }
}
