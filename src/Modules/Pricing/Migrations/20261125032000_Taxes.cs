using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Pricing.Migrations;

/// <summary>Tax classes, taxes by postal code, and customers who pay none.</summary>
[DbContext(typeof(PricingDb))]
[Migration("20261125032000_Taxes")]
internal sealed class Taxes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table pricing.tax_classes (
          id uuid primary key,
          code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
          name text not null check (length(name) between 1 and 100),
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null);

        insert into pricing.tax_classes values
          ('019ab000-0000-7000-8000-000000000201', 'standard', 'Standard', 1, now(), now());

        -- What is taxed like most things must stay: products of a class nobody knows are taxed so.
        create function pricing.keep_standard_class() returns trigger language plpgsql as $$
        begin
          raise exception 'the tax class standard can not be removed' using errcode = 'check_violation';
        end $$;
        create trigger keep_standard_class before delete on pricing.tax_classes
          for each row when (old.code = 'standard') execute function pricing.keep_standard_class();

        -- tax_class null: whatever the class. postal_codes null: the whole country or state; patterns as PostalPatterns.cs reads them.
        alter table pricing.tax_rates
          add column tax_class text default 'standard' references pricing.tax_classes (code),
          add column postal_codes text[] check (cardinality(postal_codes) > 0),
          add column except_postal_codes text[] check (cardinality(except_postal_codes) > 0);
        create index tax_rates_class on pricing.tax_rates (tax_class);

        -- The patterns by their hash: a list of them may be longer than an index entry.
        drop index pricing.tax_rates_name;
        create unique index tax_rates_name on pricing.tax_rates
          (country, coalesce(state, ''), coalesce(tax_class, '*'), coalesce(hash_array_extended(postal_codes, 0), 0), lower(name));

        -- state null: the whole country. valid_from null: since ever; valid_until null: until further notice; both days are in.
        create table pricing.tax_exemptions (
          id uuid primary key,
          user_id uuid not null references identity.users (id) on delete cascade,
          number text not null check (length(number) between 1 and 100),
          country text not null check (country ~ '^[A-Z]{2}$'),
          state text check (length(state) between 1 and 10),
          valid_from date,
          valid_until date,
          note text check (length(note) between 1 and 1000),
          version int not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          constraint tax_exemptions_days check (valid_from <= valid_until));
        create index tax_exemptions_user on pricing.tax_exemptions (user_id);
        """);
}
