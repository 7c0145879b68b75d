global using AddressId = Tradepost.Platform.Types.Id<Tradepost.Identity.Addresses.AddressKind>;
