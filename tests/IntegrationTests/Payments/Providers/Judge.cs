using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Tradepost.IntegrationTests.Payments.Providers;

/// <summary>The providers' own libraries, asked what they would send and what they make of a signature (tools/judges).</summary>
internal static class Judge
{
    /// <summary>The answers to some questions, in their order.</summary>
    public static async Task<IReadOnlyList<JsonNode>> Ask(params JsonObject[] questions)
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "..", "tools", "judges"));
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")),
            "The providers' libraries are not installed. Run: npm ci --prefix tools/judges");
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "judge.mjs")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Start(start);
        await process.StandardInput.WriteAsync(new JsonArray([.. questions]).ToJsonString());
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, "The judges gave up: " + await errors);
        return [.. JsonNode.Parse(said)!.AsArray().Select(answer => answer!)];
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new InvalidOperationException("Node 20 or newer is needed to compare with the providers' own libraries.", failure);
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
