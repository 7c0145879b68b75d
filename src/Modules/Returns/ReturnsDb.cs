using Microsoft.EntityFrameworkCore;
using Tradepost.Platform.Data;

namespace Tradepost.Returns;

/// <summary>The module's tables, reached by SQL: a return moves with the order it belongs to.</summary>
internal sealed class ReturnsDb(DbContextOptions<ReturnsDb> options) : ModuleDb(options)
{
    public override string Schema => "returns";

    protected override void Entities(ModelBuilder model)
    {
    }
}
