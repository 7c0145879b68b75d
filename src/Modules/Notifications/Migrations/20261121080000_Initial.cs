using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Notifications.Migrations;

/// <summary>Mails, from being written to being sent.</summary>
[DbContext(typeof(NotificationsDb))]
[Migration("20261121080000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create schema if not exists notifications;

        create table notifications.mails (
          id uuid primary key,
          -- What the mail is about. Another about the same is never written.
          dedupe_key text not null unique check (dedupe_key <> ''),
          kind text not null check (kind <> ''),
          recipient text not null check (recipient <> ''),
          subject text not null check (subject <> ''),
          html text not null,
          plain text not null,
          status text not null default 'queued' check (status in ('queued', 'sent', 'failed')),
          attempts int not null default 0 check (attempts >= 0),
          due_at timestamptz not null,
          error text,
          sent_at timestamptz check ((sent_at is not null) = (status = 'sent')),
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index mails_due on notifications.mails (due_at, id) where status = 'queued';
        create index mails_created_at on notifications.mails (created_at desc, id desc);

        -- What was sent is on record: it can't be rewritten, nor sent again as if it had not been.
        create function notifications.keep_sent_mail() returns trigger language plpgsql as $$
        begin
          if old.status = 'sent' then
            raise exception 'a sent mail cannot be changed' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger keep_sent_mail before update on notifications.mails for each row execute function notifications.keep_sent_mail();
        """);
}
