using Microsoft.AspNetCore.Http;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Reading;

namespace Tradepost.Returns.Deciding;

/// <summary>Staff agree to a return.</summary>
internal static class ApproveReturn
{
    internal sealed record Request(string? Note) : IChecked
    {
        public void Check(Faults faults) => faults.OptionalText("note", Note, 500);
    }

    internal static async Task<IResult> Handle(
        ReturnId id, OptionalBody<Request> body, Caller caller, Decisions decisions, ReturnReader reader, CancellationToken cancel)
    {
        var note = string.IsNullOrWhiteSpace(body.Value?.Note) ? null : body.Value.Note.Trim();
        return await reader.Answer(await decisions.Approve(id, note, caller.Name, cancel), id, caller, cancel);
    }
}

/// <summary>Staff do not agree, and say why.</summary>
internal static class RefuseReturn
{
    internal sealed record Request(string? Reason) : IChecked
    {
        public void Check(Faults faults) => faults.Text("reason", Reason, 500);
    }

    internal static async Task<IResult> Handle(
        ReturnId id, Body<Request> body, Caller caller, Decisions decisions, ReturnReader reader, CancellationToken cancel) =>
        await reader.Answer(await decisions.Refuse(id, body.Value.Reason!.Trim(), caller.Name, cancel), id, caller, cancel);
}

/// <summary>The customer calls a return off, before the goods are on their way.</summary>
internal static class CancelReturn
{
    internal static async Task<IResult> Handle(
        ReturnId id, Caller caller, Decisions decisions, ReturnReader reader, CancellationToken cancel) =>
        await reader.MayAccess(id, caller, cancel)
            ? await reader.Answer(await decisions.Cancel(id, By(caller), cancel), id, caller, cancel)
            : ReturnsErrors.NotFound.Refuse().ToResult();

    private static string By(Caller caller) => caller.IsAdmin ? caller.Name : History.Customer;
}

/// <summary>The customer says that the goods are on their way.</summary>
internal static class SendReturn
{
    internal sealed record Request(string? Carrier, string? TrackingNumber) : IChecked
    {
        public void Check(Faults faults)
        {
            faults.OptionalText("carrier", Carrier, 100);
            faults.OptionalText("trackingNumber", TrackingNumber, 100);
        }
    }

    internal static async Task<IResult> Handle(
        ReturnId id, OptionalBody<Request> body, Caller caller, Decisions decisions, ReturnReader reader, CancellationToken cancel)
    {
        if (!await reader.MayAccess(id, caller, cancel))
        {
            return ReturnsErrors.NotFound.Refuse().ToResult();
        }

        var (carrier, number) = (Blank(body.Value?.Carrier), Blank(body.Value?.TrackingNumber));
        var by = caller.IsAdmin ? caller.Name : History.Customer;
        return await reader.Answer(await decisions.Send(id, carrier, number, by, cancel), id, caller, cancel);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
