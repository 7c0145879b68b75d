using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Pricing.Migrations;

/// <summary>Promotions, their codes, who used them, and the groups customers are in.</summary>
[DbContext(typeof(PricingDb))]
[Migration("20261125033000_Promotions")]
internal sealed class Promotions : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Offers);
        migrationBuilder.Sql(Uses);
        migrationBuilder.Sql(Groups);
    }

    private const string Offers =
        """
        -- conditions and benefit are kept as the API writes them. "used" is counted only while there is a usage limit: an unlimited
        -- promotion must not make all orders wait for one row.
        create table pricing.promotions (
          id uuid primary key,
          name text not null check (length(name) between 1 and 200),
          code text check (length(code) between 1 and 60),
          starts_at timestamptz,
          ends_at timestamptz,
          priority int not null,
          combinable boolean not null,
          usage_limit int check (usage_limit > 0),
          per_customer_limit int check (per_customer_limit > 0),
          conditions jsonb not null check (jsonb_typeof(conditions) = 'array'),
          benefit jsonb not null check (jsonb_typeof(benefit) = 'object'),
          active boolean not null,
          requires_code boolean not null,
          badge text check (length(badge) between 1 and 40),
          show_countdown boolean not null,
          used int not null default 0 check (used >= 0),
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          deleted_at timestamptz,
          constraint promotions_window check (starts_at < ends_at),
          constraint promotions_usage_limit check (usage_limit is null or used <= usage_limit));
        create unique index promotions_code on pricing.promotions (lower(code)) where deleted_at is null and code is not null;
        create index promotions_created_at on pricing.promotions (created_at desc, id);

        create table pricing.promotion_codes (
          id uuid primary key,
          promotion_id uuid not null references pricing.promotions (id),
          code text not null check (length(code) between 4 and 60 and code = upper(code)),
          usage_limit int not null check (usage_limit > 0),
          used int not null default 0,
          created_at timestamptz not null,
          constraint promotion_codes_usage_limit check (used between 0 and usage_limit));
        create unique index promotion_codes_code on pricing.promotion_codes (code);
        create index promotion_codes_promotion on pricing.promotion_codes (promotion_id, id);
        """;

    // No foreign key to orders: their table is made later. customer_key is a hash, so a use tells nobody's address.
    private const string Uses =
        """
        create table pricing.promotion_uses (
          id uuid primary key,
          promotion_id uuid not null references pricing.promotions (id),
          code_id uuid references pricing.promotion_codes (id),
          code text,
          order_id uuid not null,
          customer_key bytea not null check (length(customer_key) = 32),
          amount_minor bigint not null check (amount_minor >= 0),
          order_total_minor bigint not null check (order_total_minor >= 0),
          currency char(3) not null,
          used_at timestamptz not null,
          given_back_at timestamptz);
        create unique index promotion_uses_order on pricing.promotion_uses (order_id, promotion_id);
        create index promotion_uses_promotion on pricing.promotion_uses (promotion_id, used_at desc, id);
        create index promotion_uses_code on pricing.promotion_uses (code_id) where code_id is not null;

        -- at_most is the promotion's limit when the row was last counted up, so the rule holds here too.
        create table pricing.promotion_customers (
          promotion_id uuid not null references pricing.promotions (id),
          customer_key bytea not null check (length(customer_key) = 32),
          used int not null,
          at_most int not null,
          primary key (promotion_id, customer_key),
          constraint promotion_customers_limit check (used between 0 and at_most));
        """;

    private const string Groups =
        """
        create table pricing.customer_groups (
          id uuid primary key,
          code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
          name text not null check (length(name) between 1 and 100),
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create unique index customer_groups_code on pricing.customer_groups (code);

        create table pricing.customer_group_members (
          group_id uuid not null references pricing.customer_groups (id) on delete cascade,
          user_id uuid not null references identity.users (id) on delete cascade,
          email text not null,
          added_at timestamptz not null,
          primary key (group_id, user_id));
        create index customer_group_members_user on pricing.customer_group_members (user_id);
        create index customer_group_members_added on pricing.customer_group_members (group_id, added_at desc);
        """;
}
