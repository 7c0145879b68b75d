using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Payments;

/// <summary>The module's tables, reached by SQL: every write is part of a transaction that begins with the order's lock.</summary>
internal sealed class PaymentsDb(DbContextOptions<PaymentsDb> options) : ModuleDb(options)
{
    public override string Schema => "payments";

    protected override void Entities(ModelBuilder model)
    {
    }
}
