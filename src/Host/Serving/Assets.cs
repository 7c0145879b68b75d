using Microsoft.Extensions.FileProviders;

namespace Tradepost.Host.Serving;

/// <summary>Files of the web apps and pictures. Names with a hash in them never change, so browsers keep them for good.</summary>
internal static class Assets
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string ADay = "public, max-age=86400";

    public static void UseAssets(this WebApplication app)
    {
        var roots = app.Services.GetRequiredService<WebRoots>();
        app.UseWhen(http => IsText(http.Request.Path), branch => branch.UseResponseCompression());
        Serve(app, roots.Storefront, "", file => file.StartsWith("/assets/", StringComparison.Ordinal) ? Forever : ADay);
        Serve(app, roots.Admin, "/admin", file => file.StartsWith("/admin/assets/", StringComparison.Ordinal) ? Forever : ADay);
        Serve(app, roots.DemoMedia, "/media", _ => ADay);
    }

    // Only public files are compressed: compressing answers that hold secrets would tell their content by their length.
    private static bool IsText(PathString path) => path.Value is { } text
        && (text.EndsWith(".js", StringComparison.Ordinal) || text.EndsWith(".css", StringComparison.Ordinal)
            || text.EndsWith(".svg", StringComparison.Ordinal));

    private static void Serve(WebApplication app, string folder, string at, Func<string, string> cacheControl)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new HtmlHidden(new PhysicalFileProvider(folder)),
            RequestPath = at,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                cacheControl(context.Context.Request.Path.Value!),
        });
    }

    // index.html is a template the page writer fills, not a file to hand out.
    private sealed class HtmlHidden(IFileProvider inner) : IFileProvider
    {
        public IDirectoryContents GetDirectoryContents(string subpath) => inner.GetDirectoryContents(subpath);

        public IFileInfo GetFileInfo(string subpath) =>
            subpath.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? new NotFoundFileInfo(subpath) : inner.GetFileInfo(subpath);

        public Microsoft.Extensions.Primitives.IChangeToken Watch(string filter) => inner.Watch(filter);
    }
}
