using System.Reflection;
using System.Text;
using System.Text.Json;
using Tradepost.Platform.Types;

namespace Tradepost.Host.Docs;

/// <summary>Every refusal the shop knows, found in its assemblies.</summary>
internal static class ErrorList
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, IndentCharacter = ' ', IndentSize = 2, NewLine = "\n",
            Encoder = Platform.Http.ApiJson.Options.Encoder };

    public static IReadOnlyList<ErrorCode> All() => [.. ShopAssemblies.All
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(ErrorCode))
        .Select(field => (ErrorCode)field.GetValue(null)!)
        .Distinct()
        .OrderBy(error => error.Code, StringComparer.Ordinal)];

    public static string Json() =>
        JsonSerializer.Serialize(All().Select(error => new { code = error.Code, status = error.Status, title = error.Title }),
            Indented) + "\n";

    public static string Markdown()
    {
        var text = new StringBuilder(
            "# Error codes\n\nGenerated. Codes are append-only: they never change their meaning.\n\n"
            + "| code | status | what happened |\n|---|---|---|\n");
        foreach (var error in All())
        {
            text.Append("| <a id=\"").Append(error.Code).Append("\"></a>`").Append(error.Code).Append("` | ").Append(error.Status)
                .Append(" | ").Append(error.Title).Append(" |\n");
        }

        return text.ToString();
    }
}
