using Tradepost.Contracts.Catalog;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Lines;

/// <summary>Finds the variant a request means: it is named, or it is the only one of the product named.</summary>
internal sealed class Wanted(ICatalog catalog, ICatalogPages pages)
{
    public async Task<Outcome<VariantInfo>> Find(ProductId? product, VariantId? variant, CancellationToken cancel)
    {
        var id = variant ?? await catalog.OnlyVariant(product!.Value, cancel);
        if (id is null)
        {
            return await Unclear(product!.Value, cancel);
        }

        var known = await catalog.Variants([id.Value], cancel);
        return !known.TryGetValue(id.Value, out var found) ? CartRefusals.ProductNotFound.Refuse()
            : product is not null && found.ProductId != product ? PlatformErrors.Invalid.On("variantId", "is a variant of another product")
            : found;
    }

    private async Task<Refusal> Unclear(ProductId product, CancellationToken cancel)
    {
        var found = await pages.Product(product.ToString(), cancel);
        return found.Value is null
            ? CartRefusals.ProductNotFound.Refuse()
            : PlatformErrors.Invalid.On("variantId", "is required: the product has several variants");
    }
}
