using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Contracts.Catalog;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Pricing.CustomerGroups;
using Tradepost.Pricing.Promotions.Codes;
using Tradepost.Pricing.Promotions.Offers;
using Tradepost.Pricing.Promotions.Running;
using Tradepost.Pricing.Promotions.Stored;
using Tradepost.Pricing.Promotions.Usage;

namespace Tradepost.Pricing.Promotions;

/// <summary>Promotions' part of the module's face.</summary>
internal static class PromotionRoutes
{
    private const string All = "/admin/promotions", One = "/admin/promotions/{id}", Bulk = "/admin/promotions/{id}/codes";
    private const string Groups = "/admin/customer-groups", Group = "/admin/customer-groups/{id}";

    public static IServiceCollection AddPromotions(this IServiceCollection services)
    {
        services.AddSingleton<PromotionShelf>().AddSingleton<CategoryNames>().AddSingleton<ProductFacts>();
        services.AddSingleton<ICustomerGroups, GroupMembership>().AddSingleton<IPromotions, PromotionUses>();

        // Orders ask for prices and prices ask whether there are orders, so one of the two is looked up late.
        services.AddSingleton(provider => new CircumstanceReader(
            provider.GetRequiredService<PromotionShelf>(), provider.GetRequiredService<CategoryNames>(),
            provider.GetRequiredService<ICustomerGroups>(), provider.GetRequiredService<IOrders>,
            provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(Invariants.Limits).AddSingleton(Invariants.Customers).AddSingleton(Invariants.Codes);
    }

    public static void MapPromotions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/products/{idOrSlug}/offers", ListOffers.Handle).AllowAnonymous()
            .WithName("ListOffers").WithTags("Pricing").WithSummary("Promotions a product can get now without a code")
            .Gives<ListOffers.Answer>().Refuses(PromotionErrors.ProductNotFound);
        Staff(api.MapGet(All, ListPromotions.Handle), "ListPromotions", "Promotions, newest first").Gives<Paged<PromotionView>>();
        Staff(api.MapPost(All, CreatePromotion.Handle), "CreatePromotion", "Make a promotion")
            .Gives<PromotionView>(StatusCodes.Status201Created).Refuses(PromotionErrors.CodeTaken);
        Staff(api.MapGet(One, GetPromotion.Handle), "GetPromotion", "One promotion").Gives<PromotionView>()
            .Refuses(PromotionErrors.NotFound);
        Staff(api.MapPatch(One, EditPromotion.Handle), "EditPromotion", "Change some of a promotion")
            .Gives<PromotionView>().Refuses(PromotionErrors.NotFound, PromotionErrors.CodeTaken, PlatformErrors.Stale);
        Staff(api.MapDelete(One, DeletePromotion.Handle), "DeletePromotion", "Take a promotion away")
            .Produces(StatusCodes.Status204NoContent).Refuses(PromotionErrors.NotFound, PlatformErrors.Stale);
        Staff(api.MapPost(One + "/restoration", DeletePromotion.Restore), "RestorePromotion", "Bring a promotion back")
            .Gives<PromotionView>().Refuses(PromotionErrors.NotFound, PromotionErrors.CodeTaken, PlatformErrors.Stale);
        Staff(api.MapGet(One + "/usage", ShowUsage.Handle), "ShowPromotionUsage", "How a promotion is used, by day")
            .Gives<ShowUsage.Report>().Refuses(PromotionErrors.NotFound);
        Staff(api.MapGet(One + "/uses", ShowUsage.List), "ListPromotionUses", "Orders that used a promotion")
            .Gives<Paged<ShowUsage.UseView>>().Refuses(PromotionErrors.NotFound);
        MapCodes(api);
        MapGroups(api);
    }

    private static void MapCodes(IEndpointRouteBuilder api)
    {
        Staff(api.MapGet(Bulk, ListCodes.Handle), "ListPromotionCodes", "Bulk codes of a promotion")
            .Gives<Paged<ListCodes.CodeView>>().Refuses(PromotionErrors.NotFound);
        Staff(api.MapPost(Bulk, GenerateCodes.Handle), "GeneratePromotionCodes", "Make many codes at once")
            .Gives<GenerateCodes.Made>(StatusCodes.Status201Created).Refuses(PromotionErrors.NotFound);
        Staff(api.MapGet(Bulk + "/export", ListCodes.Export), "ExportPromotionCodes", "All bulk codes of a promotion as CSV")
            .Produces<string>(StatusCodes.Status200OK, "text/csv").Refuses(PromotionErrors.NotFound);
        Staff(api.MapDelete(Bulk + "/unused", DeleteCode.Unused), "DeleteUnusedPromotionCodes", "Take all unused codes back")
            .Gives<DeleteCode.Deleted>().Refuses(PromotionErrors.NotFound);
        Staff(api.MapDelete(Bulk + "/{codeId}", DeleteCode.Handle), "DeletePromotionCode", "Take an unused code back")
            .Produces(StatusCodes.Status204NoContent).Refuses(PromotionErrors.BulkCodeNotFound, PromotionErrors.BulkCodeUsed);
    }

    private static void MapGroups(IEndpointRouteBuilder api)
    {
        Staff(api.MapGet(Groups, EditGroups.List), "ListCustomerGroups", "Groups of customers").Gives<Paged<CustomerGroupView>>();
        Staff(api.MapPost(Groups, EditGroups.Create), "CreateCustomerGroup", "Make a group")
            .Gives<CustomerGroupView>(StatusCodes.Status201Created).Refuses(GroupErrors.CodeTaken);
        Staff(api.MapGet(Group, EditGroups.Get), "GetCustomerGroup", "One group").Gives<CustomerGroupView>()
            .Refuses(GroupErrors.NotFound);
        Staff(api.MapPatch(Group, EditGroups.Edit), "EditCustomerGroup", "Change a group's code or name")
            .Gives<CustomerGroupView>().Refuses(GroupErrors.NotFound, GroupErrors.CodeTaken, PlatformErrors.Stale);
        Staff(api.MapDelete(Group, EditGroups.Delete), "DeleteCustomerGroup", "Remove a group")
            .Produces(StatusCodes.Status204NoContent).Refuses(GroupErrors.NotFound);
        Staff(api.MapGet(Group + "/members", EditMembers.List), "ListGroupMembers", "Customers in a group")
            .Gives<Paged<EditMembers.MemberView>>().Refuses(GroupErrors.NotFound);
        Staff(api.MapPost(Group + "/members", EditMembers.Add), "AddGroupMember", "Put a customer into a group")
            .Gives<EditMembers.MemberView>(StatusCodes.Status201Created).Refuses(GroupErrors.NotFound);
        Staff(api.MapDelete(Group + "/members/{userId}", EditMembers.Remove), "RemoveGroupMember", "Take a customer out of a group")
            .Produces(StatusCodes.Status204NoContent).Refuses(GroupErrors.NotMember);
    }

    private static RouteHandlerBuilder Staff(RouteHandlerBuilder route, string name, string summary) =>
        route.Needs(Permissions.PromotionsWrite).WithName(name).WithTags("Pricing").WithSummary(summary);
}
