using Tradepost.Platform.Http;

namespace Tradepost.UnitTests.Platform;

public sealed class FaultsTests
{
    [Theory]
    [InlineData("a@b.co", true)]
    [InlineData("first.last+tag@sub.example.com", true)]
    [InlineData("jörg@müller.example", true)]
    [InlineData("plain", false)]
    [InlineData("a@b", false)]
    [InlineData("a b@c.de", false)]
    [InlineData("a@@b.de", false)]
    [InlineData(".a@b.de", false)]
    [InlineData("a@-b.de", false)]
    [InlineData("a@b.de\r\nBcc: x@y.de", false)]
    [InlineData("<a@b.de>", false)]
    public void An_address_has_one_at_and_a_host_with_a_dot(string address, bool right)
    {
        var faults = new Faults();
        faults.Email("email", address);
        Assert.Equal(right, !faults.Any);
    }

    [Fact]
    public void Every_fault_is_reported_not_only_the_first()
    {
        var faults = new Faults();
        faults.Text("name", "", 10);
        faults.Range("quantity", 0, 1, 999);
        faults.Required<string>("color", null);
        Assert.Equal(["color", "name", "quantity"], faults.Refusal()!.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_field_that_could_not_be_read_is_not_called_missing_too()
    {
        var faults = new Faults();
        faults.Add("address.line1", "must be a text");
        faults.Required<string>("address", null);
        Assert.Equal(["address.line1"], faults.Refusal()!.Fields.Keys);
    }
}
