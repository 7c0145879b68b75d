using Tradepost.Benchmarks;

// Figures of this machine, now, each as a ratio to a limit measured in the same run. Machines differ and are shared: compare ratios, not
// figures.
if (args is ["bare", var port, var file])
{
    await BareServer.Serve(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), file);
    return 0;
}

return args is ["chaos", .. var words] ? await Chaos.Run(words) : await Suite.Run(args);
