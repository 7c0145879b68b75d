using Tradepost.Contracts.Payments;
using Tradepost.Platform.Types;

namespace Tradepost.Payments.Gateways;

/// <summary>
/// The gateways that are switched on. Where several take a card, the first one does; the demo's stands back for any real one.
/// </summary>
internal sealed class GatewayList
{
    private readonly IReadOnlyList<IPaymentGateway> all;
    private readonly IReadOnlyList<(IPaymentGateway Gateway, PaymentMethod Method)> offers;

    public GatewayList(IEnumerable<IPaymentGateway> gateways)
    {
        all = [.. gateways];
        var every = all.SelectMany(gateway => gateway.Methods.Select(method => (Gateway: gateway, Method: method))).ToList();
        var realCard = every.Any(offer => offer.Method.Id == PaymentMethods.Card && offer.Gateway.Name != DemoGatewayClient.ProviderName);
        offers = [.. every.Where(offer => !realCard || offer.Gateway.Name != DemoGatewayClient.ProviderName)];
        Methods = [.. offers.Select(offer => offer.Method).DistinctBy(method => method.Id)];
    }

    public IReadOnlyList<PaymentMethod> Methods { get; }

    /// <summary>The providers that are asked over the network and have their keys.</summary>
    public IEnumerable<IOnlineGateway> Configured => all.OfType<IOnlineGateway>().Where(gateway => gateway.Methods.Count > 0);

    /// <summary>Who handles a way to pay; null when it is not offered.</summary>
    public IPaymentGateway? ForMethod(string method) => offers.FirstOrDefault(offer => offer.Method.Id == method).Gateway;

    /// <summary>Who handles this amount paid this way; null when nobody does.</summary>
    public IPaymentGateway? ForMethod(string method, Money amount) =>
        offers.FirstOrDefault(offer => offer.Method.Id == method && offer.Gateway.Takes(method, amount)).Gateway;

    public IPaymentGateway Named(string name) => all.First(gateway => gateway.Name == name);

    public IOnlineGateway? Online(string name) => all.FirstOrDefault(gateway => gateway.Name == name) as IOnlineGateway;
}
