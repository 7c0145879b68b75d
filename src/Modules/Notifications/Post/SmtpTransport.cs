using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using Tradepost.Contracts.Shop;
using Tradepost.Notifications.Letters;
using Tradepost.Notifications.Wishes;

namespace Tradepost.Notifications.Post;

/// <summary>Hands mails to an SMTP server, with STARTTLS and a password where configured.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options, ShopSettings shop, UnsubscribeTokens tokens) : IMailTransport
{
    public async Task Deliver(Mail mail, CancellationToken cancel)
    {
        using var message = Message(mail);
        using var client = Client(mail.To);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(options.Value.Timeout);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (SmtpException failure) when (IsFinal(failure.StatusCode))
        {
            throw new MailRefusedException(Reason(failure), failure);
        }
        catch (SmtpException failure)
        {
            throw new InvalidOperationException(Reason(failure), failure);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not answer within {options.Value.Timeout.TotalSeconds:0} s.");
        }
    }

    // Plain ASCII on the wire wherever it will do: only an address beyond ASCII needs a server that speaks SMTPUTF8.
    private SmtpClient Client(string to) => new(options.Value.Host, options.Value.Port)
    {
        EnableSsl = options.Value.UsesTls,
        DeliveryFormat = Ascii.IsValid(to) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International,
        Credentials = options.Value.User.Length > 0 ? new NetworkCredential(options.Value.User, options.Value.Password) : null,
    };

    private MailMessage Message(Mail mail)
    {
        var message = new MailMessage
        {
            From = From(),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        message.Headers["Message-ID"] = mail.MessageId(message.From.Host);
        message.Headers["Auto-Submitted"] = "auto-generated";
        if (Groups.IsOptional(mail.Group))
        {
            message.Headers["List-Unsubscribe"] = $"<{shop.BaseUrl}/api/v1/unsubscribe/{tokens.Issue(mail.To, mail.Group)}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        message.To.Add(Recipient(mail.To));
        return message;
    }

    private MailAddress From() => new(options.Value.From.Length > 0 ? options.Value.From : shop.MailFrom, shop.Name, Encoding.UTF8);

    private static MailAddress Recipient(string address) =>
        MailAddress.TryCreate(address, out var recipient) && recipient.Address == address
        ? recipient
        : throw new MailRefusedException("The address can't be written to.");

    // The server said no (5xx). No answer at all has no code and may be better later.
    private static bool IsFinal(SmtpStatusCode code) => (int)code is >= 500 and < 600;

    private static string Reason(SmtpException failure) =>
        (int)failure.StatusCode > 0 ? $"{(int)failure.StatusCode}: {failure.Message}" : failure.InnerException?.Message ?? failure.Message;
}
