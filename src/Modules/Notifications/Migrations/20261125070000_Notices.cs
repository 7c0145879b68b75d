using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Notifications.Migrations;

/// <summary>Edited templates, who wants what over which channel, and notices to phones and browsers.</summary>
[DbContext(typeof(NotificationsDb))]
[Migration("20261125070000_Notices")]
internal sealed class Notices : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter table notifications.mails add column grp text not null default 'account' check (grp <> '');
        alter table notifications.mails drop constraint mails_status_check;
        alter table notifications.mails add constraint mails_status_check check (status in ('queued', 'sent', 'failed', 'dropped'));
        create index mails_failed on notifications.mails (created_at) where status = 'failed';

        -- Every version that staff ever saved. A version without texts is the return to the built-in one.
        create table notifications.templates (
          kind text not null check (kind <> ''),
          version int not null check (version > 0),
          subject text,
          html text,
          plain text,
          edited_by text not null,
          edited_at timestamptz not null,
          primary key (kind, version),
          check ((subject is null) = (html is null) and (html is null) = (plain is null)));
        create trigger templates_are_kept before update or delete on notifications.templates
          for each row execute function platform.refuse_change();

        create table notifications.preferences (
          email text not null check (email = lower(email)),
          grp text not null,
          channel text not null check (channel in ('mail', 'sms', 'push')),
          allowed boolean not null,
          updated_at timestamptz not null,
          primary key (email, grp, channel));

        -- Who agreed to be sent offers, when, where and to which words, and who took it back. The last row counts.
        create table notifications.consents (
          id uuid primary key,
          email text not null check (email = lower(email)),
          granted boolean not null,
          source text not null check (source <> ''),
          words text not null,
          at timestamptz not null);
        create index consents_email on notifications.consents (email, at desc, id desc);
        create trigger consents_are_kept before update on notifications.consents
          for each row execute function platform.refuse_change();

        create table notifications.phones (
          user_id uuid primary key,
          email text not null check (email = lower(email)),
          phone text not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
          code_hash bytea,
          code_sent_at timestamptz,
          code_tries int not null default 0,
          codes_sent int not null default 0,
          confirmed_at timestamptz,
          updated_at timestamptz not null);
        create index phones_email on notifications.phones (email);

        create table notifications.push_subscriptions (
          id uuid primary key,
          user_id uuid not null,
          email text not null check (email = lower(email)),
          endpoint text not null unique,
          p256dh bytea not null check (length(p256dh) = 65),
          auth bytea not null check (length(auth) = 16),
          created_at timestamptz not null);
        create index push_subscriptions_email on notifications.push_subscriptions (email);
        create index push_subscriptions_user on notifications.push_subscriptions (user_id);

        create table notifications.notices (
          id uuid primary key,
          dedupe_key text not null unique check (dedupe_key <> ''),
          channel text not null check (channel in ('sms', 'push')),
          kind text not null,
          grp text not null,
          email text not null,
          -- The phone; for a push its subscription, gone once the browser is.
          recipient text not null,
          subscription_id uuid references notifications.push_subscriptions (id) on delete set null,
          title text not null,
          body text not null,
          url text not null,
          status text not null default 'queued' check (status in ('queued', 'sent', 'failed', 'dropped')),
          attempts int not null default 0 check (attempts >= 0),
          due_at timestamptz not null,
          leased_until timestamptz,
          error text,
          provider_ref text,
          provider_status text,
          sent_at timestamptz check ((sent_at is not null) = (status = 'sent')),
          created_at timestamptz not null);
        create index notices_due on notifications.notices (due_at, id) where status = 'queued';
        create index notices_created_at on notifications.notices (created_at desc, id desc);
        create index notices_subscription on notifications.notices (subscription_id);
        create index notices_failed on notifications.notices (created_at) where status = 'failed';
        create unique index notices_provider_ref on notifications.notices (provider_ref) where provider_ref is not null;

        -- Whether somebody wants this group over this channel. Offers need consent before anything else.
        create function notifications.wants(p_email text, p_grp text, p_channel text) returns boolean language sql stable as $$
          select case
            when p_grp = 'account' then p_channel = 'mail'
            when p_grp = 'offers' and not coalesce((
              select granted from notifications.consents where email = lower(p_email) order by at desc, id desc limit 1), false) then false
            else coalesce(
              (select allowed from notifications.preferences where email = lower(p_email) and grp = p_grp and channel = p_channel),
              p_channel = 'mail' or (p_channel = 'push' and p_grp in ('orders', 'returns')))
          end $$;

        -- Mails about an order or a return may be off only while something else reaches the person.
        create function notifications.wants_mail(p_email text, p_grp text) returns boolean language sql stable as $$
          select notifications.wants(p_email, p_grp, 'mail') or (p_grp in ('orders', 'returns') and not (
            (notifications.wants(p_email, p_grp, 'push')
              and exists (select from notifications.push_subscriptions where email = lower(p_email)))
            or (notifications.wants(p_email, p_grp, 'sms')
              and exists (select from notifications.phones where email = lower(p_email) and confirmed_at is not null)))) $$;
        """);
}
