using Microsoft.AspNetCore.Http;
using Tradepost.Carts.Wishlists.Sharing;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Jobs;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Wishlists.News;

/// <summary>
/// The link in every mail: switches the mails of all lists of its reader off, without signing in. Each list can be switched on again by
/// itself.
/// </summary>
internal static class MuteNews
{
    internal sealed record Request(string? Token) : IChecked
    {
        public void Check(Faults faults) => faults.Text("token", Token, 200);
    }

    internal static async Task<IResult> Handle(Body<Request> body, Database db, CancellationToken cancel) =>
        (await db.Write("wishlists.mute", tx => Mute(tx, new LinkToken(body.Value.Token!.Trim())), cancel)).NoContent();

    private static async Task<Outcome<Done>> Mute(Tx tx, LinkToken token)
    {
        var reader = await tx.Row(
            $"select user_id from carts.wishlist_mutes where token_hash = {token.Hash()}", row => (UserId?)row.Id<Platform.Access.User>(0));
        if (reader is not { } user)
        {
            return WishlistRefusals.LinkInvalid.Refuse();
        }

        tx.Queue($"update carts.wishlists set notify = false, updated_at = {tx.Now} where user_id = {user} and notify");
        return Done.Value;
    }
}

/// <summary>Forgets links of mails nobody will look for any more.</summary>
internal sealed class SweepMutes(Database db) : IPeriodicJob
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(365);

    public string Name => "wishlists.sweep_mutes";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<int> Run(CancellationToken cancel) => (await db.Write<int>(
        "wishlists.sweep_mutes",
        async tx => await tx.Execute($"delete from carts.wishlist_mutes where created_at < {tx.Now - Keep}"),
        cancel)).Value;
}
