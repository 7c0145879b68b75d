using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Returns.Migrations;

/// <summary>Returns, what comes back with them, what was found, what happened, and the rules the database keeps by itself.</summary>
[DbContext(typeof(ReturnsDb))]
[Migration("20261125065000_Initial")]
internal sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Returns);
        migrationBuilder.Sql(Belongings);
        migrationBuilder.Sql(Guards);
    }

    // No foreign key to accounts: an account may be erased, the return stays.
    private const string Returns =
        """
        create schema if not exists returns;
        create sequence returns.numbers start with 100001;

        create table returns.status_edges (
          from_status text not null,
          to_status text not null,
          primary key (from_status, to_status));
        insert into returns.status_edges values
          ('requested', 'approved'), ('requested', 'refused'), ('requested', 'cancelled'),
          ('approved', 'inTransit'), ('approved', 'received'), ('approved', 'cancelled'),
          ('inTransit', 'received'), ('received', 'inspected'), ('inspected', 'closed');

        create table returns.returns (
          id uuid primary key,
          number text not null unique check (number ~ '^R-[0-9]{6,15}$'),
          order_id uuid not null references orders.orders (id),
          order_number text not null,
          customer_id uuid,
          customer_name text not null,
          kind text not null check (kind in ('return', 'withdrawal')),
          status text not null check (status in
            ('requested', 'approved', 'refused', 'inTransit', 'received', 'inspected', 'closed', 'cancelled')),
          comment text check (length(comment) <= 2000),
          statement text check (length(statement) between 1 and 2000),
          shop_pays boolean not null,
          refuse_reason text check (length(refuse_reason) between 1 and 500),
          sent_carrier text check (length(sent_carrier) <= 100),
          sent_tracking text check (length(sent_tracking) <= 100),
          decision text check (decision in ('full', 'part', 'none')),
          decision_note text check (length(decision_note) <= 500),
          currency char(3) not null,
          refund_minor bigint check (refund_minor >= 0),
          requested_at timestamptz not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint returns_withdrawals_say_so check ((kind = 'withdrawal') = (statement is not null)),
          constraint returns_refused_with_a_reason check ((status = 'refused') = (refuse_reason is not null)),
          constraint returns_closed_with_a_decision check ((status = 'closed') = (decision is not null and refund_minor is not null)));
        create index returns_order on returns.returns (order_id);
        create index returns_customer on returns.returns (customer_id, requested_at desc) where customer_id is not null;
        create index returns_status on returns.returns (status, requested_at desc);
        create index returns_requested_at on returns.returns (requested_at desc, id);
        """;

    private const string Belongings =
        """
        create table returns.return_lines (
          id uuid primary key,
          return_id uuid not null references returns.returns (id),
          order_line_id uuid not null references orders.order_lines (id),
          position int not null check (position >= 0),
          product_id uuid not null,
          variant_id uuid not null,
          sku text not null,
          name text not null,
          image_url text,
          weight_grams int,
          quantity int not null check (quantity > 0),
          reason text not null check (reason in
            ('damaged', 'wrongItem', 'notAsDescribed', 'tooBig', 'tooSmall', 'changedMind', 'other', 'withdrawal')),
          fee_percent numeric(5, 2) not null check (fee_percent between 0 and 100),
          currency char(3) not null,
          worth_minor bigint not null check (worth_minor >= 0),
          created_at timestamptz not null,
          unique (return_id, order_line_id));
        create index return_lines_order_line on returns.return_lines (order_line_id);

        -- Units that came back or are asked for: never more than were bought. Counted up and down by conditional statements.
        create table returns.held_units (
          order_line_id uuid primary key references orders.order_lines (id),
          order_id uuid not null references orders.orders (id),
          ordered int not null check (ordered > 0),
          held int not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint held_units_within_ordered check (held between 0 and ordered));
        create index held_units_order on returns.held_units (order_id);

        -- What was found in the parcel. A line may be found in several conditions.
        create table returns.inspections (
          id uuid primary key,
          return_line_id uuid not null references returns.return_lines (id),
          quantity int not null check (quantity > 0),
          condition text not null check (condition in ('asNew', 'opened', 'used', 'damaged', 'unusable')),
          restock boolean not null,
          by_whom text not null,
          created_at timestamptz not null);
        create index inspections_line on returns.inspections (return_line_id);

        create table returns.return_events (
          id uuid primary key,
          return_id uuid not null references returns.returns (id),
          seq bigint generated always as identity,
          at timestamptz not null,
          event text not null check (length(event) between 1 and 60),
          by_whom text not null check (length(by_whom) between 1 and 320),
          note text check (length(note) <= 2000),
          status text);
        create index return_events_return on returns.return_events (return_id, seq);

        create table returns.photos (
          id uuid primary key,
          return_id uuid not null references returns.returns (id),
          media_type text not null check (media_type in ('image/jpeg', 'image/png')),
          bytes bytea not null check (length(bytes) between 1 and 6000000),
          created_at timestamptz not null);
        create index photos_return on returns.photos (return_id, created_at);
        """;

    private const string Guards =
        """
        create function returns.guard_return() returns trigger language plpgsql as $$
        declare
          movable constant text[] := array['status', 'refuse_reason', 'sent_carrier', 'sent_tracking', 'decision', 'decision_note',
            'refund_minor', 'updated_at'];
        begin
          if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
            raise exception 'what was asked for never changes (return %)', old.number using errcode = 'restrict_violation';
          end if;
          if old.status in ('refused', 'closed', 'cancelled') then
            raise exception 'return % is over', old.number using errcode = 'restrict_violation';
          end if;
          if new.status <> old.status
             and not exists (select from returns.status_edges where from_status = old.status and to_status = new.status) then
            raise exception 'return % can not go from % to %', old.number, old.status, new.status using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
        create trigger returns_guarded before update on returns.returns for each row execute function returns.guard_return();
        create trigger returns_kept before delete on returns.returns for each row execute function platform.refuse_change();

        create function returns.guard_new_return() returns trigger language plpgsql as $$
        begin
          raise exception 'a return begins as requested' using errcode = 'restrict_violation';
        end $$;
        create trigger returns_begin before insert on returns.returns
          for each row when (new.status <> 'requested') execute function returns.guard_new_return();

        create trigger return_lines_kept before update or delete on returns.return_lines
          for each row execute function platform.refuse_change();
        create trigger inspections_kept before update or delete on returns.inspections
          for each row execute function platform.refuse_change();
        create trigger return_events_kept before update or delete on returns.return_events
          for each row execute function platform.refuse_change();

        -- What came back is at most what was announced.
        create function returns.guard_inspection() returns trigger language plpgsql as $$
        begin
          if (select sum(quantity) from returns.inspections where return_line_id = new.return_line_id)
             > (select quantity from returns.return_lines where id = new.return_line_id) then
            raise exception 'more came back than was announced (line %)', new.return_line_id using errcode = 'restrict_violation';
          end if;
          return null;
        end $$;
        create trigger inspections_within_line after insert on returns.inspections
          for each row execute function returns.guard_inspection();
        """;
}
