using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Products;

/// <summary>A product's or category's address: lower-case ASCII words joined by hyphens, unique, never a UUID.</summary>
internal static partial class Slug
{
    public const int MaxLength = 80;

    private const string WithoutLetters = "item";

    // Letters that no accent comes off of.
    private static readonly Dictionary<char, string> Spelled = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ı'] = "i",
        ['&'] = " and ",
    };

    /// <summary>The address a name wants: "Écran 27″ (noir)" → "ecran-27-noir".</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.ToLowerInvariant().Normalize(NormalizationForm.FormD).SelectMany(Spell))
        {
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
            {
                slug.Append(character);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var made = Cut(slug.ToString().Trim('-'), MaxLength);
        return made.Length == 0 ? WithoutLetters : Guid.TryParse(made, out _) ? $"{WithoutLetters}-{made}" : made;
    }

    /// <summary>Whether a text can be an address as it stands.</summary>
    public static bool IsWellFormed(string slug) => slug.Length is > 0 and <= MaxLength + 40 && WellFormed().IsMatch(slug)
        && !Guid.TryParse(slug, out _);

    /// <summary>
    /// What to try, in order: the address itself, then with something that tells it apart. The last is unique by its making.
    /// </summary>
    public static IReadOnlyList<string> Candidates(string wanted, string? mark, ProductId id)
    {
        var marked = mark is null ? [] : new[] { $"{wanted}-{Cut(Of(mark), 40)}" };
        var counted = mark is null ? Enumerable.Range(2, 8).Select(n => string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}")) : [];
        return [wanted, .. marked, .. counted, $"{wanted}-{id.Value:N}"];
    }

    /// <summary>Which of these are in use, or lead to a product that had them once. What this product itself had is free to it.</summary>
    public static async Task<HashSet<string>> Taken(Tx tx, IEnumerable<string> slugs, ProductId product = default)
    {
        var wanted = slugs.Distinct(StringComparer.Ordinal).ToArray();
        var taken = await tx.Query(
            $"""
            select slug from catalog.products where slug = any({wanted}) and id <> {product}
            union all select slug from catalog.old_slugs where slug = any({wanted}) and product_id <> {product}
            """,
            row => row.GetString(0));
        return taken.ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<char> Spell(char character) => Spelled.TryGetValue(character, out var spelled) ? spelled : [character];

    // At a hyphen where there is one, so that no word is cut in two.
    private static string Cut(string slug, int length)
    {
        if (slug.Length <= length)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', length);
        return slug[..(end > length / 2 ? end : length)].TrimEnd('-');
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex WellFormed();
}
