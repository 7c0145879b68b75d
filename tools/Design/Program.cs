Console.WriteLine("The host dotnet-ef uses; see docs/guides/migrations.md.");
