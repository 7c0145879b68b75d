using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Tradepost.Notifications.Letters;
using Tradepost.Platform.Access;

namespace Tradepost.Notifications.Wishes;

/// <summary>
/// The keys in links that unsubscribe: the address and the group, signed. They open nothing but the choice of optional mails of that one
/// address, need no row of their own and never run out: a mail may be read years later.
/// </summary>
internal sealed class UnsubscribeTokens(ShopKey key)
{
    public const int Longest = 600;
    private const string Purpose = "notifications.unsubscribe";

    public string Issue(string email, string group)
    {
        var said = $"{group}\n{email.ToLowerInvariant()}";
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(said))}.{Base64Url.EncodeToString(key.Sign(Purpose, said))}";
    }

    /// <summary>What a token says; null for one that is not of this shop.</summary>
    public (string Email, string Group)? Read(string? token)
    {
        if (token is not { Length: <= Longest } || token.Split('.') is not [var said, var signature]
            || !Base64Url.IsValid(said) || !Base64Url.IsValid(signature))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(said));
        return CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), key.Sign(Purpose, text))
            && text.Split('\n') is [var group, var email] && Groups.IsOptional(group)
            ? (email, group)
            : null;
    }
}
