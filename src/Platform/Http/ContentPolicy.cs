namespace Tradepost.Platform.Http;

/// <summary>Origins outside the shop that its pages may load from. A module registers those it needs, while it needs them.</summary>
public sealed record ContentOrigins(IReadOnlyList<string> Scripts, IReadOnlyList<string> Frames, IReadOnlyList<string> Connections);

/// <summary>What pages of the shop may load: its own things, and what modules named.</summary>
public sealed class ContentPolicy
{
    /// <summary>The policy with what modules need.</summary>
    public ContentPolicy(IEnumerable<ContentOrigins> origins)
    {
        IReadOnlyList<ContentOrigins> all = [.. origins];
        Text = $"default-src 'self'; script-src 'self'{List(all, some => some.Scripts)}; style-src 'self' 'unsafe-inline'; "
            + $"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'{List(all, some => some.Connections)}; "
            + $"frame-src 'self'{List(all, some => some.Frames)}; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        Openers = all.Any(some => some.Frames.Count > 0) ? "same-origin-allow-popups" : "same-origin";
    }

    /// <summary>The Content-Security-Policy header.</summary>
    public string Text { get; }

    /// <summary>The Cross-Origin-Opener-Policy header: banks open windows of their own from a provider's frame.</summary>
    public string Openers { get; }

    private static string List(IEnumerable<ContentOrigins> all, Func<ContentOrigins, IReadOnlyList<string>> which) =>
        string.Concat(all.SelectMany(which).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(origin => " " + origin));
}
