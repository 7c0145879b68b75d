using System.Reflection;
using System.Text.RegularExpressions;
using Tradepost.Host.Docs;

namespace Tradepost.House;

/// <summary>The star: a module sees the platform and the contracts, and nobody sees into a module.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Center = ["Tradepost.Platform", "Tradepost.Contracts"];

    private static IEnumerable<Assembly> Modules => ShopAssemblies.All
        .Where(assembly => assembly.GetName().Name is not ("Tradepost.Host" or "Tradepost.Platform" or "Tradepost.Contracts"));

    [Fact]
    public void A_module_references_only_the_platform_and_the_contracts() =>
        Assert.Empty(Modules.SelectMany(module => OwnReferences(module)
            .Where(name => !Center.Contains(name, StringComparer.Ordinal))
            .Select(name => $"{module.GetName().Name} references {name}")));

    [Fact]
    public void The_platform_knows_nothing_of_shops() =>
        Assert.Empty(OwnReferences(ShopAssemblies.All.Single(assembly => assembly.GetName().Name == "Tradepost.Platform")));

    [Fact]
    public void The_demo_gateway_knows_nothing_of_the_shop_it_serves() =>
        Assert.Equal(["Tradepost.Platform"], OwnReferences(ShopAssemblies.All.Single(
            assembly => assembly.GetName().Name == "Tradepost.DemoGateway")));

    [Fact]
    public void The_only_public_type_of_a_module_is_its_face() =>
        Assert.Empty(Modules.SelectMany(module => module.GetExportedTypes()
            .Where(type => !type.Name.EndsWith("Module", StringComparison.Ordinal))
            .Select(type => $"{type.FullName} is public")));

    [Fact]
    public void No_query_reaches_into_the_tables_of_another_module() =>
        Assert.Empty(Repository.Files(".cs")
            .Where(file => file.Path.StartsWith("src/Modules/", StringComparison.Ordinal)
                || file.Path.StartsWith("src/DemoGateway/", StringComparison.Ordinal))
            .Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(ForeignTables));

    [Fact]
    public void Every_event_has_a_name_of_its_module_and_somebody_who_reacts_or_is_external()
    {
        var reactions = Sources().Where(line => line.Contains("AddReaction<", StringComparison.Ordinal)).ToList();
        var events = EventList.All();
        Assert.NotEmpty(events);
        var unheard = events
            .Where(found => !found.Name.External && !reactions.Exists(
                line => line.Contains($"AddReaction<{found.Type.Name},", StringComparison.Ordinal)))
            .Select(found => $"nobody reacts to {found.Name.Name}").ToList();
        Assert.Empty(unheard);
        Assert.Equal(events.Count, events.Select(found => found.Name.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_error_code_is_used_once_and_reads_module_dot_reason()
    {
        var errors = ErrorList.All();
        Assert.NotEmpty(errors);
        Assert.Empty(errors.GroupBy(error => error.Code, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(errors, error => Assert.Matches(@"^[a-z_]+\.[a-z_]+$", error.Code));
        Assert.All(errors, error => Assert.EndsWith(".", error.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void Money_is_never_a_decimal_and_is_rounded_in_one_place_only() =>
        Assert.DoesNotContain(Sources(), line => DecimalMoney().IsMatch(line));

    private static IEnumerable<string> Sources() =>
        Repository.Files(".cs").Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)).SelectMany(file => file.Lines);

    private static IEnumerable<string> OwnReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("Tradepost.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> ForeignTables((string Path, string[] Lines) file)
    {
        var own = file.Path.StartsWith("src/DemoGateway/", StringComparison.Ordinal) ? "demo_gateway"
            : file.Path.Split('/')[2].ToLowerInvariant();
        return file.Lines
            .SelectMany(line => Table().Matches(line).Select(match => (line, Schema: match.Groups[1].Value)))
            .Where(found => found.Schema != own)
            .Select(found => $"{file.Path}: {found.line.Trim()}");
    }

    private const string Schemas = "platform|identity|catalog|inventory|pricing|carts|orders|payments|shipping|notifications|webhooks|demo_gateway";

    [GeneratedRegex($@"(?:from|join|into|update|truncate|table)\s+({Schemas})\.[a-z_]+\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Table();

    [GeneratedRegex(@"Math\.Round\(|\bdecimal\??\s+\w*(Price|Total|Amount|Subtotal|Discount)\b", RegexOptions.NonBacktracking)]
    private static partial Regex DecimalMoney();
}
