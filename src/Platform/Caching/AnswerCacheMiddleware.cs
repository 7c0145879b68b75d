using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Tradepost.Platform.Caching;

/// <summary>
/// Answers anonymous GETs from memory before anything else of the pipeline runs, and keeps those whose handler allowed it with
/// <see cref="AnswerCache.Keep"/>. Requests that carry credentials pass by untouched.
/// </summary>
public sealed class AnswerCacheMiddleware(RequestDelegate next, AnswerCache cache)
{
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase) { HeaderNames.Date,
        HeaderNames.TransferEncoding, "X-Correlation-Id" };

    /// <summary>Handles one request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Authorization.Count > 0 || request.Headers.Cookie.Count > 0)
        {
            return next(http);
        }

        var key = request.QueryString.HasValue ? request.Path.Value + request.QueryString.Value : request.Path.Value!;
        return cache.Find(key) is { } answer ? Write(http, answer) : Capture(http, key);
    }

    private static Task Write(HttpContext http, AnswerCache.Answer answer)
    {
        var headers = http.Response.Headers;
        foreach (var (name, value) in answer.Headers)
        {
            headers[name] = value;
        }

        http.Response.ContentLength = answer.Body.Length;
        return http.Response.Body.WriteAsync(answer.Body, 0, answer.Body.Length, http.RequestAborted);
    }

    private async Task Capture(HttpContext http, string key)
    {
        var since = cache.Epoch;
        var real = http.Response.Body;
        await using var copy = new CopyingStream(real);
        http.Response.Body = copy;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = real;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK && AnswerCache.TagsOf(http) is { } tags && copy.Copied is { } body)
        {
            var headers = http.Response.Headers.Where(header => !NotKept.Contains(header.Key))
                .Select(header => KeyValuePair.Create(header.Key, header.Value)).ToArray();
            cache.Store(key, new AnswerCache.Answer(body, headers), tags, since);
        }
    }

    // Copies what passes through, up to a bound, so that an answer is sent as it is made and still known afterwards.
    private sealed class CopyingStream(Stream inner) : Stream
    {
        private const int Most = 1 << 20;
        private MemoryStream? copy = new();

        public byte[]? Copied => copy?.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            Copy(buffer.AsSpan(offset, count));
            inner.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Copy(buffer.Span);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        private void Copy(ReadOnlySpan<byte> data)
        {
            if (copy is null || copy.Length + data.Length > Most)
            {
                copy = null;
                return;
            }

            copy.Write(data);
        }
    }
}
