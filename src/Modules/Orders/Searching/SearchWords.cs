using System.Globalization;
using System.Text;

namespace Tradepost.Orders.Searching;

/// <summary>
/// Words as staff look for them: small letters, without accents, split where there is neither letter nor digit. A search finds the orders
/// that have, for each of its words, one that begins with it.
/// </summary>
internal static class SearchWords
{
    private const int LongestWord = 60;
    private const int MostWords = 400;
    private const int MostAsked = 8;

    /// <summary>The words of some texts, each once.</summary>
    public static string[] Of(params IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().SelectMany(Split).Distinct(StringComparer.Ordinal).Take(MostWords)];

    /// <summary>
    /// What was typed as a tsquery; null when there is no word in it. A single sign must be a whole word: too much begins with it.
    /// </summary>
    public static string? Query(string typed)
    {
        var words = Split(typed).Distinct(StringComparer.Ordinal).Take(MostAsked).ToList();
        return words.Count == 0 ? null : string.Join(" & ", words.Select(word => word.Length == 1 ? $"'{word}'" : $"'{word}':*"));
    }

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var sign in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(sign))
            {
                word.Append(char.ToLowerInvariant(sign));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return Cut(word);
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return Cut(word);
        }
    }

    private static string Cut(StringBuilder word) => word.ToString(0, Math.Min(word.Length, LongestWord));
}
