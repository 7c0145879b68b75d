global using DeliveryId = Tradepost.Platform.Types.Id<Tradepost.Webhooks.Log.DeliveryKind>;
global using EndpointId = Tradepost.Platform.Types.Id<Tradepost.Webhooks.Endpoints.EndpointKind>;
