using HandlebarsDotNet;
using Tradepost.Contracts.Shop;

namespace Tradepost.Notifications.Letters;

/// <summary>
/// Writes letters: a page, where everything put in is escaped, and a plain text. From the templates that staff edited, else from the
/// built-in ones. An edited template that fails on real facts costs nobody their letter: the built-in one takes its place.
/// </summary>
internal sealed class LetterWriter
{
    private const int LongestLetter = 512 * 1024;
    private readonly ShopSettings shop;
    private readonly EditedTemplates? edited;
    private readonly IHandlebars html = Environment(new HandlebarsConfiguration(), BuiltIn.HtmlParts);
    private readonly IHandlebars plain = Environment(new HandlebarsConfiguration { NoEscape = true }, BuiltIn.TextParts);
    private readonly Dictionary<string, Compiled> builtIn;

    public LetterWriter(ShopSettings shop, EditedTemplates? edited = null)
    {
        this.shop = shop;
        this.edited = edited;
        builtIn = BuiltIn.Templates.ToDictionary(kind => kind.Key, kind => Compile(kind.Value), StringComparer.Ordinal);
    }

    /// <param name="kind">One of <see cref="LetterKinds"/>.</param>
    /// <param name="facts">What the template calls Mail.</param>
    /// <param name="unsubscribe">Where the recipient ends such letters; null for those nobody can do without.</param>
    public Letter Write(string kind, object facts, string? unsubscribe = null)
    {
        if (edited?.Find(kind) is { } template)
        {
            try
            {
                return Write(template.Compiled ??= Compile(template.Template), facts, unsubscribe);
            }
            catch (Exception failure) when (failure is HandlebarsException or InvalidOperationException)
            {
                edited.Failed(kind, failure);
            }
        }

        return Write(builtIn[kind], facts, unsubscribe);
    }

    /// <summary>A letter from a template that is being edited, on made-up facts.</summary>
    public Letter Preview(string kind, Template template)
    {
        var sample = (Dictionary<string, object>)BuiltIn.ShapeOf(kind).Sample();
        var unsubscribe = Groups.IsOptional(LetterRegistry.Of(kind).Group) ? shop.BaseUrl + "/unsubscribe" : null;
        return Write(Compile(template), sample.GetValueOrDefault("Mail") ?? "", unsubscribe);
    }

    private Letter Write(Compiled template, object facts, string? unsubscribe)
    {
        var notices = shop.Now.Notices;
        Common about = new(
            shop.Name, shop.BaseUrl, "", notices.Accent, notices.Ink, notices.LogoAt(shop.BaseUrl), notices.Footer, unsubscribe, facts);
        var subject = OneLine(Fill(template.Subject, about));
        about = about with { Subject = subject };
        return new(subject, Fill(template.Html, about), Fill(template.Text, about).Trim() + "\n");
    }

    private Compiled Compile(Template template) => new(
        plain.Compile(new StringReader(template.Subject)), html.Compile(new StringReader(template.Html)),
        plain.Compile(new StringReader(template.Text)));

    private static string Fill(HandlebarsTemplate<TextWriter, object, object> template, Common about)
    {
        using var page = new BoundedWriter(LongestLetter);
        template(page, about);
        return page.ToString();
    }

    // A subject is a header: a line break in a name must not begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();

    private static IHandlebars Environment(HandlebarsConfiguration configuration, IReadOnlyDictionary<string, string> parts)
    {
        configuration.ThrowOnUnresolvedBindingExpression = true;
        var handlebars = Handlebars.Create(configuration);
        foreach (var (name, template) in parts)
        {
            handlebars.RegisterTemplate(name, template);
        }

        return handlebars;
    }

    /// <summary>What every letter may name.</summary>
    private sealed record Common(
        string Shop, string Home, string Subject, string Accent, string Ink, string? Logo, string? Footer, string? Unsubscribe, object Mail);

    /// <summary>A template ready to be filled in.</summary>
    internal sealed record Compiled(
        HandlebarsTemplate<TextWriter, object, object> Subject, HandlebarsTemplate<TextWriter, object, object> Html,
        HandlebarsTemplate<TextWriter, object, object> Text);
}

/// <summary>The kinds of letters. Each has two templates of its name.</summary>
internal static class LetterKinds
{
    public const string OrderConfirmed = "order_confirmed";
    public const string OrderShipped = "order_shipped";
    public const string OrderDelivered = "order_delivered";
    public const string OrderCancelled = "order_cancelled";
    public const string ConfirmEmail = "confirm_email";
    public const string RegisteredAgain = "registered_again";
    public const string ResetPassword = "reset_password";
    public const string PasswordChanged = "password_changed";
    public const string AbandonedCart = "abandoned_cart";
    public const string WishlistNews = "wishlist_news";
    public const string ReturnRequested = "return_requested";
    public const string ReturnApproved = "return_approved";
    public const string ReturnRefused = "return_refused";
    public const string ReturnReceived = "return_received";
    public const string ReturnClosed = "return_closed";
    public const string ContractWithdrawn = "contract_withdrawn";

    public static IReadOnlyList<string> All { get; } =
    [
        OrderConfirmed, OrderShipped, OrderDelivered, OrderCancelled, ConfirmEmail, RegisteredAgain, ResetPassword, PasswordChanged,
        AbandonedCart,
        WishlistNews,
        ReturnRequested, ReturnApproved, ReturnRefused, ReturnReceived, ReturnClosed, ContractWithdrawn,
    ];
}
