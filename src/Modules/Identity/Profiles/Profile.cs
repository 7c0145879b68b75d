namespace Tradepost.Identity.Profiles;

/// <summary>What a person tells of themselves.</summary>
internal sealed class Profile
{
    public UserId UserId { get; init; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Phone { get; set; }

    /// <summary>private or public.</summary>
    public string Visibility { get; set; } = "private";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }
}
