using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tradepost.Platform.Access;
using Tradepost.Platform.Http;
using Tradepost.Pricing.Taxes.Classes;
using Tradepost.Pricing.Taxes.Exemptions;
using Tradepost.Pricing.Taxes.Presets;
using Tradepost.Pricing.Taxes.Providers;

namespace Tradepost.Pricing.Taxes;

/// <summary>Services and routes of tax classes, exemptions, presets and the tax provider.</summary>
internal static class TaxRoutes
{
    public static IServiceCollection AddTaxes(this IServiceCollection services)
    {
        services.AddHttpClient(HttpTaxProvider.Client, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // the time-box is around any provider, not only this one
                client.MaxResponseContentBufferSize = HttpTaxProvider.LongestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton(provided => TaxProviderSettings.From(provided.GetRequiredService<IConfiguration>()));
        return services.AddSingleton<RememberedTaxes>().AddSingleton<AskTaxes>().AddSingleton<ExemptionShelf>().AddSingleton<TaxBook>();
    }

    public static void MapTaxes(this IEndpointRouteBuilder api)
    {
        MapClasses(api);
        MapExemptions(api);
        Staff(api.MapGet("/admin/tax-presets", ListTaxPresets.Handle), "ListTaxPresets", "Tables of taxes the shop knows")
            .Gives<Paged<ListTaxPresets.View>>();
        Staff(api.MapPost("/admin/tax-presets/{id}", ApplyTaxPreset.Handle), "ApplyTaxPreset",
                "Take a table over; dryRun=true tells what would change")
            .Gives<ApplyTaxPreset.Result>().Refuses(SettingsErrors.TaxPresetNotFound);
    }

    private static void MapClasses(IEndpointRouteBuilder api)
    {
        const string All = "/admin/tax-classes", One = "/admin/tax-classes/{code}";
        Staff(api.MapGet(All, ListTaxClasses.Handle), "ListTaxClasses", "Things that are taxed alike").Gives<Paged<TaxClassView>>();
        Staff(api.MapPost(All, CreateTaxClass.Handle), "CreateTaxClass", "Add a tax class")
            .Gives<TaxClassView>(StatusCodes.Status201Created).Refuses(SettingsErrors.TaxClassExists);
        Staff(api.MapPatch(One, EditTaxClass.Handle), "EditTaxClass", "Rename a tax class")
            .Gives<TaxClassView>().Refuses(SettingsErrors.TaxClassNotFound, PlatformErrors.Stale);
        Staff(api.MapDelete(One, DeleteTaxClass.Handle), "DeleteTaxClass", "Remove a tax class no tax names")
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(SettingsErrors.TaxClassNotFound, SettingsErrors.TaxClassInUse, SettingsErrors.TaxClassRequired);
    }

    private static void MapExemptions(IEndpointRouteBuilder api)
    {
        const string All = "/admin/tax-exemptions", One = "/admin/tax-exemptions/{id}";
        Staff(api.MapGet(All, ListTaxExemptions.Handle), "ListTaxExemptions", "Customers who pay no tax, and where")
            .Gives<Paged<TaxExemptionView>>();
        Staff(api.MapPost(All, CreateTaxExemption.Handle), "CreateTaxExemption", "Note a customer's certificate")
            .Gives<TaxExemptionView>(StatusCodes.Status201Created);
        Staff(api.MapPatch(One, EditTaxExemption.Handle), "EditTaxExemption", "Change some of a certificate")
            .Gives<TaxExemptionView>().Refuses(SettingsErrors.TaxExemptionNotFound, PlatformErrors.Stale);
        Staff(api.MapDelete(One, DeleteTaxExemption.Handle), "DeleteTaxExemption", "Remove a certificate")
            .Produces(StatusCodes.Status204NoContent).Refuses(SettingsErrors.TaxExemptionNotFound);
    }

    private static RouteHandlerBuilder Staff(RouteHandlerBuilder route, string name, string summary) =>
        route.Needs(Permissions.SettingsWrite).WithName(name).WithTags("Taxes").WithSummary(summary);
}
