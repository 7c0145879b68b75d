using Tradepost.Orders;

namespace Tradepost.UnitTests.Orders;

/// <summary>Guests' keys.</summary>
public sealed class AccessTokensTests
{
    [Fact]
    public void A_token_opens_the_order_that_knows_its_hash_wherever_it_stands_in_the_list()
    {
        byte[][] known = [AccessTokens.Hash("first"), AccessTokens.Hash("second"), AccessTokens.Hash("third")];
        Assert.All(["first", "second", "third"], token => Assert.True(AccessTokens.Matches(token, known)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("firs")]
    [InlineData("FIRST")]
    [InlineData("first ")]
    public void Nothing_else_does(string token) => Assert.False(AccessTokens.Matches(token, [AccessTokens.Hash("first")]));

    [Fact]
    public void An_order_of_a_customer_has_no_token_to_match() => Assert.False(AccessTokens.Matches("first", []));
}
