using Tradepost.Platform.Messaging;
using Tradepost.Platform.Types;

namespace Tradepost.Contracts.Catalog;

/// <summary>A product was created, edited, deleted or restored.</summary>
[EventName("catalog.product_changed")]
public sealed record ProductChanged(ProductId ProductId, string Change) : IEvent;

/// <summary>Names under which remembered answers about the catalogue are dropped.</summary>
public static class CatalogTags
{
    /// <summary>Every list of products and categories.</summary>
    public const string Lists = "catalog";

    /// <summary>Names, order and parents of categories.</summary>
    public const string Categories = "categories";

    /// <summary>One product's page.</summary>
    public static string Product(ProductId id) => $"product:{id}";

    /// <summary>
    /// The units of a product that can be bought. Answers that show them are kept under this tag too. Touched by every order, so nothing
    /// that checkout needs (<see cref="ICatalog.Variants"/>) may be dropped with it: 300 buyers at once would all wait for the database.
    /// </summary>
    public static string Stock(ProductId id) => $"stock:{id}";

    /// <summary>Everything a product's page shows: the answer must go when any of it changes.</summary>
    public static string[] Of(ProductPage page) =>
        [Product(page.Id), Categories, Stock(page.Id), .. page.Related.SelectMany(item => new[] { Product(item.Id), Stock(item.Id) })];

    /// <summary>Everything a page of the listing shows. Any product may enter it, so any change of a product drops it.</summary>
    public static string[] Of(ProductList list) => [Lists, Categories, .. list.Items.Select(item => Stock(item.Id))];
}
