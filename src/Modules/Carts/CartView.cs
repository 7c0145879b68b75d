using Tradepost.Carts.Promotions;
using Tradepost.Contracts;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Types;

namespace Tradepost.Carts;

/// <summary>A cart as the API shows it: what is in it, what it costs now, and what changed since it was last read.</summary>
internal sealed record CartView(
    CartId Id, Currency Currency, IReadOnlyList<LineView> Lines, IReadOnlyList<PromotionView> Promotions, Totals Totals,
    IReadOnlyList<TraceStep> Trace,
    Destination? Address, ShippingMethodId? ShippingOptionId)
{
    /// <summary>One more with every change; the ETag.</summary>
    public long Version { get; init; }

    /// <summary>Codes that were entered but do not apply now, and why.</summary>
    public IReadOnlyList<RejectedView> RejectedPromotions { get; init; } = [];

    /// <summary>What there is to say about the cart as a whole.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>How it will be paid; null: not chosen yet.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Whom to write to, and whether they want to be reminded.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>The value of goods from which some delivery is free; null when none ever is, or it was not asked.</summary>
    public Money? FreeShippingOver { get; init; }
    /// <summary>Why nobody ships it to its address; null when somebody does.</summary>
    public ShippingProblem? ShippingProblem { get; init; }

    /// <summary>Why no tax is due; null: it is due as anywhere.</summary>
    public TaxExemptionView? TaxExemption { get; init; }

    /// <param name="cart">As stored.</param>
    /// <param name="variants">What its lines are.</param>
    /// <param name="available">Units that can be bought; null: not asked, so nothing is said about it.</param>
    /// <param name="quote">What it costs.</param>
    public static CartView Of(
        Cart cart, IReadOnlyDictionary<VariantId, VariantInfo> variants, IReadOnlyDictionary<VariantId, int>? available, Quote quote)
    {
        var quoted = quote.Lines.ToDictionary(line => line.Key, StringComparer.Ordinal);
        var lines = cart.Lines.Select(line => LineView.Of(
            cart, line, variants[line.VariantId], available?[line.VariantId], quoted.GetValueOrDefault(line.Id.ToString())));
        return new(
            cart.Id, cart.Currency, [.. lines], [.. quote.Applied.Select(one => new PromotionView(one.Code, one.Name, one.Amount))],
            quote.Totals, quote.Trace, cart.Destination, quote.Shipping?.Id)
        {
            Version = cart.Version,
            RejectedPromotions = RejectedView.Of(cart, quote),
            PaymentMethod = cart.PaymentMethod,
            Contact = cart.Contact,
            TaxExemption = quote.TaxExemption is { } number ? new(number) : null,
        };
    }

    /// <summary>The same, with something more to say about some lines.</summary>
    public CartView Saying(IReadOnlyDictionary<VariantId, Notice> more) => this with
    {
        Lines = [.. Lines.Select(line =>
            more.TryGetValue(line.VariantId, out var notice) ? line with { Notices = [.. line.Notices, notice] } : line)],
    };

    /// <summary>The same, with something more to say about the whole.</summary>
    public CartView Saying(params IReadOnlyList<Notice> more) =>
        more.Count == 0 ? this : this with { Notices = [.. Notices, .. more] };
}

/// <summary>A line as the API shows it. What is no longer sold stays visible, with a notice, and adds nothing to the totals.</summary>
internal sealed record LineView(
    CartLineId Id, ProductId ProductId, VariantId VariantId, string Sku, string Slug, string Name,
    IReadOnlyDictionary<string, string> Options, string? ImageUrl,
    int Quantity, int? Available, Money UnitPrice, Money LineTotal, Money Discount, Money Tax, IReadOnlyList<Notice> Notices)
{
    /// <param name="cart">Its cart.</param>
    /// <param name="line">As stored.</param>
    /// <param name="variant">What it is.</param>
    /// <param name="available">Units that can be bought; null: not asked.</param>
    /// <param name="quoted">What it costs this buyer; null: it can't be bought, so it costs nothing.</param>
    public static LineView Of(Cart cart, CartLine line, VariantInfo variant, int? available, QuoteLine? quoted)
    {
        var nothing = Money.Zero(cart.Currency);
        return new(
            line.Id, variant.ProductId, variant.Id, variant.Sku, variant.Slug, variant.Name, variant.Options, variant.ImageUrl,
            line.Quantity, available, quoted?.UnitPrice ?? cart.Price(variant), quoted?.LineTotal ?? nothing, quoted?.Discount ?? nothing,
            quoted?.Tax ?? nothing, Notice.For(line, available, quoted?.UnitPrice));
    }
}

/// <summary>The certificate that frees the customer from tax.</summary>
internal sealed record TaxExemptionView(string Number);

/// <summary>A promotion that applied.</summary>
internal sealed record PromotionView(string? Code, string Name, Money Amount);
