using Tradepost.Host.Cli;

return await CommandLine.Run(args);
