Console.WriteLine("Tradepost");
