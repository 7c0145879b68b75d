using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Notifications;

/// <summary>The module's schema and migrations. Its one table is reached by SQL.</summary>
internal sealed class NotificationsDb(DbContextOptions<NotificationsDb> options) : ModuleDb(options)
{
    public override string Schema => "notifications";

    protected override void Entities(ModelBuilder model)
    {
    }
}
