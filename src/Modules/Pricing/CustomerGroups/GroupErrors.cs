using Tradepost.Platform.Types;

namespace Tradepost.Pricing.CustomerGroups;

/// <summary>Refusals of the screens for customer groups.</summary>
internal static class GroupErrors
{
    public static readonly ErrorCode NotFound = new("customer_groups.not_found", 404, "There is no such group.");

    public static readonly ErrorCode CodeTaken = new("customer_groups.code_taken", 409, "Another group has this code.");

    public static readonly ErrorCode NotMember = new("customer_groups.not_member", 404, "This customer is not in the group.");
}
