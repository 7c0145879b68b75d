using Tradepost.Contracts.Payments;

namespace Tradepost.Payments.Gateways;

/// <summary>
/// The courier takes the money at the door. What goes back is handed back by the shop itself, so it is done as soon as it is written.
/// </summary>
internal sealed class CashOnDelivery : IPaymentGateway
{
    public const string ProviderName = "cod";

    public string Name => ProviderName;

    public IReadOnlyList<PaymentMethod> Methods { get; } = [new(PaymentMethods.CashOnDelivery, ProviderName, "Cash on delivery")];

    public Task<RefundAnswer> Refund(RefundRequest refund, CancellationToken cancel) =>
        Task.FromResult(new RefundAnswer(true, $"cash-{refund.Id}"));
}
