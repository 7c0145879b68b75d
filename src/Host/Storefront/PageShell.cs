using System.Text;
using Tradepost.Host.Serving;

namespace Tradepost.Host.Storefront;

/// <summary>The built app's index.html, cut at the three places the server fills.</summary>
internal sealed class PageShell
{
    private const string NotBuilt =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><!--head--></head>"
        + "<body><div id=\"root\"><!--content--></div><!--page-data--></body></html>";

    private static readonly string[] Markers = ["<!--head-->", "<!--content-->", "<!--page-data-->"];
    private readonly string[] parts;

    public PageShell(WebRoots roots)
    {
        var file = Path.Combine(roots.Storefront, "index.html");
        var html = File.Exists(file) ? File.ReadAllText(file) : NotBuilt;
        var cut = new List<string>();
        foreach (var marker in Markers)
        {
            var at = html.IndexOf(marker, StringComparison.Ordinal);
            if (at < 0)
            {
                throw new InvalidOperationException($"{file} lacks {marker}.");
            }

            cut.Add(html[..at]);
            html = html[(at + marker.Length)..];
        }

        parts = [.. cut, html];
    }

    public byte[] Fill(HtmlText head, HtmlText content, string dataJson)
    {
        var page = new StringBuilder(parts.Sum(part => part.Length) + dataJson.Length + 4096);
        page.Append(parts[0]).Append(head).Append(parts[1]).Append(content).Append(parts[2]);
        page.Append("<script type=\"application/json\" id=\"page-data\">").Append(dataJson).Append("</script>").Append(parts[3]);
        return Encoding.UTF8.GetBytes(page.ToString());
    }
}
