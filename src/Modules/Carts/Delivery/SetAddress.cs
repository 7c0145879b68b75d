using Microsoft.AspNetCore.Http;
using Tradepost.Contracts;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Delivery;

/// <summary>Says where the cart goes, as far as prices depend on it.</summary>
internal static class SetAddress
{
    internal sealed record Request(string? Country, string? State, string? PostalCode, string? City) : IChecked
    {
        public DestinationInput Input => new(Country, State, PostalCode, City);

        public void Check(Faults faults) => Input.Check(faults);
    }

    internal static async Task<IResult> Handle(
        CartId id, Body<Request> body, Caller caller, Database db, CartReader carts, CancellationToken cancel) =>
        (await carts.Use(id, caller, cart => Set(cart, body.Value.Input.ToDestination(), caller, db, carts, cancel), cancel)).Ok();

    private static async Task<Outcome<CartView>> Set(
        Cart cart, Destination place, Caller caller, Database db, CartReader carts, CancellationToken cancel)
    {
        await db.Write(
            "carts.set_address",
            tx => tx.Execute(
                $"""
                update carts.carts c set country = {place.Country}, state = {place.State}, postal_code = {place.PostalCode},
                  city = {place.City}, updated_at = {tx.Now}
                where c.id = {cart.Id} and {CartRows.Usable(caller.UserId)}
                """),
            cancel);
        return await carts.Show(cart with { Destination = place }, null, cancel);
    }
}
