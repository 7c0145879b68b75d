using System.Text.Json;

namespace Tradepost.Platform.Types;

/// <summary>Members of enums as the API and the database write them: camel case.</summary>
public static class Words
{
    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Words[value];

    /// <summary>The value of a word.</summary>
    public static T Parse<T>(string word)
        where T : struct, Enum => Table<T>.Values[word];

    /// <summary>All words.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => [.. Table<T>.Values.Keys];

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Words =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Values =
            Words.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
