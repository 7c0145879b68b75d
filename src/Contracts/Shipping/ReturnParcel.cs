namespace Tradepost.Contracts.Shipping;

/// <summary>Goods on their way back.</summary>
/// <param name="Order">They were bought with it.</param>
/// <param name="Reference">The return's number; printed on the label, and its key.</param>
/// <param name="From">Who sends them.</param>
/// <param name="WeightGrams">Of the parcel.</param>
public sealed record ReturnParcel(OrderId Order, string Reference, Address From, int WeightGrams);

/// <summary>A label for goods on their way back.</summary>
/// <param name="Carrier">Who takes the parcel.</param>
/// <param name="TrackingNumber">What the carrier knows it by.</param>
/// <param name="Pdf">Four by six inches, to be printed.</param>
public sealed record ReturnLabel(string Carrier, string TrackingNumber, byte[] Pdf);
