using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;

namespace Tradepost.Carts.Paying;

/// <summary>
/// Says whom the cart belongs to by mail, since discounts may depend on it, and whether they want to be reminded of it. Nobody is who did
/// not say so: without "remind" what was said before stays.
/// </summary>
internal static class SetContact
{
    internal sealed record Request(string? Email, bool? Remind) : IChecked
    {
        public void Check(Faults faults) => faults.Email("email", Email);
    }

    internal static async Task<IResult> Handle(
        CartId id, Body<Request> body, Caller caller, HttpContext http, CartReader carts, CartEdits edits, CancellationToken cancel)
    {
        return (await carts.Use<CartView>(id, caller, http, Set, cancel)).Cart(http);

        Task<Outcome<CartView>> Set(Cart cart)
        {
            var contact = new Contact(body.Value.Email!.Trim(), body.Value.Remind ?? cart.Contact.Remind);
            var edit = new CartEdit("carts.set_contact", cart, cart with { Contact = contact })
            {
                Settings = _ => $"email = {contact.Email}, remind = {contact.Remind}",
            };
            return edits.Make(edit, caller, null, cancel);
        }
    }
}
