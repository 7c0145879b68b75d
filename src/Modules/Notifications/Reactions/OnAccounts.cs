using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tradepost.Contracts.Identity;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Post;
using Tradepost.Platform.Data;
using Tradepost.Platform.Messaging;

namespace Tradepost.Notifications.Reactions;

/// <summary>Welcomes who registered and asks them to confirm the address.</summary>
internal sealed class OnRegistered(Outgoing outgoing, ShopSettings shop) : IReaction<Registered>
{
    public Task Handle(Registered happened, Tx tx)
    {
        var url = Links.Of(shop, "confirm-email", happened.ConfirmationToken);
        outgoing.Queue(
            tx, happened.Email, LetterKinds.ConfirmEmail, Links.Print(url), new { Url = url, Name = happened.FirstName, IsNew = true });
        return Task.CompletedTask;
    }
}

/// <summary>Sends the link to confirm an address once more.</summary>
internal sealed class OnConfirmationRequested(Outgoing outgoing, ShopSettings shop) : IReaction<ConfirmationRequested>
{
    public Task Handle(ConfirmationRequested happened, Tx tx)
    {
        var url = Links.Of(shop, "confirm-email", happened.ConfirmationToken);
        outgoing.Queue(
            tx, happened.Email, LetterKinds.ConfirmEmail, Links.Print(url), new { Url = url, Name = happened.FirstName, IsNew = false });
        return Task.CompletedTask;
    }
}

/// <summary>
/// Tells the owner of an address that somebody tried to register with it. At most once an hour: it could be done to annoy.
/// </summary>
internal sealed class OnRegisteredAgain(Outgoing outgoing, ShopSettings shop) : IReaction<RegisteredAgain>
{
    public Task Handle(RegisteredAgain happened, Tx tx)
    {
        var hour = tx.Now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        outgoing.Queue(tx, happened.Email, LetterKinds.RegisteredAgain, $"{Links.Print(happened.Email.ToUpperInvariant())}:{hour}", new
        {
            SignIn = shop.BaseUrl + "/sign-in",
        });
        return Task.CompletedTask;
    }
}

/// <summary>Sends the link to choose another password.</summary>
internal sealed class OnPasswordResetRequested(Outgoing outgoing, ShopSettings shop) : IReaction<PasswordResetRequested>
{
    public Task Handle(PasswordResetRequested happened, Tx tx)
    {
        var url = Links.Of(shop, "reset-password", happened.ResetToken);
        outgoing.Queue(tx, happened.Email, LetterKinds.ResetPassword, Links.Print(url), new { Url = url, Name = happened.FirstName });
        return Task.CompletedTask;
    }
}

/// <summary>Tells the owner that the password was changed.</summary>
internal sealed class OnPasswordChanged(Outgoing outgoing, ShopSettings shop) : IReaction<PasswordChanged>
{
    public Task Handle(PasswordChanged happened, Tx tx)
    {
        outgoing.Queue(tx, happened.Email, LetterKinds.PasswordChanged, $"{happened.UserId}:{tx.Now.UtcTicks}", new
        {
            Name = happened.FirstName,
            Forgot = shop.BaseUrl + "/forgot-password",
        });
        return Task.CompletedTask;
    }
}

/// <summary>Links in letters.</summary>
internal static class Links
{
    /// <summary>A page of the shop that is given a secret, after the # so that no server log or referrer holds it.</summary>
    public static string Of(ShopSettings shop, string page, string token) => $"{shop.BaseUrl}/{page}#token={Uri.EscapeDataString(token)}";

    /// <summary>Stands for a text that must not be written down as it is.</summary>
    public static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
