using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Tradepost.Contracts.Orders;
using Tradepost.Contracts.Returns;
using Tradepost.Platform.Access;
using Tradepost.Platform.Data;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Returns.Reading;

namespace Tradepost.Returns.Photos;

/// <summary>The customer shows what is wrong: a JPEG or PNG, as a form's file or as the body itself.</summary>
internal static class AddPhoto
{
    public const int MostBytes = 5 * 1024 * 1024;
    private const int MostPhotos = 5;
    private const int FormOverhead = 64 * 1024;

    internal sealed record Added(ReturnPhotoId Id);

    internal static async Task<IResult> Handle(
        ReturnId id, Caller caller, HttpContext http, Database db, IOrders orders, ReturnReader reader, CancellationToken cancel)
    {
        if (!await reader.MayAccess(id, caller, cancel))
        {
            return ReturnsErrors.NotFound.Refuse().ToResult();
        }

        if (await Read(http, cancel) is not { } sent || CleanImage.Of(sent) is not { } clean)
        {
            return ReturnsErrors.BadPhoto.Refuse().ToResult();
        }

        var outcome = await db.Write("returns.photo", tx => Store(tx, id, clean, orders), cancel);
        return outcome.Created(added => $"/api/v1/returns/{id}/photos/{added.Id}");
    }

    private static async Task<Outcome<Added>> Store(Tx tx, ReturnId id, (byte[] Bytes, string MediaType) photo, IOrders orders)
    {
        if (await LockedReturn.Take(tx, orders, id) is not { } held)
        {
            return ReturnsErrors.NotFound.Refuse();
        }

        if (held.Status is not (ReturnStatus.Requested or ReturnStatus.Approved))
        {
            return ReturnsErrors.WrongState.With("status", held.Status);
        }

        var count = await tx.Query($"select count(*)::int from returns.photos where return_id = {id}", row => row.GetInt32(0));
        if (count[0] >= MostPhotos)
        {
            return ReturnsErrors.TooManyPhotos.Refuse();
        }

        var added = new Added(ReturnPhotoId.New());
        tx.Queue(
            $"""
            insert into returns.photos (id, return_id, media_type, bytes, created_at)
            values ({added.Id}, {id}, {photo.MediaType}, {photo.Bytes}, {tx.Now})
            """);
        return added;
    }

    private static async Task<byte[]?> Read(HttpContext http, CancellationToken cancel)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes + FormOverhead;
        }

        try
        {
            if (!http.Request.HasFormContentType)
            {
                return await Whole(http.Request.Body, cancel);
            }

            var options = new FormOptions { MultipartBodyLengthLimit = MostBytes + 1, ValueCountLimit = 10, KeyLengthLimit = 200 };
            var form = await new FormFeature(http.Request, options).ReadFormAsync(cancel);
            if (form.Files.Count != 1)
            {
                return null;
            }

            await using var file = form.Files[0].OpenReadStream();
            return await Whole(file, cancel);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> Whole(Stream from, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = await from.ReadAsync(buffer, cancel); read > 0; read = await from.ReadAsync(buffer, cancel))
        {
            if (whole.Length + read > MostBytes)
            {
                return null;
            }

            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }
}

/// <summary>A photo, for whoever may see the return. Shown as a picture and nothing else.</summary>
internal static class ShowPhoto
{
    internal static async Task<IResult> Handle(
        ReturnId id, ReturnPhotoId photoId, Caller caller, HttpContext http, Database db, ReturnReader reader, CancellationToken cancel)
    {
        var photo = await reader.MayAccess(id, caller, cancel)
            ? await db.Row(
                $"select bytes, media_type from returns.photos where id = {photoId} and return_id = {id}",
                row => new Photo(row.GetFieldValue<byte[]>(0), row.GetString(1)), cancel)
            : null;
        if (photo is null)
        {
            return ReturnsErrors.NotFound.Refuse().ToResult();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(photo.Bytes, photo.MediaType);
    }

    private sealed record Photo(byte[] Bytes, string MediaType);
}
