using Tradepost.Platform.Data;

namespace Tradepost.Catalog.Listing;

/// <summary>What matches the words of a search, and how well. The words become a query in the database (catalog.search_query).</summary>
internal static class Relevance
{
    /// <summary>How well a product matches; higher is better.</summary>
    public static SqlText Score => $"ts_rank_cd('{{0.05, 0.2, 0.5, 1}}', p.search, w.query, 1)";

    /// <summary>The one row of what is looked for.</summary>
    public static SqlText Wanted(string? words)
    {
        if (words is null)
        {
            return $"select 1";
        }

        return $"select catalog.search_query({words}) as query";
    }

    /// <summary>Whether a product is among what is looked for.</summary>
    public static SqlText Matches(string? words)
    {
        if (words is null)
        {
            return $"true";
        }

        return $"p.search @@ (select query from wanted)";
    }
}
