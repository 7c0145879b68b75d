using System.Text.Json;
using Tradepost.Contracts.Shop;
using Tradepost.Platform.Caching;
using Tradepost.Platform.Http;

namespace Tradepost.Host.Storefront;

/// <summary>Writes a page: the head search engines and link previews read, the content, the data.</summary>
internal sealed class PageWriter(PageShell shell, ShopSettings settings)
{
    public async Task Write(HttpContext http, Page page)
    {
        var bytes = shell.Fill(Head(page), page.Content, page.DataJson());
        var response = http.Response;
        response.StatusCode = page.Status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-cache";
        if (page.Tags is { } tags)
        {
            AnswerCache.Keep(http, tags);
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }

    private HtmlText Head(Page page)
    {
        var title = page.Title == settings.Name ? page.Title : $"{page.Title} – {settings.Name}";
        return $"""
            <title>{title}</title>
            {HtmlText.When(page.Description is not null, () => $"<meta name=\"description\" content=\"{page.Description}\">")}
            {Address(page.CanonicalPath)}
            <meta property="og:site_name" content="{settings.Name}">
            <meta property="og:title" content="{page.Title}">
            {Image(page.ImagePath)}
            {HtmlText.Each(page.StructuredData, Script)}
            """;
    }

    private HtmlText Image(string? path) =>
        HtmlText.When(path is not null, () => $"<meta property=\"og:image\" content=\"{settings.BaseUrl + path}\">");

    private HtmlText Address(string? path) => path is null
        ? (HtmlText)$"<meta name=\"robots\" content=\"noindex\">"
        : $"<link rel=\"canonical\" href=\"{settings.BaseUrl + path}\"><meta property=\"og:url\" content=\"{settings.BaseUrl + path}\">";

    private static HtmlText Script(System.Text.Json.Nodes.JsonObject data)
    {
        // JSON for machines: its encoder has escaped <, > and &, so it stands in the element as it is.
        var json = new HtmlText(0, 0);
        json.AppendLiteral(data.ToJsonString(new JsonSerializerOptions { Encoder = ApiJson.Options.Encoder }));
        return $"<script type=\"application/ld+json\">{json}</script>";
    }
}
