// The typed ids every module speaks of. Linked into each project by Module.props.
global using CartId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Cart>;
global using CartLineId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.CartLine>;
global using CategoryId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Category>;
global using CustomerGroupId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.CustomerGroup>;
global using LocationId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Location>;
global using OrderId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Order>;
global using OrderLineId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.OrderLine>;
global using PaymentAttemptId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.PaymentAttempt>;
global using PaymentId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Payment>;
global using ProductId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Product>;
global using PromotionCodeId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.PromotionCode>;
global using PromotionId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Promotion>;
global using RefundId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Refund>;
global using ShipmentId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Shipment>;
global using ShippingMethodId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.ShippingMethod>;
global using UserId = Tradepost.Platform.Types.Id<Tradepost.Platform.Access.User>;
global using VariantId = Tradepost.Platform.Types.Id<Tradepost.Contracts.Kinds.Variant>;
