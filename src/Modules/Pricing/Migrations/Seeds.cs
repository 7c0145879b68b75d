namespace Tradepost.Pricing.Migrations;

/// <summary>What a new shop begins with. Staff edit it from there.</summary>
internal static class Seeds
{
    /// <summary>
    /// State sales tax of the United States as of the middle of 2024, without local surcharges: they depend on the street, and on where a shop must
    /// register.
    /// </summary>
    public static readonly (string State, string Name, string Percent)[] UnitedStates =
    [
        ("AL", "Alabama", "4"), ("AK", "Alaska", "0"), ("AZ", "Arizona", "5.6"), ("AR", "Arkansas", "6.5"),
        ("CA", "California", "7.25"), ("CO", "Colorado", "2.9"), ("CT", "Connecticut", "6.35"), ("DE", "Delaware", "0"),
        ("FL", "Florida", "6"), ("GA", "Georgia", "4"), ("HI", "Hawaii", "4"), ("ID", "Idaho", "6"), ("IL", "Illinois", "6.25"),
        ("IN", "Indiana", "7"), ("IA", "Iowa", "6"), ("KS", "Kansas", "6.5"), ("KY", "Kentucky", "6"), ("LA", "Louisiana", "4.45"),
        ("ME", "Maine", "5.5"), ("MD", "Maryland", "6"), ("MA", "Massachusetts", "6.25"), ("MI", "Michigan", "6"),
        ("MN", "Minnesota", "6.875"), ("MS", "Mississippi", "7"), ("MO", "Missouri", "4.225"), ("MT", "Montana", "0"),
        ("NE", "Nebraska", "5.5"), ("NV", "Nevada", "6.85"), ("NH", "New Hampshire", "0"), ("NJ", "New Jersey", "6.625"),
        ("NM", "New Mexico", "4.875"), ("NY", "New York", "4"), ("NC", "North Carolina", "4.75"), ("ND", "North Dakota", "5"),
        ("OH", "Ohio", "5.75"), ("OK", "Oklahoma", "4.5"), ("OR", "Oregon", "0"), ("PA", "Pennsylvania", "6"),
        ("RI", "Rhode Island", "7"), ("SC", "South Carolina", "6"), ("SD", "South Dakota", "4.2"), ("TN", "Tennessee", "7"),
        ("TX", "Texas", "6.25"), ("UT", "Utah", "6.1"), ("VT", "Vermont", "6"), ("VA", "Virginia", "5.3"), ("WA", "Washington", "6.5"),
        ("WV", "West Virginia", "6"), ("WI", "Wisconsin", "5"), ("WY", "Wyoming", "4"), ("DC", "District of Columbia", "6"),
    ];

    /// <summary>Standard VAT rates of the European Union as of August 2026, and of the United Kingdom. Source: European Commission, Taxes in Europe.</summary>
    public static readonly (string Country, string Percent)[] ValueAddedTax =
    [
        ("AT", "20"), ("BE", "21"), ("BG", "20"), ("CY", "19"), ("CZ", "21"), ("DE", "19"), ("DK", "25"), ("EE", "24"), ("ES", "21"),
        ("FI", "25.5"), ("FR", "20"), ("GR", "24"), ("HR", "25"), ("HU", "27"), ("IE", "23"), ("IT", "22"), ("LT", "21"), ("LU", "17"),
        ("LV", "21"), ("MT", "18"), ("NL", "21"), ("PL", "23"), ("PT", "23"), ("RO", "21"), ("SE", "25"), ("SI", "22"), ("SK", "23"),
        ("GB", "20"),
    ];
}
