using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Carts.Migrations;

/// <summary>Versions of carts, codes, contact and payment method, what the buyer saw, and reminders.</summary>
[DbContext(typeof(CartsDb))]
[Migration("20261125035000_VersionsAndCodes")]
internal sealed class VersionsAndCodes : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- version: one more with every change. seen_…: what the buyer was shown last; seen_total_minor null: nothing yet.
        -- seen_at: when it was last shown or changed, to the day. remind: the buyer asked to be reminded by mail; reminded_at: when that
        -- was looked into last, sent or not.
        alter table carts.carts
          add column version bigint not null default 1,
          add column codes text[] not null default '{}',
          add column payment_method text,
          add column email text,
          add column remind boolean not null default false,
          add column reminded_at timestamptz,
          add column seen_discount_minor bigint not null default 0,
          add column seen_total_minor bigint,
          add column seen_at timestamptz,
          add constraint carts_codes_few check (cardinality(codes) <= 10),
          add constraint carts_remind_whom check (not remind or email is not null),
          add constraint carts_seen_not_negative check (seen_discount_minor >= 0 and seen_total_minor >= 0);
        update carts.carts set seen_at = updated_at;
        alter table carts.carts alter column seen_at set not null;

        drop index carts.carts_updated_at;
        create index carts_guests_seen_at on carts.carts (seen_at) where user_id is null;
        create index carts_to_remind on carts.carts (updated_at) where remind;
        create index carts_email on carts.carts (lower(email)) where email is not null;

        -- Keys in the links that end reminders: 256 random bits, kept as a hash.
        create table carts.reminder_keys (
          token_hash bytea primary key,
          cart_id uuid not null references carts.carts (id) on delete cascade,
          created_at timestamptz not null);
        create index reminder_keys_cart on carts.reminder_keys (cart_id);
        """);
}
