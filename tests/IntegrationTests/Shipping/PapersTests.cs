using System.Diagnostics;
using System.Text;
using Tradepost.IntegrationTests.Harness;
using Tradepost.IntegrationTests.Orders;

namespace Tradepost.IntegrationTests.Shipping;

/// <summary>Labels and slips, read back by a scanner.</summary>
public sealed class PapersTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_scanner_reads_the_tracking_number_from_each_label_and_the_orders_number_from_each_slip()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var one = await shop.Paid(client, 3);
        var two = await shop.Paid(client);
        var line = one.Answer.Json["lines"]![0]!.Text("id");
        var part = new { carrier = "Parcel Post", service = "Express", lines = new[] { new { lineId = line, quantity = 1 } } };
        var first = (await admin.Post($"admin/orders/{one.Id}/shipments", part)).Is(201).Json;
        var own = new { carrier = "Fine Freight", trackingNumber = "00340434161094042557 ab-Z" };
        var second = (await admin.Post($"admin/orders/{one.Id}/shipments", own)).Is(201).Json;
        var third = (await admin.Buy(two, "Parcel Post")).Is(201).Json;
        string[] ids = [third.Text("id"), first.Text("id"), second.Text("id")];
        var labels = await Print(admin, new { shipmentIds = ids, kind = "label", format = "pdf" });
        Assert.Equal(
            [third.Text("trackingNumber"), first.Text("trackingNumber"), second.Text("trackingNumber")], await Scan(labels, 203));
        var slips = await Print(admin, new { orderIds = new[] { one.Id, two.Id }, kind = "packingSlip", format = "pdf" });
        Assert.Equal([one.Number, two.Number], await Scan(slips, 203));
        Assert.DoesNotContain("19.99", await Text(slips), StringComparison.Ordinal);
        Assert.Contains("1 of 2", await Text(labels), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_prints_itself_and_no_command_of_its_own()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var order = await shop.Paid(client, name: "Zoë ^XZ~JA_5E");
        var parcel = (await admin.Buy(order, "Parcel Post")).Is(201).Json;
        var zpl = Encoding.UTF8.GetString(
            await Print(admin, new { shipmentIds = new[] { parcel.Text("id") }, kind = "label", format = "zpl" }));
        Assert.Contains("^FH^FDZo_C3_AB _5EXZ_7EJA_5F5E^FS", zpl, StringComparison.Ordinal);
        Assert.Equal(1, zpl.Split("^XZ").Length - 1);
        Assert.DoesNotContain("~", zpl, StringComparison.Ordinal);
        Assert.Contains($"^BCN,210,N,N,N,A^FH^FD{parcel.Text("trackingNumber")}^FS", zpl, StringComparison.Ordinal);
        Assert.Contains("^CI28", zpl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_printed_is_refused()
    {
        var admin = await shop.AdminClient();
        var nobody = new[] { Guid.CreateVersion7() };
        async Task<string?> Refused(object body, int status) => (await admin.Post("admin/shipments/documents", body)).Is(status).Code;
        Assert.Equal("shipping.not_found", await Refused(new { shipmentIds = nobody, kind = "label", format = "pdf" }, 404));
        Assert.Equal("orders.not_found", await Refused(new { orderIds = nobody, kind = "packingSlip", format = "pdf" }, 404));
        Assert.Equal("shipping.no_label", await Refused(new { orderIds = nobody, kind = "label", format = "pdf" }, 409));
        Assert.Equal("request.invalid", await Refused(new { kind = "label", format = "pdf" }, 400));
        Assert.Equal("request.invalid", await Refused(new { orderIds = nobody, kind = "packingSlip", format = "zpl" }, 400));
    }

    [Fact]
    public async Task Parcels_are_listed_by_state_the_newest_first()
    {
        using var client = shop.Client();
        var admin = await shop.AdminClient();
        var parcel = (await admin.Buy(await shop.Paid(client), "Parcel Post")).Is(201).Json.Text("id");
        var moving = (await admin.Get("admin/shipments?status=inTransit,exception&pageSize=1")).Is(200).Json;
        Assert.Equal(parcel, Assert.Single(moving["items"]!.AsArray())!.Text("id"));
        var told = new { status = "exception", description = "Nobody was there", place = "Portland" };
        (await admin.Post($"admin/shipments/{parcel}/events", told)).Is(200);
        var held = (await admin.Get("admin/shipments?status=exception")).Is(200).Json["items"]!.AsArray();
        Assert.Equal("Nobody was there", held[0]!.Text("problem"));
        Assert.Equal(["status"], (await admin.Get("admin/shipments?status=lost")).Is(400).Faulty);
        var strange = new { status = "x", description = "y" };
        Assert.Equal(["status"], (await admin.Post($"admin/shipments/{parcel}/events", strange)).Is(400).Faulty);
    }

    private static async Task<byte[]> Print(HttpClient admin, object body)
    {
        using var answer = await admin.PostAsync("admin/shipments/documents", System.Net.Http.Json.JsonContent.Create(body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>What zbarimg reads from each page.</summary>
    private static async Task<List<string>> Scan(byte[] pdf, int dpi)
    {
        var folder = Directory.CreateTempSubdirectory("papers-");
        try
        {
            var file = Path.Combine(folder.FullName, "paper.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            await Run("pdftoppm", "-r", $"{dpi}", "-gray", "-png", file, Path.Combine(folder.FullName, "page"));
            var codes = new List<string>();
            foreach (var page in folder.GetFiles("page*.png").Select(page => page.FullName).Order(StringComparer.Ordinal))
            {
                codes.AddRange((await Run("zbarimg", "--raw", "-q", "-Sdisable", "-Scode128.enable", page)).TrimEnd('\n').Split('\n'));
            }

            return codes;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Text(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, pdf);
        var text = await Run("pdftotext", "-layout", file, "-");
        File.Delete(file);
        return text;
    }

    private static async Task<string> Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
