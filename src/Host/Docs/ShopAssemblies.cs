using System.Reflection;

namespace Tradepost.Host.Docs;

/// <summary>The shop's own assemblies.</summary>
internal static class ShopAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } = [.. typeof(ShopAssemblies).Assembly.GetReferencedAssemblies()
        .Where(name => name.Name!.StartsWith("Tradepost.", StringComparison.Ordinal))
        .Select(Assembly.Load)
        .Append(typeof(ShopAssemblies).Assembly)
        .OrderBy(assembly => assembly.GetName().Name, StringComparer.Ordinal)];
}
