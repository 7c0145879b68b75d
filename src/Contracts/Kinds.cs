namespace Tradepost.Contracts.Kinds;

// Markers for typed ids. They are never instantiated; see GlobalIds.cs for the ids themselves.
public abstract class Cart;

public abstract class CartLine;

public abstract class Category;

public abstract class CreditNote;

public abstract class CustomerGroup;

public abstract class Location;

public abstract class Order;

public abstract class OrderLine;

public abstract class Payment;

public abstract class PaymentAttempt;

public abstract class Product;

public abstract class Promotion;

public abstract class PromotionCode;

public abstract class Refund;

public abstract class Return;

public abstract class ReturnLine;

public abstract class ReturnPhoto;

public abstract class Shipment;

public abstract class ShippingMethod;

public abstract class Variant;
