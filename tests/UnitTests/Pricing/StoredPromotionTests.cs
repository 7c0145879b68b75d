using Tradepost.Contracts.Pricing;
using Tradepost.Platform.Http;
using Tradepost.Platform.Types;
using Tradepost.Pricing.Promotions;
using Tradepost.Pricing.Promotions.Codes;
using Tradepost.Pricing.Promotions.Running;
using Tradepost.Pricing.Promotions.Stored;
using Tradepost.Pricing.Promotions.Usage;

namespace Tradepost.UnitTests.Pricing;

/// <summary>What is decided about stored promotions without a database.</summary>
public sealed class StoredPromotionTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 29, 0, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset End = Start.AddDays(7);

    [Theory]
    [InlineData(-1, "scheduled")]
    [InlineData(0, "running")]
    [InlineData((7 * 86_400) - 1, "running")]
    [InlineData(7 * 86_400, "ended")]
    public void A_window_holds_its_first_instant_and_not_its_last(int seconds, string state)
    {
        var promotion = Promotion(new() { Name = "W", StartsAt = Start, EndsAt = End, Benefit = new() { Type = "freeShipping" } });
        var now = Start.AddSeconds(seconds);
        Assert.Equal(state, promotion.State(now));
        Assert.Equal(state == "running", OnShelf.Of(promotion).RunsAt(now));
    }

    [Fact]
    public void What_is_off_or_deleted_says_so_whatever_the_time()
    {
        var promotion = Promotion(new() { Name = "W", Active = false, EndsAt = Start, Benefit = new() { Type = "freeShipping" } });
        Assert.Equal("off", promotion.State(End));
        promotion.DeletedAt = End;
        Assert.Equal("deleted", promotion.State(End));
    }

    [Fact]
    public void A_promotion_is_written_down_and_read_back_without_loss()
    {
        var input = new StoredPromotionInput
        {
            Name = " Tiers ", Code = " T-1 ", Priority = 3, Combinable = false,
            Conditions = [new("minSubtotal", new Money(500, Currency.Usd), null, null), new("tags", null, null, ["b", "a"]),
                new("firstOrder", null, null, null)],
            Benefit = new()
            {
                Type = "tiers", Tiers = [new(2, "5.5", null), new(10, null, new Money(900, Currency.Usd))],
            },
        };
        var rule = Promotion(input).ToRule();
        Assert.Equal(("Tiers", "T-1", 3, false), (rule.Name, rule.Code, rule.Priority, rule.Combinable));
        Assert.Equal(["minSubtotal", "tags", "firstOrder"], rule.Conditions.Select(condition => ConditionInput.Of(condition).Type));
        Assert.Equal(input.Benefit.Tiers, BenefitInput.Of(rule.Benefit).Tiers);
    }

    [Theory]
    [InlineData(CodeText.Shortest)]
    [InlineData(CodeText.Usual)]
    [InlineData(CodeText.Longest)]
    public void Codes_have_their_length_and_no_two_are_alike(int length)
    {
        var codes = Enumerable.Range(0, 50).Select(_ => CodeText.New("X-", length)).ToList();
        Assert.Equal(50, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Equal((length + 2, true), (code.Length, code.StartsWith("X-", StringComparison.Ordinal))));
        Assert.DoesNotContain(codes.SelectMany(code => code[2..]), sign => "0O1IL2Z5S8BU".Contains(sign, StringComparison.Ordinal));
    }

    [Fact]
    public void A_customer_is_the_same_by_account_or_by_address_in_any_case()
    {
        var user = UserId.New();
        Assert.Equal(CustomerKey.Of(new(user, "a@example.com")), CustomerKey.Of(new(user, "b@example.com")));
        Assert.Equal(CustomerKey.Of(new(null, "A@Example.com ")), CustomerKey.Of(new(null, "a@example.com")));
        Assert.NotEqual(CustomerKey.Of(new(null, "a@example.com")), CustomerKey.Of(new(null, "b@example.com")));
        Assert.Null(CustomerKey.Of(Shopper.Unknown));
        Assert.Equal(32, CustomerKey.Of(new(user, null))!.Length);
    }

    [Fact]
    public void A_countdown_needs_an_end_and_amounts_the_shops_currency()
    {
        var faults = new Faults();
        var input = new StoredPromotionInput
        {
            Name = "X", ShowCountdown = true, Benefit = new() { Type = "fixed", Amount = new Money(1, Currency.Of("EUR")) },
        };
        input.CheckWhole(faults);
        input.CheckCurrency(faults, "", Currency.Usd);
        Assert.Equal(["benefit.amount", "showCountdown"], faults.Refusal()!.Fields.Keys.Order(StringComparer.Ordinal));
    }

    private static Promotion Promotion(StoredPromotionInput input)
    {
        var faults = new Faults();
        input.CheckWhole(faults);
        Assert.False(faults.Any);
        var promotion = new Promotion { Id = PromotionId.New(), Name = "", CreatedAt = Start, UpdatedAt = Start };
        input.WriteTo(promotion);
        return promotion;
    }
}
