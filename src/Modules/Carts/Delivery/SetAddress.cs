using Microsoft.AspNetCore.Http;
using Tradepost.Contracts;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;

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
        CartId id, Body<Request> body, Caller caller, HttpContext http, CartReader carts, CartEdits edits, CancellationToken cancel)
    {
        var place = body.Value.Input.ToDestination();
        return (await carts.Use<CartView>(id, caller, http, cart => edits.Make(To(cart, place), caller, null, cancel), cancel)).Cart(http);
    }

    private static CartEdit To(Cart cart, Destination place) => new("carts.set_address", cart, cart with { Destination = place })
    {
        Settings = _ => $"""
            country = {place.Country}, state = {place.State}, postal_code = {place.PostalCode}, city = {place.City}
            """,
    };
}
