using System.Diagnostics;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.Orders;

/// <summary>What is printed, as other programs read it: poppler for the text, qpdf for the file.</summary>
public sealed class PaperTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task The_invoice_tells_who_what_and_how_much_and_is_a_sound_file()
    {
        using var client = shop.Client();
        var product = await shop.Product(price: 1999, stock: 5, name: "Lámpara \"Łódź\" για İstanbul");
        var order = await client.Order(product.VariantId, 2);
        (await client.Pay(order, Buying.Pays)).Is(200);
        var file = await Download($"orders/{order.Id}/invoice", order);
        var text = await Run("pdftotext", "-layout", file, "-");
        Assert.All(
            [order.Number, "INV-", "Ada Buyer", "Portland, OR 97201", "UNITED STATES", "Lámpara", "Łódź", "İstanbul", "39.98",
                "Paid by card",
                "Page 1 of 1"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        await Run("qpdf", "--check", file);
    }

    private async Task<string> Download(string path, Placed order)
    {
        using var client = shop.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(order.Key.Name, order.Key.Value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.pdf");
        await File.WriteAllBytesAsync(
            file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        return file;
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {output} {errors}");
        return output;
    }
}
