using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Catalog.Migrations;

/// <summary>What variants cost at which time, written by the database itself, and prices in other currencies than the shop's.</summary>
[DbContext(typeof(CatalogDb))]
[Migration("20261125034000_PriceHistory")]
internal sealed class PriceHistory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(History);
        migrationBuilder.Sql(OtherCurrencies);
        migrationBuilder.Sql(Noting);
        migrationBuilder.Sql(Seed);
    }

    private const string History =
        """
        -- price_minor null: from then on it had no price in that currency. The id settles which of two changes of one instant came last.
        -- reduced_since: when the reduction shown began. It goes on while the price only falls; a rise begins a new one.
        create table catalog.price_history (
          id bigint generated always as identity primary key,
          variant_id uuid not null references catalog.variants (id),
          currency char(3) not null,
          price_minor bigint check (price_minor >= 0),
          compare_at_minor bigint check (compare_at_minor >= 0),
          valid_from timestamptz not null,
          reduced_since timestamptz check (reduced_since <= valid_from));
        create index price_history_variant on catalog.price_history (variant_id, currency, valid_from, id);

        create trigger price_history_append_only before update or delete on catalog.price_history
          for each row execute function platform.refuse_change();
        """;

    private const string OtherCurrencies =
        """
        -- Fixed prices in the other currencies the shop sells in. The price in the shop's own stands in catalog.variants.
        create table catalog.variant_prices (
          variant_id uuid not null references catalog.variants (id),
          currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
          price_minor bigint not null check (price_minor >= 0),
          compare_at_minor bigint check (compare_at_minor >= 0),
          created_at timestamptz not null,
          updated_at timestamptz not null,
          primary key (variant_id, currency));

        -- What a listing in such a currency shows of the variants. Kept by catalog.refresh_product_prices.
        create table catalog.product_prices (
          product_id uuid not null references catalog.products (id) on delete cascade,
          currency char(3) not null,
          price_minor bigint not null check (price_minor >= 0),
          compare_at_minor bigint check (compare_at_minor >= 0),
          primary key (currency, product_id));
        create index product_prices_product_id on catalog.product_prices (product_id);

        create function catalog.refresh_product_prices(ids uuid[]) returns void language sql as $$
          with now as (
            select v.product_id, c.currency, min(c.price_minor) as price_minor,
              (array_agg(c.compare_at_minor order by c.price_minor, v.position))[1] as compare_at_minor
            from catalog.variants v join catalog.variant_prices c on c.variant_id = v.id
            where v.product_id = any(ids) and v.deleted_at is null group by v.product_id, c.currency),
          gone as (
            delete from catalog.product_prices p where p.product_id = any(ids)
              and not exists (select from now n where n.product_id = p.product_id and n.currency = p.currency))
          insert into catalog.product_prices (product_id, currency, price_minor, compare_at_minor)
          select product_id, currency, price_minor, compare_at_minor from now
          on conflict (currency, product_id) do update set price_minor = excluded.price_minor, compare_at_minor = excluded.compare_at_minor
        $$;

        -- A variant that is no longer sold, or is again, takes its prices along, whoever writes it.
        create function catalog.carry_prices() returns trigger language plpgsql as $$
        declare
          moved uuid[];
        begin
          select array_agg(distinct a.product_id) into moved from after a join before b on b.id = a.id
          where (a.deleted_at is null) <> (b.deleted_at is null);
          if moved is not null then
            perform catalog.refresh_product_prices(moved);
          end if;
          return null;
        end $$;
        create trigger variants_carry_prices after update on catalog.variants
          referencing old table as before new table as after for each statement execute function catalog.carry_prices();

        -- Brings only the prices a product keeps of its variants up to date: words and stock did not change.
        create function catalog.refresh_prices(ids uuid[]) returns void language sql as $$
          update catalog.products p set price_minor = v.price_minor, compare_at_minor = v.compare_at_minor
          from (
            select product_id, min(price_minor) as price_minor, (array_agg(compare_at_minor order by price_minor, position))[1] as compare_at_minor
            from catalog.variants where product_id = any(ids) and deleted_at is null group by product_id) v
          where p.id = v.product_id
        $$;
        """;

    // One rule for all: what a change comes after decides where its reduction began, and time never runs backwards in a history.
    private const string Noting =
        """
        create function catalog.note_price(variant uuid, in_currency char(3), price bigint, compare_at bigint, at timestamptz)
        returns void language sql as $$
          insert into catalog.price_history (variant_id, currency, price_minor, compare_at_minor, valid_from, reduced_since)
          select variant, in_currency, price, compare_at, greatest(at, last.valid_from),
            case
              when not coalesce(compare_at > price, false) then null
              when last.reduced_since is not null and last.price_minor >= price then last.reduced_since
              else greatest(at, last.valid_from) end
          from (select) as one left join lateral (
            select h.price_minor, h.valid_from, h.reduced_since from catalog.price_history h
            where h.variant_id = variant and h.currency = in_currency order by h.valid_from desc, h.id desc limit 1) last on true
        $$;

        create function catalog.note_new_variants() returns trigger language plpgsql as $$
        begin
          insert into catalog.price_history (variant_id, currency, price_minor, compare_at_minor, valid_from, reduced_since)
          select id, currency, price_minor, compare_at_minor, created_at, case when compare_at_minor > price_minor then created_at end
          from added;
          return null;
        end $$;
        create trigger variants_note_new after insert on catalog.variants
          referencing new table as added for each statement execute function catalog.note_new_variants();

        create function catalog.note_changed_variants() returns trigger language plpgsql as $$
        begin
          perform catalog.note_price(a.id, a.currency, a.price_minor, a.compare_at_minor,
            case when a.updated_at > b.updated_at then a.updated_at else clock_timestamp() end)
          from after a join before b on b.id = a.id
          where (a.currency, a.price_minor, a.compare_at_minor) is distinct from (b.currency, b.price_minor, b.compare_at_minor);
          return null;
        end $$;
        create trigger variants_note_changed after update on catalog.variants
          referencing old table as before new table as after for each statement execute function catalog.note_changed_variants();

        create function catalog.note_variant_prices() returns trigger language plpgsql as $$
        declare
          touched uuid[];
        begin
          if tg_op = 'INSERT' then
            perform catalog.note_price(a.variant_id, a.currency, a.price_minor, a.compare_at_minor, a.updated_at) from after a;
            select array_agg(variant_id) into touched from after;
          elsif tg_op = 'UPDATE' then
            perform catalog.note_price(a.variant_id, a.currency, a.price_minor, a.compare_at_minor, a.updated_at)
            from after a join before b on b.variant_id = a.variant_id and b.currency = a.currency
            where (a.price_minor, a.compare_at_minor) is distinct from (b.price_minor, b.compare_at_minor);
            select array_agg(variant_id) into touched from after;
          else
            perform catalog.note_price(b.variant_id, b.currency, null, null, clock_timestamp()) from before b;
            select array_agg(variant_id) into touched from before;
          end if;
          perform catalog.refresh_product_prices(array(select distinct product_id from catalog.variants where id = any(touched)));
          return null;
        end $$;
        create trigger variant_prices_note_new after insert on catalog.variant_prices
          referencing new table as after for each statement execute function catalog.note_variant_prices();
        create trigger variant_prices_note_changed after update on catalog.variant_prices
          referencing old table as before new table as after for each statement execute function catalog.note_variant_prices();
        create trigger variant_prices_note_gone after delete on catalog.variant_prices
          referencing old table as before for each statement execute function catalog.note_variant_prices();
        """;

    // What was before is not known: the price in force has been so at least since the variant was last edited.
    private const string Seed =
        """
        insert into catalog.price_history (variant_id, currency, price_minor, compare_at_minor, valid_from, reduced_since)
        select id, currency, price_minor, compare_at_minor, updated_at, case when compare_at_minor > price_minor then updated_at end
        from catalog.variants;
        """;
}
