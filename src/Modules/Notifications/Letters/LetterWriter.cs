using HandlebarsDotNet;
using Tradepost.Contracts.Shop;

namespace Tradepost.Notifications.Letters;

/// <summary>
/// Writes letters from the templates built into this assembly: one for HTML, where everything put in is escaped, one for plain text, whose
/// first line is the subject. A template that names something that is not there fails, and a test renders them all.
/// </summary>
internal sealed class LetterWriter
{
    private readonly ShopSettings shop;
    private readonly IHandlebars html = Environment(new HandlebarsConfiguration());
    private readonly IHandlebars plain = Environment(new HandlebarsConfiguration { NoEscape = true });
    private readonly Dictionary<string, (HandlebarsTemplate<object, object> Html, HandlebarsTemplate<object, object> Text)> templates;

    public LetterWriter(ShopSettings shop)
    {
        this.shop = shop;
        foreach (var partial in new[] { "layout", "button", "order" })
        {
            html.RegisterTemplate(partial, Resource($"_{partial}.html.hbs"));
        }

        plain.RegisterTemplate("order", Resource("_order.text.hbs"));
        plain.RegisterTemplate("close", Resource("_close.text.hbs"));
        templates = LetterKinds.All.ToDictionary(
            kind => kind,
            kind => (html.Compile(Resource(kind + ".html.hbs")), plain.Compile(Resource(kind + ".text.hbs"))),
            StringComparer.Ordinal);
    }

    /// <param name="kind">One of <see cref="LetterKinds"/>.</param>
    /// <param name="facts">What the template calls Mail.</param>
    public Letter Write(string kind, object facts)
    {
        var template = templates[kind];
        var written = template.Text(new { Shop = shop.Name, Home = shop.BaseUrl, Mail = facts });
        var end = written.IndexOf('\n', StringComparison.Ordinal);
        var subject = OneLine(written[..end]);
        var page = template.Html(new { Shop = shop.Name, Home = shop.BaseUrl, Subject = subject, Mail = facts });
        return new(subject, page, written[end..].Trim() + "\n");
    }

    // A subject is a header: a line break in a name must not begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();

    private static IHandlebars Environment(HandlebarsConfiguration configuration)
    {
        configuration.ThrowOnUnresolvedBindingExpression = true;
        return Handlebars.Create(configuration);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(LetterWriter).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
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
    public const string ShipmentArriving = "shipment_arriving";
    public const string ShipmentProblem = "shipment_problem";

    public static IReadOnlyList<string> All { get; } =
    [
        OrderConfirmed, OrderShipped, OrderDelivered, OrderCancelled, ConfirmEmail, RegisteredAgain, ResetPassword, PasswordChanged,
        AbandonedCart,
        WishlistNews,
        ShipmentArriving, ShipmentProblem,
    ];
}
