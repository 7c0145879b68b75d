using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Catalog.Migrations;

/// <summary>Categories, brands, products, variants, pictures, and the addresses products had before.</summary>
[DbContext(typeof(CatalogDb))]
[Migration("20261121080200_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Shelves);
        migrationBuilder.Sql(Products);
        migrationBuilder.Sql(PartsOfProducts);
    }

    private const string Shelves =
        """
        create schema if not exists catalog;

        create table catalog.categories (
          id uuid primary key,
          parent_id uuid references catalog.categories (id),
          name text not null check (char_length(name) between 1 and 100),
          slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
          description text,
          image_url text,
          position int not null default 0,
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          check (parent_id <> id));
        create index categories_parent_id on catalog.categories (parent_id);

        -- A category below itself would have no path. Edits of parents run one at a time, so what this sees is what will be.
        create function catalog.refuse_loop() returns trigger language plpgsql as $$
        begin
          if exists (
            with recursive above as (
              select new.parent_id as id, 1 as depth
              union all
              select c.parent_id, a.depth + 1 from catalog.categories c join above a on c.id = a.id where c.parent_id is not null and a.depth < 20)
            select from above where id = new.id) then
            raise exception 'a category can not be below itself' using errcode = 'check_violation', constraint = 'categories_no_loop';
          end if;
          return new;
        end $$;
        create trigger categories_no_loop before update of parent_id on catalog.categories
          for each row when (new.parent_id is not null) execute function catalog.refuse_loop();

        create table catalog.brands (
          id uuid primary key,
          name text not null check (char_length(name) between 1 and 100),
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create unique index brands_name on catalog.brands (lower(name));
        """;

    private const string Products =
        """
        -- How long a search vector is when a word of the name counts 1, of the description 2/3, of brand and category 1/3, of the rest 1/6.
        create function catalog.search_length(words tsvector) returns real language sql immutable strict parallel safe as $$
          select coalesce(sum(case weight when 'A' then 1 when 'B' then 0.333 when 'C' then 0.167 else 0.667 end), 0)::real
          from unnest(words) as lexeme, unnest(lexeme.weights) as weight
        $$;

        -- Listings read every matching row, so columns of fixed width come first: they are found without walking over texts.
        create table catalog.products (
          id uuid primary key,
          brand_id uuid references catalog.brands (id),
          category_id uuid references catalog.categories (id) on delete set null,
          -- What a listing shows of the variants. Kept by catalog.refresh_products.
          price_minor bigint not null check (price_minor >= 0),
          compare_at_minor bigint check (compare_at_minor >= 0),
          released_at timestamptz,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          deleted_at timestamptz,
          popularity int not null default 0 check (popularity >= 0),
          review_count int not null default 0 check (review_count >= 0),
          variant_count int not null default 0 check (variant_count >= 0),
          version int not null default 1,
          search_length real not null generated always as (catalog.search_length(search)) stored,
          in_stock boolean not null default false,
          visible boolean not null generated always as (state = 'active' and deleted_at is null) stored,
          currency char(3) not null,
          rating numeric(3, 2) check (rating between 1 and 5),
          state text not null check (state in ('active', 'draft')),
          name text not null check (char_length(name) between 1 and 300),
          tags text[] not null default '{}',
          search tsvector not null default '',
          slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
          source text,
          external_id text,
          import_hash text,
          highlights text[] not null default '{}',
          options jsonb not null default '[]',
          description text,
          attributes jsonb not null default '[]',
          check ((source is null) = (external_id is null)));

        -- Ranking reads the vector of every match: it stays in the row, and long texts leave it first.
        alter table catalog.products set (fillfactor = 90);
        alter table catalog.products alter column search set storage main, alter column name set storage main, alter column tags set storage main;

        create unique index products_external_id on catalog.products (source, external_id) where source is not null;
        create unique index products_own_name on catalog.products (lower(name)) where deleted_at is null and source is null;
        create index products_name on catalog.products (lower(name)) where deleted_at is null;
        create index products_brand_id on catalog.products (brand_id);
        create index products_category_id on catalog.products (category_id);
        create index products_any_external_id on catalog.products (external_id) where visible;

        -- A short pending list: what an import leaves there, every search would have to read.
        create index products_search on catalog.products using gin (search) with (gin_pending_list_limit = 256) where visible;

        create table catalog.old_slugs (
          slug text primary key,
          product_id uuid not null references catalog.products (id) on delete cascade,
          created_at timestamptz not null);
        create index old_slugs_product_id on catalog.old_slugs (product_id);
        """;

    private const string PartsOfProducts =
        """
        create table catalog.variants (
          id uuid primary key,
          product_id uuid not null references catalog.products (id) on delete cascade,
          sku text not null check (char_length(sku) between 1 and 100),
          gtin text check (gtin ~ '^([0-9]{8}|[0-9]{12,14})$'),
          -- json, not jsonb: options are shown in the order they are written in.
          options json not null default '{}',
          price_minor bigint not null check (price_minor >= 0),
          compare_at_minor bigint check (compare_at_minor >= 0),
          currency char(3) not null,
          weight_grams int check (weight_grams > 0),
          width_mm int check (width_mm > 0),
          height_mm int check (height_mm > 0),
          depth_mm int check (depth_mm > 0),
          in_stock boolean not null default false,
          position int not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          deleted_at timestamptz);
        alter table catalog.variants set (fillfactor = 90);
        create unique index variants_sku on catalog.variants (lower(sku)) where deleted_at is null;
        create index variants_product_id on catalog.variants (product_id, position);
        create index variants_gtin on catalog.variants (gtin) where gtin is not null;

        create table catalog.product_images (
          id uuid primary key,
          product_id uuid not null references catalog.products (id) on delete cascade,
          url text not null check (char_length(url) between 1 and 2000),
          alt text not null,
          options json,
          position int not null,
          created_at timestamptz not null,
          updated_at timestamptz not null);
        create index product_images_product_id on catalog.product_images (product_id, position);
        """;
}
