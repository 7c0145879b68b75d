using Microsoft.EntityFrameworkCore;
using Tradepost.Contracts;
using Tradepost.Platform.Data;
using Tradepost.Platform.Types;

namespace Tradepost.Identity.Addresses;

/// <summary>A user's saved addresses, of which at most one is the default for delivery and one for bills.</summary>
internal static class AddressBook
{
    private const int Room = 50;

    /// <summary>Adds an address, unless the book is full.</summary>
    public static async Task<Outcome<SavedAddress>> Add(Tx tx, UserId user, Address address, bool isDefaultShipping, bool isDefaultBilling)
    {
        await Lock(tx, user);
        var addresses = tx.Use<IdentityDb>().Addresses;
        if (await addresses.CountAsync(some => some.UserId == user, tx.Cancel) >= Room)
        {
            return IdentityErrors.TooManyAddresses.Refuse();
        }

        var added = new SavedAddress { Id = AddressId.New(), UserId = user, CreatedAt = tx.Now };
        addresses.Add(added);
        await Write(tx, added, address, isDefaultShipping, isDefaultBilling);
        return added;
    }

    /// <summary>Replaces an address of this user; another's is not there.</summary>
    public static async Task<Outcome<SavedAddress>> Replace(
        Tx tx, UserId user, AddressId id, Address address, bool isDefaultShipping, bool isDefaultBilling)
    {
        await Lock(tx, user);
        var known = await tx.Use<IdentityDb>().Addresses.SingleOrDefaultAsync(some => some.Id == id && some.UserId == user, tx.Cancel);
        if (known is null)
        {
            return IdentityErrors.AddressNotFound.Refuse();
        }

        await Write(tx, known, address, isDefaultShipping, isDefaultBilling);
        return known;
    }

    /// <summary>Adds an address unless one with this street and name is there.</summary>
    public static async Task Ensure(Tx tx, UserId user, Address address, bool isDefaultShipping, bool isDefaultBilling)
    {
        var isThere = await tx.Use<IdentityDb>().Addresses.AnyAsync(
            some => some.UserId == user && some.Name == address.Name && some.Line1 == address.Line1 && some.City == address.City,
            tx.Cancel);
        if (!isThere)
        {
            _ = (await Add(tx, user, address, isDefaultShipping, isDefaultBilling)).Value;
        }
    }

    // Two changes of one book at once would each clear the other's default: the second waits.
    private static async Task Lock(Tx tx, UserId user) =>
        await tx.Row($"select 1 from identity.users where id = {user} for update", row => row.GetInt32(0));

    private static async Task Write(Tx tx, SavedAddress saved, Address address, bool isDefaultShipping, bool isDefaultBilling)
    {
        saved.Take(address);
        saved.IsDefaultShipping = isDefaultShipping;
        saved.IsDefaultBilling = isDefaultBilling;
        saved.UpdatedAt = tx.Now;
        var others = tx.Use<IdentityDb>().Addresses.Where(some => some.UserId == saved.UserId && some.Id != saved.Id);
        if (isDefaultShipping)
        {
            await others.Where(some => some.IsDefaultShipping)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(some => some.IsDefaultShipping, false).SetProperty(some => some.UpdatedAt, tx.Now), tx.Cancel);
        }

        if (isDefaultBilling)
        {
            await others.Where(some => some.IsDefaultBilling)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(some => some.IsDefaultBilling, false).SetProperty(some => some.UpdatedAt, tx.Now), tx.Cancel);
        }
    }
}
