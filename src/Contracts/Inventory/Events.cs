using Tradepost.Platform.Messaging;

namespace Tradepost.Contracts.Inventory;

/// <summary>Variants of which nothing could be bought can be bought again. New ones with their first stock are among them.</summary>
/// <param name="Variants">Which.</param>
/// <param name="At">When.</param>
[EventName("inventory.back_in_stock")]
public sealed record BackInStock(IReadOnlyList<VariantBack> Variants, DateTimeOffset At) : IEvent;

/// <summary>A variant that is back, and its product.</summary>
public sealed record VariantBack(VariantId VariantId, ProductId ProductId);
