using Tradepost.Contracts.Payments;

namespace Tradepost.Payments.Gateways;

/// <summary>The gateways that are switched on.</summary>
internal sealed class GatewayList(IEnumerable<IPaymentGateway> gateways)
{
    private readonly IReadOnlyList<IPaymentGateway> all = [.. gateways];

    public IReadOnlyList<PaymentMethod> Methods { get; } = [.. gateways.SelectMany(gateway => gateway.Methods)];

    /// <summary>Who handles a way to pay; null when it is not offered.</summary>
    public IPaymentGateway? ForMethod(string method) => all.FirstOrDefault(gateway => gateway.Methods.Any(some => some.Id == method));

    public IPaymentGateway Named(string name) => all.First(gateway => gateway.Name == name);

    public IOnlineGateway? Online(string name) => all.FirstOrDefault(gateway => gateway.Name == name) as IOnlineGateway;
}
