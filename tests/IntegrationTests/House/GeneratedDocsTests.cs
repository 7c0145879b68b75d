using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Tradepost.Host.Docs;
using Tradepost.IntegrationTests.Harness;

namespace Tradepost.IntegrationTests.House;

/// <summary>docs/generated says what the code says. When this fails: <c>./run docs</c>, look at the change, commit it.</summary>
public sealed class GeneratedDocsTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task The_generated_documents_are_current()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "generated");
        var stale = new List<string>();
        foreach (var (name, text) in await GeneratedDocs.All(shop.App, TestContext.Current.CancellationToken))
        {
            var file = Path.Combine(folder, name);
            if (!File.Exists(file) || await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) != text)
            {
                stale.Add(name);
            }
        }

        Assert.Empty(stale);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
