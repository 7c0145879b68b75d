using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tradepost.Catalog.Migrations;

/// <summary>
/// Keyword search: how text becomes words, the vector of a product, and the query that words stand for. unaccent and pg_trgm are used where
/// the database offers them; without the first, accents count; without the second, mistyped words find nothing.
/// </summary>
[DbContext(typeof(CatalogDb))]
[Migration("20261121080300_Search")]
internal sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Extensions);
        migrationBuilder.Sql(Words);
        migrationBuilder.Sql(Vectors);
        migrationBuilder.Sql(Corrections);
        migrationBuilder.Sql(Queries);
    }

    private const string Extensions =
        """
        do $$ begin
          create extension if not exists unaccent;
        exception when insufficient_privilege or undefined_file or feature_not_supported then
          raise notice 'unaccent is not available: accents count in searches';
        end $$;

        do $$ begin
          create extension if not exists pg_trgm;
        exception when insufficient_privilege or undefined_file or feature_not_supported then
          raise notice 'pg_trgm is not available: mistyped words are not corrected';
        end $$;

        -- Lower case without accents. The extension's function is named with its schema: it need not be on the search path later.
        do $$
        declare
          unaccent text := (
            select quote_ident(n.nspname) || '.unaccent' from pg_proc f join pg_namespace n on n.oid = f.pronamespace
            where f.oid = to_regprocedure('unaccent(text)'));
        begin
          execute format(
            'create function catalog.plain(words text) returns text language sql stable parallel safe return lower(%s(words))',
            coalesce(unaccent, ''));
        end $$;

        create text search configuration catalog.words (copy = pg_catalog.english);
        """;

    private const string Words =
        """
        -- Words as they are compared: 27" and 27-inch, TN-2110 and tn2110, 1TB and 1 tb each become the same words.
        create function catalog.normal(words text) returns text language sql stable parallel safe as $$
          select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
            catalog.plain(coalesce(words, '')),
            '(\d)\s*["”″]', '\1 inch ', 'g'),
            '(?<=[[:alnum:]])[&''’](?=[[:alnum:]])', '', 'g'),
            '(?<=\d)(?=[[:alpha:]])|(?<=[[:alpha:]])(?=\d)', ' ', 'g'),
            '(?<!\d)\.|\.(?!\d)', ' ', 'g'),
            '[^[:alnum:].]+', ' ', 'g')
        $$;
        """;

    private const string Vectors =
        """
        -- Name A, brand, category and tags B, specification and SKUs C, description D.
        create function catalog.search_vector(name text, brand text, category text, tags text[], skus text, attributes jsonb, description text)
        returns tsvector language sql stable parallel safe as $$
          select setweight(to_tsvector('catalog.words', catalog.normal(name)), 'A')
            || setweight(to_tsvector('catalog.words', catalog.normal(concat_ws(' / ', brand, category, array_to_string(tags, ' / ')))), 'B')
            || setweight(to_tsvector('catalog.words', catalog.normal(concat_ws(' / ', skus,
                 (select string_agg(a ->> 'name' || ' ' || (a ->> 'value'), ' / ') from jsonb_array_elements(attributes) a)))), 'C')
            || setweight(to_tsvector('catalog.words', catalog.normal(description)), 'D')
        $$;

        -- A category's own name and those above it.
        create function catalog.category_words(category uuid) returns text language sql stable as $$
          with recursive above as (
            select id, parent_id, name, 1 as depth from catalog.categories where id = category
            union all
            select c.id, c.parent_id, c.name, a.depth + 1 from catalog.categories c join above a on a.parent_id = c.id where a.depth < 20)
          select string_agg(name, ' / ' order by depth) from above
        $$;

        -- Brings what products keep of their variants, and their search vectors, up to date. Part of every write that changes either.
        create function catalog.refresh_products(ids uuid[]) returns void language sql as $$
          update catalog.products p set
            price_minor = v.price_minor, compare_at_minor = v.compare_at_minor, in_stock = v.in_stock, variant_count = v.variant_count,
            search = catalog.search_vector(
              p.name, (select b.name from catalog.brands b where b.id = p.brand_id), catalog.category_words(p.category_id),
              p.tags, v.skus, p.attributes, p.description)
          from (
            select product_id, min(price_minor) as price_minor, (array_agg(compare_at_minor order by price_minor, position))[1] as compare_at_minor,
              bool_or(in_stock) as in_stock, count(*) as variant_count, string_agg(sku, ' / ' order by position) as skus
            from catalog.variants where product_id = any(ids) and deleted_at is null group by product_id) v
          where p.id = v.product_id
        $$;
        """;

    private const string Corrections =
        """
        -- Every word that stands in a name or brand, and how often products brought it in: what a mistyped word may have meant.
        create table catalog.words (
          word text collate "C" primary key,
          uses int not null check (uses > 0));

        create function catalog.learn_words(names text) returns void language sql as $$
          insert into catalog.words (word, uses)
          select word, count(*) from regexp_split_to_table(catalog.normal(names), ' ') word
          where word ~ '^[[:alpha:]]{3,30}$' group by word order by word
          on conflict (word) do update set uses = words.uses + excluded.uses
        $$;

        do $$
        declare
          extension_schema text := (
            select quote_ident(n.nspname) from pg_proc f join pg_namespace n on n.oid = f.pronamespace
            where f.oid = to_regprocedure('similarity(text, text)'));
        begin
          if extension_schema is null then
            create function catalog.corrected(mistyped text) returns text language sql stable return null::text;
          else
            execute format('create index words_similar on catalog.words using gin (word %s.gin_trgm_ops)', extension_schema);
            execute format(
              $f$
              create function catalog.corrected(mistyped text) returns text language sql stable as $w$
                select word from catalog.words
                where word operator(%1$s.%%) mistyped and %1$s.similarity(word, mistyped) >= 0.4 and abs(char_length(word) - char_length(mistyped)) <= 2
                order by %1$s.similarity(word, mistyped) desc, uses desc, word limit 1
              $w$
              $f$, extension_schema);
          end if;
        end $$;
        """;

    private const string Queries =
        """
        create aggregate catalog.all_of(tsquery) (sfunc = tsquery_and, stype = tsquery);
        create aggregate catalog.any_of(tsquery) (sfunc = tsquery_or, stype = tsquery);

        -- Words that mean the same to a shopper, looked up by the word as it is compared.
        create table catalog.synonyms (
          word text primary key,
          alike text not null);

        -- One typed word as a query: the parts of "tn-2110" must stand side by side; words that mean the same count too.
        create function catalog.term(typed text) returns tsquery language sql stable as $$
          select case when s.alike is null then t.term else t.term || phraseto_tsquery('catalog.words', s.alike) end
          from (select catalog.normal(typed) as word, phraseto_tsquery('catalog.words', catalog.normal(typed)) as term) t
          left join catalog.synonyms s on s.word = trim(t.word)
        $$;

        -- The first twelve typed words that mean something.
        create function catalog.terms(typed text) returns table (n bigint, word text, term tsquery) language sql stable as $$
          select t.n, t.word, t.term from (
            select n, word, catalog.term(word) as term
            from regexp_split_to_table(trim(typed), '[[:space:]]+') with ordinality as split (word, n) order by n limit 12) t
          where numnode(t.term) > 0
        $$;

        create function catalog.all_words(typed text) returns tsquery language sql stable as $$
          select catalog.all_of(term order by n) from catalog.terms(typed)
        $$;

        create function catalog.is_found(wanted tsquery) returns boolean language sql stable as $$
          select exists (select from catalog.products where visible and search @@ wanted)
        $$;

        -- How much a word tells: much when few products have it.
        create function catalog.rarity(term tsquery) returns real language sql stable as $$
          select ln(1 + (greatest(c.reltuples, f.found) - f.found + 0.5) / (f.found + 0.5))::real
          from (select count(*) as found from catalog.products where visible and search @@ term) f,
            (select reltuples from pg_class where oid = 'catalog.products'::regclass) c
        $$;

        -- What to look for: all of the words; failing that, all of them with mistyped ones corrected; failing that, any of them.
        -- The single words and their rarity are for ranking; one word alone needs no rarity.
        create function catalog.search_query(typed text, out query tsquery, out words tsquery[], out rarities real[])
        language plpgsql stable as $$
        begin
          select catalog.all_of(t.term order by t.n), array_agg(t.term order by t.n) into query, words from catalog.terms(typed) t;
          if query is null then
            return;
          end if;
          if not catalog.is_found(query) then
            select catalog.all_of(t.term order by t.n), array_agg(t.term order by t.n) into query, words from (
              select n, case when catalog.is_found(term) then term
                else coalesce(catalog.term(catalog.corrected(trim(catalog.normal(word)))), term) end as term
              from catalog.terms(typed)) t;
            if not catalog.is_found(query) then
              select catalog.any_of(w) into query from unnest(words) w;
            end if;
          end if;
          if cardinality(words) > 1 then
            rarities := array(select catalog.rarity(w) from unnest(words) with ordinality as one (w, n) order by n);
          else
            rarities := array[1];
          end if;
        end $$;

        -- The same for words still being typed: the last may be the beginning of one.
        create function catalog.unfinished_query(typed text) returns tsquery language sql stable as $$
          select to_tsquery('catalog.words', string_agg(quote_literal(word) || case when last then ':*' else '' end, ' & ' order by n))
          from (
            select n, word, n = max(n) over () as last
            from regexp_split_to_table(trim(catalog.normal(typed)), ' ') with ordinality as split (word, n) where word <> '') w
        $$;
        """;
}
