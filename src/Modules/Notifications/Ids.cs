global using MailId = Tradepost.Platform.Types.Id<Tradepost.Notifications.Post.MailKind>;
