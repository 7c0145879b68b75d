using Tradepost.Platform.Messaging;

namespace Tradepost.Contracts.Identity;

/// <summary>What others may know of accounts.</summary>
public interface IUsers
{
    /// <summary>Makes sure an account exists with this address, password and roles; used to set up a shop. Answers its id.</summary>
    Task<UserId> Ensure(string email, string password, string? firstName, string? lastName, IReadOnlyList<string> roles,
        CancellationToken cancel);

    /// <summary>The account with this address, if any.</summary>
    Task<UserId?> Find(string email, CancellationToken cancel);

    /// <summary>The addresses of these accounts; those that are gone are left out.</summary>
    Task<IReadOnlyDictionary<UserId, string>> Emails(IReadOnlyCollection<UserId> users, CancellationToken cancel);

    /// <summary>Makes sure the user has this address in their address book; used to set up a shop. A default takes the place of the one
    /// before.</summary>
    Task EnsureAddress(UserId user, Address address, bool isDefaultShipping, bool isDefaultBilling, CancellationToken cancel);
}

/// <summary>Somebody registered; the address is to be confirmed through the link.</summary>
[EventName("identity.registered")]
public sealed record Registered(UserId UserId, string Email, string? FirstName, string ConfirmationToken) : IEvent;

/// <summary>Somebody tried to register with an address that has an account; its owner is told.</summary>
[EventName("identity.registered_again")]
public sealed record RegisteredAgain(string Email) : IEvent;

/// <summary>Somebody asked for another mail to confirm their address.</summary>
[EventName("identity.confirmation_requested")]
public sealed record ConfirmationRequested(UserId UserId, string Email, string? FirstName, string ConfirmationToken) : IEvent;

/// <summary>Somebody forgot their password; the link lets them choose another, once, for an hour.</summary>
[EventName("identity.password_reset_requested")]
public sealed record PasswordResetRequested(UserId UserId, string Email, string? FirstName, string ResetToken) : IEvent;

/// <summary>A password was changed; its owner is told in case it was not they.</summary>
[EventName("identity.password_changed")]
public sealed record PasswordChanged(UserId UserId, string Email, string? FirstName) : IEvent;
