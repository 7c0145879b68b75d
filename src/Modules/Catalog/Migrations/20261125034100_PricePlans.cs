using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Catalog.Migrations;

/// <summary>Prices planned for a time: a variant's price is set when it begins and put back when it ends.</summary>
[DbContext(typeof(CatalogDb))]
[Migration("20261125034100_PricePlans")]
internal sealed class PricePlans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- A range over ids of one element: ranges overlap exactly when the ids are the same, which needs no extension.
        create type catalog.variant_range as range (subtype = uuid);

        -- ends_at null: for good, so there is nothing to put back and the plan ends as soon as it began.
        -- before_…: what stood there when it began. set_compare_at_minor: what it put there, to notice an edit in between.
        create table catalog.price_plans (
          id uuid primary key,
          variant_id uuid not null references catalog.variants (id),
          name text check (char_length(name) between 1 and 100),
          currency char(3) not null,
          price_minor bigint not null check (price_minor >= 0),
          compare_at_minor bigint check (compare_at_minor >= 0),
          starts_at timestamptz not null,
          ends_at timestamptz check (ends_at > starts_at),
          state text not null default 'planned' check (state in ('planned', 'running', 'ended', 'cancelled')),
          outcome text check (outcome in ('restored', 'kept', 'stays', 'missed', 'gone')),
          before_price_minor bigint,
          before_compare_at_minor bigint,
          set_compare_at_minor bigint,
          started_at timestamptz,
          ended_at timestamptz,
          created_by text not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          check (state <> 'running' or (ends_at is not null and started_at is not null and before_price_minor is not null)),
          constraint price_plans_no_overlap exclude using gist (
            catalog.variant_range(variant_id, variant_id, '[]') with &&,
            (case when ends_at is null then tstzrange(starts_at, starts_at, '[]') else tstzrange(starts_at, ends_at) end) with &&)
            where (state in ('planned', 'running')));
        create index price_plans_variant_id on catalog.price_plans (variant_id, starts_at);
        create unique index price_plans_one_running on catalog.price_plans (variant_id) where state = 'running';
        create index price_plans_to_start on catalog.price_plans (starts_at, id) where state = 'planned';
        create index price_plans_to_end on catalog.price_plans (ends_at, id) where state = 'running';
        create index price_plans_listed on catalog.price_plans (starts_at desc, id desc);
        """);
}
