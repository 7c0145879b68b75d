using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Identity.Migrations;

/// <summary>Accounts, sessions and addresses.</summary>
[DbContext(typeof(IdentityDb))]
[Migration("20261121080000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Accounts);
        migrationBuilder.Sql(Sessions);
        migrationBuilder.Sql(Addresses);
    }

    private const string Accounts =
        """
        create schema if not exists identity;

        create table identity.users (
          id uuid primary key,
          email text not null check (length(email) between 3 and 254 and email = btrim(email)),
          password_hash text not null check (password_hash <> ''),
          email_confirmed_at timestamptz,
          disabled_at timestamptz,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        -- An address belongs to one account, however its letters are written.
        create unique index users_email on identity.users (lower(email));
        create index users_created_at on identity.users (created_at desc, id);

        -- What a person tells of themselves, apart from what lets them in.
        create table identity.profiles (
          user_id uuid primary key references identity.users (id) on delete cascade,
          first_name text check (length(first_name) between 1 and 100),
          last_name text check (length(last_name) between 1 and 100),
          phone text check (length(phone) between 1 and 40),
          visibility text not null default 'private' check (visibility in ('private', 'public')),
          created_at timestamptz not null,
          updated_at timestamptz not null);

        create table identity.user_roles (
          user_id uuid not null references identity.users (id) on delete cascade,
          role text not null check (role in ('customer', 'vendor', 'admin')),
          created_at timestamptz not null,
          primary key (user_id, role));
        create index user_roles_role on identity.user_roles (role, user_id);

        -- Failed sign-ins by the hash of the address tried, known or not: a lock must not tell which addresses have accounts.
        create table identity.login_failures (
          email_hash bytea primary key check (length(email_hash) = 32),
          failures int not null check (failures > 0),
          locked_until timestamptz,
          last_failed_at timestamptz not null);
        create index login_failures_last_failed_at on identity.login_failures (last_failed_at);

        -- Links sent by mail. Only the hash is kept, so the table opens nothing.
        create table identity.mailed_tokens (
          id uuid primary key,
          user_id uuid not null references identity.users (id) on delete cascade,
          purpose text not null check (purpose in ('confirmEmail', 'resetPassword')),
          token_hash bytea not null unique check (length(token_hash) = 32),
          expires_at timestamptz not null,
          used_at timestamptz,
          created_at timestamptz not null);
        create index mailed_tokens_user_id on identity.mailed_tokens (user_id, purpose, created_at);
        create index mailed_tokens_expires_at on identity.mailed_tokens (expires_at);
        """;

    private const string Sessions =
        """
        create table identity.sessions (
          id uuid primary key,
          user_id uuid not null references identity.users (id) on delete cascade,
          device text not null check (length(device) <= 200),
          last_used_at timestamptz not null,
          revoked_at timestamptz,
          revoked_because text check ((revoked_because is null) = (revoked_at is null)),
          created_at timestamptz not null);
        create index sessions_user_id on identity.sessions (user_id);
        create index sessions_last_used_at on identity.sessions (last_used_at);

        -- A session's refresh tokens are its family: one is live, the others were rotated away.
        create table identity.refresh_tokens (
          id uuid primary key,
          session_id uuid not null references identity.sessions (id) on delete cascade,
          token_hash bytea not null unique check (length(token_hash) = 32),
          expires_at timestamptz not null,
          rotated_at timestamptz,
          replaced_by uuid references identity.refresh_tokens (id) deferrable initially deferred,
          created_at timestamptz not null,
          check ((replaced_by is null) = (rotated_at is null)));
        create unique index refresh_tokens_live on identity.refresh_tokens (session_id) where rotated_at is null;
        create index refresh_tokens_session_id on identity.refresh_tokens (session_id);
        create index refresh_tokens_replaced_by on identity.refresh_tokens (replaced_by);
        """;

    private const string Addresses =
        """
        create table identity.addresses (
          id uuid primary key,
          user_id uuid not null references identity.users (id) on delete cascade,
          name text not null check (name <> ''),
          company text,
          line1 text not null check (line1 <> ''),
          line2 text,
          city text not null check (city <> ''),
          state text,
          postal_code text,
          country char(2) not null check (country = upper(country)),
          phone text,
          is_default_shipping boolean not null,
          is_default_billing boolean not null,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index addresses_user_id on identity.addresses (user_id);
        create unique index addresses_default_shipping on identity.addresses (user_id) where is_default_shipping;
        create unique index addresses_default_billing on identity.addresses (user_id) where is_default_billing;
        """;
}
