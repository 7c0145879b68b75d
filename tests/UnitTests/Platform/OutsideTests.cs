using System.Net;
using Tradepost.Platform.Http;

namespace Tradepost.UnitTests.Platform;

/// <summary>Addresses that others choose reach the public network only.</summary>
public sealed class OutsideTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void An_address_is_public_or_not(string address, bool isPublic) =>
        Assert.Equal(isPublic, Outside.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://example.com/hook?x=1", null)]
    [InlineData("http://example.com/", "must begin with https://")]
    [InlineData("http://127.0.0.1:5000/", "must begin with https://")]
    [InlineData("https://127.0.0.1/", "must be reachable from the internet")]
    [InlineData("https://[::1]/", "must be reachable from the internet")]
    [InlineData("https://0x7f000001/", "must be reachable from the internet")]
    [InlineData("https://user:pass@example.com/", "must not hold a name or password")]
    [InlineData("https://example.com/#x", "must not have a part after #")]
    [InlineData("file:///etc/passwd", "must begin with https://")]
    [InlineData("", "is not a web address")]
    public void An_address_to_send_to_is_refused_for_a_reason(string url, string? fault) => Assert.Equal(fault, Outside.Fault(url, false));

    [Fact]
    public async Task A_name_that_leads_to_the_own_machine_is_not_connected_to()
    {
        using var http = Outside.Client(allowPrivate: false, TimeSpan.FromSeconds(5));
        var failure = await Assert.ThrowsAsync<HttpRequestException>(
            () => http.GetAsync(new Uri("http://localhost:9/"), TestContext.Current.CancellationToken));
        Assert.Contains("not on the public network", failure.ToString(), StringComparison.Ordinal);
    }
}
