namespace Tradepost.Host.Cli;

/// <summary><c>docs DIR</c>: writes the documents that are generated from the code.</summary>
internal static class DocsVerb
{
    public static async Task<int> Run(StartOptions options, CancellationToken stop)
    {
        if (options.Rest is not [var folder])
        {
            throw new UsageException("use: docs FOLDER");
        }

        await using var session = await Session.Open(options, beside: true, stop);
        foreach (var (name, text) in await Docs.GeneratedDocs.All(options, session, stop))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, stop);
            await Console.Out.WriteLineAsync(name);
        }

        return 0;
    }
}
