-- Generated from the migrated schema. Tables by schema and name.

create table carts.carts (
  id uuid not null,
  user_id uuid,
  currency character(3) not null,
  country text,
  state text,
  postal_code text,
  city text,
  shipping_method_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version bigint not null default 1,
  codes text[] not null default '{}'::text[],
  payment_method text,
  email text,
  remind boolean not null default false,
  reminded_at timestamp with time zone,
  seen_discount_minor bigint not null default 0,
  seen_total_minor bigint,
  seen_at timestamp with time zone not null,
  constraint carts_codes_few CHECK ((cardinality(codes) <= 10)),
  constraint carts_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint carts_pkey PRIMARY KEY (id),
  constraint carts_place CHECK (((country IS NOT NULL) OR ((state IS NULL) AND (postal_code IS NULL) AND (city IS NULL)))),
  constraint carts_remind_whom CHECK (((NOT remind) OR (email IS NOT NULL))),
  constraint carts_seen_not_negative CHECK (((seen_discount_minor >= 0) AND (seen_total_minor >= 0))),
  constraint carts_shipping_method_id_fkey FOREIGN KEY (shipping_method_id) REFERENCES pricing.shipping_methods(id) ON DELETE SET NULL,
  constraint carts_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX carts_email ON carts.carts USING btree (lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX carts_guests_seen_at ON carts.carts USING btree (seen_at) WHERE (user_id IS NULL);
CREATE INDEX carts_shipping_method ON carts.carts USING btree (shipping_method_id) WHERE (shipping_method_id IS NOT NULL);
CREATE INDEX carts_to_remind ON carts.carts USING btree (updated_at) WHERE remind;
CREATE UNIQUE INDEX carts_user ON carts.carts USING btree (user_id) WHERE (user_id IS NOT NULL);

create table carts.lines (
  id uuid not null,
  cart_id uuid not null,
  variant_id uuid not null,
  quantity integer not null,
  seen_price_minor bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint lines_cart_id_fkey FOREIGN KEY (cart_id) REFERENCES carts.carts(id) ON DELETE CASCADE,
  constraint lines_one_a_variant UNIQUE (cart_id, variant_id),
  constraint lines_pkey PRIMARY KEY (id),
  constraint lines_quantity_check CHECK (((quantity >= 1) AND (quantity <= 999))),
  constraint lines_seen_price_minor_check CHECK ((seen_price_minor >= 0)),
  constraint lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id));
CREATE INDEX lines_variant ON carts.lines USING btree (variant_id);

create table carts.reminder_keys (
  token_hash bytea not null,
  cart_id uuid not null,
  created_at timestamp with time zone not null,
  constraint reminder_keys_cart_id_fkey FOREIGN KEY (cart_id) REFERENCES carts.carts(id) ON DELETE CASCADE,
  constraint reminder_keys_pkey PRIMARY KEY (token_hash));
CREATE INDEX reminder_keys_cart ON carts.reminder_keys USING btree (cart_id);

create table carts.wishlist_checks (
  id uuid not null,
  product_id uuid not null,
  variant_id uuid,
  came_back_at timestamp with time zone,
  last_item uuid,
  due_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint wishlist_checks_check CHECK (((came_back_at IS NULL) = (variant_id IS NULL))),
  constraint wishlist_checks_once UNIQUE NULLS NOT DISTINCT (product_id, variant_id),
  constraint wishlist_checks_pkey PRIMARY KEY (id),
  constraint wishlist_checks_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id) ON DELETE CASCADE,
  constraint wishlist_checks_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id) ON DELETE CASCADE);
CREATE INDEX wishlist_checks_due ON carts.wishlist_checks USING btree (due_at, id);
CREATE INDEX wishlist_checks_variant ON carts.wishlist_checks USING btree (variant_id) WHERE (variant_id IS NOT NULL);

create table carts.wishlist_items (
  id uuid not null,
  wishlist_id uuid not null,
  product_id uuid not null,
  variant_id uuid not null,
  added_minor bigint not null,
  watched_minor bigint not null,
  currency character(3) not null,
  was_in_stock boolean not null,
  back_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint wishlist_items_added_minor_check CHECK ((added_minor >= 0)),
  constraint wishlist_items_check CHECK (((watched_minor >= 0) AND (watched_minor <= added_minor))),
  constraint wishlist_items_one_a_variant UNIQUE (wishlist_id, variant_id),
  constraint wishlist_items_pkey PRIMARY KEY (id),
  constraint wishlist_items_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id),
  constraint wishlist_items_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id),
  constraint wishlist_items_wishlist_id_fkey FOREIGN KEY (wishlist_id) REFERENCES carts.wishlists(id) ON DELETE CASCADE);
CREATE INDEX wishlist_items_newest ON carts.wishlist_items USING btree (wishlist_id, created_at DESC, id DESC);
CREATE INDEX wishlist_items_product ON carts.wishlist_items USING btree (product_id, id);
CREATE INDEX wishlist_items_variant ON carts.wishlist_items USING btree (variant_id, id);

create table carts.wishlist_mutes (
  token_hash bytea not null,
  user_id uuid not null,
  created_at timestamp with time zone not null,
  constraint wishlist_mutes_pkey PRIMARY KEY (token_hash),
  constraint wishlist_mutes_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint wishlist_mutes_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX wishlist_mutes_created ON carts.wishlist_mutes USING btree (created_at);
CREATE INDEX wishlist_mutes_user ON carts.wishlist_mutes USING btree (user_id);

create table carts.wishlist_news (
  id uuid not null,
  item_id uuid not null,
  user_id uuid not null,
  kind text not null,
  from_minor bigint,
  created_at timestamp with time zone not null,
  constraint wishlist_news_check CHECK (((from_minor IS NULL) = (kind = 'backInStock'::text))),
  constraint wishlist_news_item_id_fkey FOREIGN KEY (item_id) REFERENCES carts.wishlist_items(id) ON DELETE CASCADE,
  constraint wishlist_news_kind_check CHECK ((kind = ANY (ARRAY['priceDrop'::text, 'backInStock'::text]))),
  constraint wishlist_news_once UNIQUE (item_id, kind),
  constraint wishlist_news_pkey PRIMARY KEY (id),
  constraint wishlist_news_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX wishlist_news_user ON carts.wishlist_news USING btree (user_id, id);

create table carts.wishlist_readers (
  user_id uuid not null,
  due_at timestamp with time zone,
  told_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint wishlist_readers_pkey PRIMARY KEY (user_id),
  constraint wishlist_readers_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX wishlist_readers_due ON carts.wishlist_readers USING btree (due_at, user_id) WHERE (due_at IS NOT NULL);

create table carts.wishlists (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  is_default boolean not null,
  notify boolean not null,
  share_hash bytea,
  shared_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint wishlists_check CHECK (((shared_at IS NULL) = (share_hash IS NULL))),
  constraint wishlists_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 100)) AND (name = btrim(name)))),
  constraint wishlists_pkey PRIMARY KEY (id),
  constraint wishlists_share_hash_check CHECK ((length(share_hash) = 32)),
  constraint wishlists_share_hash_key UNIQUE (share_hash),
  constraint wishlists_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE UNIQUE INDEX wishlists_one_default ON carts.wishlists USING btree (user_id) WHERE is_default;
CREATE INDEX wishlists_user ON carts.wishlists USING btree (user_id, created_at, id);

create table catalog.brands (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint brands_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  constraint brands_pkey PRIMARY KEY (id));
CREATE UNIQUE INDEX brands_name ON catalog.brands USING btree (lower(name));

create table catalog.categories (
  id uuid not null,
  parent_id uuid,
  name text not null,
  slug text not null,
  description text,
  image_url text,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint categories_check CHECK ((parent_id <> id)),
  constraint categories_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  constraint categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES catalog.categories(id),
  constraint categories_pkey PRIMARY KEY (id),
  constraint categories_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint categories_slug_key UNIQUE (slug));
CREATE INDEX categories_parent_id ON catalog.categories USING btree (parent_id);
CREATE TRIGGER categories_no_loop BEFORE UPDATE OF parent_id ON catalog.categories FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION catalog.refuse_loop();

create table catalog.old_slugs (
  slug text not null,
  product_id uuid not null,
  created_at timestamp with time zone not null,
  constraint old_slugs_pkey PRIMARY KEY (slug),
  constraint old_slugs_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id) ON DELETE CASCADE);
CREATE INDEX old_slugs_product_id ON catalog.old_slugs USING btree (product_id);

create table catalog.price_history (
  id bigint not null,
  variant_id uuid not null,
  currency character(3) not null,
  price_minor bigint,
  compare_at_minor bigint,
  valid_from timestamp with time zone not null,
  reduced_since timestamp with time zone,
  constraint price_history_check CHECK ((reduced_since <= valid_from)),
  constraint price_history_compare_at_minor_check CHECK ((compare_at_minor >= 0)),
  constraint price_history_pkey PRIMARY KEY (id),
  constraint price_history_price_minor_check CHECK ((price_minor >= 0)),
  constraint price_history_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id));
CREATE INDEX price_history_variant ON catalog.price_history USING btree (variant_id, currency, valid_from, id);
CREATE TRIGGER price_history_append_only BEFORE DELETE OR UPDATE ON catalog.price_history FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table catalog.price_plans (
  id uuid not null,
  variant_id uuid not null,
  name text,
  currency character(3) not null,
  price_minor bigint not null,
  compare_at_minor bigint,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  state text not null default 'planned'::text,
  outcome text,
  before_price_minor bigint,
  before_compare_at_minor bigint,
  set_compare_at_minor bigint,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint price_plans_check CHECK ((ends_at > starts_at)),
  constraint price_plans_check1 CHECK (((state <> 'running'::text) OR ((ends_at IS NOT NULL) AND (started_at IS NOT NULL) AND (before_price_minor IS NOT NULL)))),
  constraint price_plans_compare_at_minor_check CHECK ((compare_at_minor >= 0)),
  constraint price_plans_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  constraint price_plans_no_overlap EXCLUDE USING gist (catalog.variant_range(variant_id, variant_id, '[]'::text) WITH &&, (
CASE
    WHEN (ends_at IS NULL) THEN tstzrange(starts_at, starts_at, '[]'::text)
    ELSE tstzrange(starts_at, ends_at)
END) WITH &&) WHERE ((state = ANY (ARRAY['planned'::text, 'running'::text]))),
  constraint price_plans_outcome_check CHECK ((outcome = ANY (ARRAY['restored'::text, 'kept'::text, 'stays'::text, 'missed'::text, 'gone'::text]))),
  constraint price_plans_pkey PRIMARY KEY (id),
  constraint price_plans_price_minor_check CHECK ((price_minor >= 0)),
  constraint price_plans_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'ended'::text, 'cancelled'::text]))),
  constraint price_plans_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id));
CREATE INDEX price_plans_listed ON catalog.price_plans USING btree (starts_at DESC, id DESC);
CREATE INDEX price_plans_no_overlap ON catalog.price_plans USING gist (catalog.variant_range(variant_id, variant_id, '[]'::text), (
CASE
    WHEN (ends_at IS NULL) THEN tstzrange(starts_at, starts_at, '[]'::text)
    ELSE tstzrange(starts_at, ends_at)
END)) WHERE (state = ANY (ARRAY['planned'::text, 'running'::text]));
CREATE UNIQUE INDEX price_plans_one_running ON catalog.price_plans USING btree (variant_id) WHERE (state = 'running'::text);
CREATE INDEX price_plans_to_end ON catalog.price_plans USING btree (ends_at, id) WHERE (state = 'running'::text);
CREATE INDEX price_plans_to_start ON catalog.price_plans USING btree (starts_at, id) WHERE (state = 'planned'::text);
CREATE INDEX price_plans_variant_id ON catalog.price_plans USING btree (variant_id, starts_at);

create table catalog.product_images (
  id uuid not null,
  product_id uuid not null,
  url text not null,
  alt text not null,
  options json,
  position integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint product_images_pkey PRIMARY KEY (id),
  constraint product_images_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id) ON DELETE CASCADE,
  constraint product_images_url_check CHECK (((char_length(url) >= 1) AND (char_length(url) <= 2000))));
CREATE INDEX product_images_product_id ON catalog.product_images USING btree (product_id, "position");

create table catalog.product_prices (
  product_id uuid not null,
  currency character(3) not null,
  price_minor bigint not null,
  compare_at_minor bigint,
  constraint product_prices_compare_at_minor_check CHECK ((compare_at_minor >= 0)),
  constraint product_prices_pkey PRIMARY KEY (currency, product_id),
  constraint product_prices_price_minor_check CHECK ((price_minor >= 0)),
  constraint product_prices_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id) ON DELETE CASCADE);
CREATE INDEX product_prices_product_id ON catalog.product_prices USING btree (product_id);

create table catalog.products (
  id uuid not null,
  brand_id uuid,
  category_id uuid,
  price_minor bigint not null,
  compare_at_minor bigint,
  released_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  popularity integer not null default 0,
  review_count integer not null default 0,
  variant_count integer not null default 0,
  version integer not null default 1,
  search_length real not null default catalog.search_length(search),
  in_stock boolean not null default false,
  visible boolean not null default ((state = 'active'::text) AND (deleted_at IS NULL)),
  currency character(3) not null,
  rating numeric(3,2),
  state text not null,
  name text not null,
  tags text[] not null default '{}'::text[],
  search tsvector not null default ''::tsvector,
  slug text not null,
  source text,
  external_id text,
  import_hash text,
  highlights text[] not null default '{}'::text[],
  options jsonb not null default '[]'::jsonb,
  description text,
  attributes jsonb not null default '[]'::jsonb,
  tax_class text not null default 'standard'::text,
  constraint products_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES catalog.brands(id),
  constraint products_category_id_fkey FOREIGN KEY (category_id) REFERENCES catalog.categories(id) ON DELETE SET NULL,
  constraint products_check CHECK (((source IS NULL) = (external_id IS NULL))),
  constraint products_compare_at_minor_check CHECK ((compare_at_minor >= 0)),
  constraint products_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300))),
  constraint products_pkey PRIMARY KEY (id),
  constraint products_popularity_check CHECK ((popularity >= 0)),
  constraint products_price_minor_check CHECK ((price_minor >= 0)),
  constraint products_rating_check CHECK (((rating >= (1)::numeric) AND (rating <= (5)::numeric))),
  constraint products_review_count_check CHECK ((review_count >= 0)),
  constraint products_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint products_slug_key UNIQUE (slug),
  constraint products_state_check CHECK ((state = ANY (ARRAY['active'::text, 'draft'::text]))),
  constraint products_tax_class_check CHECK ((tax_class ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  constraint products_variant_count_check CHECK ((variant_count >= 0)));
CREATE INDEX products_any_external_id ON catalog.products USING btree (external_id) WHERE visible;
CREATE INDEX products_brand_id ON catalog.products USING btree (brand_id);
CREATE INDEX products_category_id ON catalog.products USING btree (category_id);
CREATE UNIQUE INDEX products_external_id ON catalog.products USING btree (source, external_id) WHERE (source IS NOT NULL);
CREATE INDEX products_name ON catalog.products USING btree (lower(name)) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX products_own_name ON catalog.products USING btree (lower(name)) WHERE ((deleted_at IS NULL) AND (source IS NULL));
CREATE INDEX products_search ON catalog.products USING gin (search) WITH (gin_pending_list_limit='256') WHERE visible;

create table catalog.synonyms (
  word text not null,
  alike text not null,
  constraint synonyms_pkey PRIMARY KEY (word));

create table catalog.variant_prices (
  variant_id uuid not null,
  currency character(3) not null,
  price_minor bigint not null,
  compare_at_minor bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint variant_prices_compare_at_minor_check CHECK ((compare_at_minor >= 0)),
  constraint variant_prices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint variant_prices_pkey PRIMARY KEY (variant_id, currency),
  constraint variant_prices_price_minor_check CHECK ((price_minor >= 0)),
  constraint variant_prices_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id));
CREATE TRIGGER variant_prices_note_changed AFTER UPDATE ON catalog.variant_prices REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION catalog.note_variant_prices();
CREATE TRIGGER variant_prices_note_gone AFTER DELETE ON catalog.variant_prices REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION catalog.note_variant_prices();
CREATE TRIGGER variant_prices_note_new AFTER INSERT ON catalog.variant_prices REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION catalog.note_variant_prices();

create table catalog.variants (
  id uuid not null,
  product_id uuid not null,
  sku text not null,
  gtin text,
  options json not null default '{}'::json,
  price_minor bigint not null,
  compare_at_minor bigint,
  currency character(3) not null,
  weight_grams integer,
  width_mm integer,
  height_mm integer,
  depth_mm integer,
  in_stock boolean not null default false,
  position integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  cost_minor bigint,
  constraint variants_compare_at_minor_check CHECK ((compare_at_minor >= 0)),
  constraint variants_cost_minor_check CHECK ((cost_minor >= 0)),
  constraint variants_depth_mm_check CHECK ((depth_mm > 0)),
  constraint variants_gtin_check CHECK ((gtin ~ '^([0-9]{8}|[0-9]{12,14})$'::text)),
  constraint variants_height_mm_check CHECK ((height_mm > 0)),
  constraint variants_pkey PRIMARY KEY (id),
  constraint variants_price_minor_check CHECK ((price_minor >= 0)),
  constraint variants_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id) ON DELETE CASCADE,
  constraint variants_sku_check CHECK (((char_length(sku) >= 1) AND (char_length(sku) <= 100))),
  constraint variants_weight_grams_check CHECK ((weight_grams > 0)),
  constraint variants_width_mm_check CHECK ((width_mm > 0)));
CREATE INDEX variants_gtin ON catalog.variants USING btree (gtin) WHERE (gtin IS NOT NULL);
CREATE INDEX variants_product_id ON catalog.variants USING btree (product_id, "position");
CREATE UNIQUE INDEX variants_sku ON catalog.variants USING btree (lower(sku)) WHERE (deleted_at IS NULL);
CREATE TRIGGER variants_carry_prices AFTER UPDATE ON catalog.variants REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION catalog.carry_prices();
CREATE TRIGGER variants_note_changed AFTER UPDATE ON catalog.variants REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION catalog.note_changed_variants();
CREATE TRIGGER variants_note_new AFTER INSERT ON catalog.variants REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION catalog.note_new_variants();

create table catalog.words (
  word text not null,
  uses integer not null,
  constraint words_pkey PRIMARY KEY (word),
  constraint words_uses_check CHECK ((uses > 0)));
CREATE INDEX words_similar ON catalog.words USING gin (word gin_trgm_ops);

create table demo_gateway.charges (
  id uuid not null,
  reference text not null,
  attempt_id text not null,
  status text not null,
  amount_minor bigint,
  currency character(3),
  decline_reason text,
  description text,
  last4 text,
  loses_answer boolean not null default false,
  challenge_token text,
  return_path text,
  webhook_url text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  capture_later boolean not null default false,
  captured_minor bigint,
  constraint charges_amount_minor_check CHECK ((amount_minor > 0)),
  constraint charges_attempt_id_check CHECK (((length(attempt_id) >= 1) AND (length(attempt_id) <= 100))),
  constraint charges_attempt_id_key UNIQUE (attempt_id),
  constraint charges_challenge_token_key UNIQUE (challenge_token),
  constraint charges_check CHECK (((status = 'voided'::text) OR ((amount_minor IS NOT NULL) AND (currency IS NOT NULL) AND (webhook_url IS NOT NULL)))),
  constraint charges_check1 CHECK (((status = 'declined'::text) = (decline_reason IS NOT NULL))),
  constraint charges_check2 CHECK (((captured_minor >= 1) AND (captured_minor <= amount_minor))),
  constraint charges_last4_check CHECK ((last4 ~ '^[0-9]{4}$'::text)),
  constraint charges_pkey PRIMARY KEY (id),
  constraint charges_reference_key UNIQUE (reference),
  constraint charges_status_check CHECK ((status = ANY (ARRAY['succeeded'::text, 'authorized'::text, 'declined'::text, 'challenge'::text, 'voided'::text]))));

create table demo_gateway.deliveries (
  id uuid not null,
  event_id text not null,
  charge_id uuid not null,
  url text not null,
  payload text not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  error text,
  delivered_at timestamp with time zone,
  given_up_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint deliveries_attempts_check CHECK ((attempts >= 0)),
  constraint deliveries_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES demo_gateway.charges(id),
  constraint deliveries_event_id_key UNIQUE (event_id),
  constraint deliveries_pkey PRIMARY KEY (id));
CREATE INDEX deliveries_charge ON demo_gateway.deliveries USING btree (charge_id);
CREATE INDEX deliveries_due ON demo_gateway.deliveries USING btree (due_at) WHERE ((delivered_at IS NULL) AND (given_up_at IS NULL));

create table demo_gateway.refunds (
  id uuid not null,
  reference text not null,
  refund_id text not null,
  charge_id uuid not null,
  amount_minor bigint not null,
  currency character(3) not null,
  created_at timestamp with time zone not null,
  constraint refunds_amount_minor_check CHECK ((amount_minor > 0)),
  constraint refunds_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES demo_gateway.charges(id),
  constraint refunds_pkey PRIMARY KEY (id),
  constraint refunds_reference_key UNIQUE (reference),
  constraint refunds_refund_id_check CHECK (((length(refund_id) >= 1) AND (length(refund_id) <= 100))),
  constraint refunds_refund_id_key UNIQUE (refund_id));
CREATE INDEX refunds_charge ON demo_gateway.refunds USING btree (charge_id);

create table identity.addresses (
  id uuid not null,
  user_id uuid not null,
  name text not null,
  company text,
  line1 text not null,
  line2 text,
  city text not null,
  state text,
  postal_code text,
  country character(2) not null,
  phone text,
  is_default_shipping boolean not null,
  is_default_billing boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint addresses_city_check CHECK ((city <> ''::text)),
  constraint addresses_country_check CHECK (((country)::text = upper((country)::text))),
  constraint addresses_line1_check CHECK ((line1 <> ''::text)),
  constraint addresses_name_check CHECK ((name <> ''::text)),
  constraint addresses_pkey PRIMARY KEY (id),
  constraint addresses_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE UNIQUE INDEX addresses_default_billing ON identity.addresses USING btree (user_id) WHERE is_default_billing;
CREATE UNIQUE INDEX addresses_default_shipping ON identity.addresses USING btree (user_id) WHERE is_default_shipping;
CREATE INDEX addresses_user_id ON identity.addresses USING btree (user_id);

create table identity.login_failures (
  email_hash bytea not null,
  failures integer not null,
  locked_until timestamp with time zone,
  last_failed_at timestamp with time zone not null,
  constraint login_failures_email_hash_check CHECK ((length(email_hash) = 32)),
  constraint login_failures_failures_check CHECK ((failures > 0)),
  constraint login_failures_pkey PRIMARY KEY (email_hash));
CREATE INDEX login_failures_last_failed_at ON identity.login_failures USING btree (last_failed_at);

create table identity.mailed_tokens (
  id uuid not null,
  user_id uuid not null,
  purpose text not null,
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint mailed_tokens_pkey PRIMARY KEY (id),
  constraint mailed_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['confirmEmail'::text, 'resetPassword'::text]))),
  constraint mailed_tokens_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint mailed_tokens_token_hash_key UNIQUE (token_hash),
  constraint mailed_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX mailed_tokens_expires_at ON identity.mailed_tokens USING btree (expires_at);
CREATE INDEX mailed_tokens_user_id ON identity.mailed_tokens USING btree (user_id, purpose, created_at);

create table identity.profiles (
  user_id uuid not null,
  first_name text,
  last_name text,
  phone text,
  visibility text not null default 'private'::text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint profiles_first_name_check CHECK (((length(first_name) >= 1) AND (length(first_name) <= 100))),
  constraint profiles_last_name_check CHECK (((length(last_name) >= 1) AND (length(last_name) <= 100))),
  constraint profiles_phone_check CHECK (((length(phone) >= 1) AND (length(phone) <= 40))),
  constraint profiles_pkey PRIMARY KEY (user_id),
  constraint profiles_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE,
  constraint profiles_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'public'::text]))));

create table identity.refresh_tokens (
  id uuid not null,
  session_id uuid not null,
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  rotated_at timestamp with time zone,
  replaced_by uuid,
  created_at timestamp with time zone not null,
  constraint refresh_tokens_check CHECK (((replaced_by IS NULL) = (rotated_at IS NULL))),
  constraint refresh_tokens_pkey PRIMARY KEY (id),
  constraint refresh_tokens_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES identity.refresh_tokens(id) DEFERRABLE INITIALLY DEFERRED,
  constraint refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES identity.sessions(id) ON DELETE CASCADE,
  constraint refresh_tokens_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint refresh_tokens_token_hash_key UNIQUE (token_hash));
CREATE UNIQUE INDEX refresh_tokens_live ON identity.refresh_tokens USING btree (session_id) WHERE (rotated_at IS NULL);
CREATE INDEX refresh_tokens_replaced_by ON identity.refresh_tokens USING btree (replaced_by);
CREATE INDEX refresh_tokens_session_id ON identity.refresh_tokens USING btree (session_id);

create table identity.sessions (
  id uuid not null,
  user_id uuid not null,
  device text not null,
  last_used_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_because text,
  created_at timestamp with time zone not null,
  constraint sessions_check CHECK (((revoked_because IS NULL) = (revoked_at IS NULL))),
  constraint sessions_device_check CHECK ((length(device) <= 200)),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX sessions_last_used_at ON identity.sessions USING btree (last_used_at);
CREATE INDEX sessions_user_id ON identity.sessions USING btree (user_id);

create table identity.user_roles (
  user_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null,
  constraint user_roles_pkey PRIMARY KEY (user_id, role),
  constraint user_roles_role_check CHECK ((role = ANY (ARRAY['customer'::text, 'vendor'::text, 'admin'::text]))),
  constraint user_roles_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX user_roles_role ON identity.user_roles USING btree (role, user_id);

create table identity.users (
  id uuid not null,
  email text not null,
  password_hash text not null,
  email_confirmed_at timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint users_email_check CHECK ((((length(email) >= 3) AND (length(email) <= 254)) AND (email = btrim(email)))),
  constraint users_password_hash_check CHECK ((password_hash <> ''::text)),
  constraint users_pkey PRIMARY KEY (id));
CREATE INDEX users_created_at ON identity.users USING btree (created_at DESC, id);
CREATE UNIQUE INDEX users_email ON identity.users USING btree (lower(email));

create table inventory.levels (
  variant_id uuid not null,
  location_id uuid not null,
  product_id uuid not null,
  on_hand integer not null,
  reserved integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint levels_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id),
  constraint levels_on_hand_check CHECK ((on_hand >= 0)),
  constraint levels_pkey PRIMARY KEY (variant_id, location_id),
  constraint levels_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id),
  constraint levels_reserved_check CHECK ((reserved >= 0)),
  constraint levels_reserved_on_hand CHECK ((reserved <= on_hand)),
  constraint levels_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id));
CREATE INDEX levels_location ON inventory.levels USING btree (location_id);
CREATE INDEX levels_product ON inventory.levels USING btree (product_id);
CREATE TRIGGER levels_begin_empty BEFORE INSERT ON inventory.levels FOR EACH ROW WHEN (((new.on_hand <> 0) OR (new.reserved <> 0))) EXECUTE FUNCTION inventory.refuse_unjournalled();
CREATE TRIGGER levels_follow_movements BEFORE UPDATE OF on_hand ON inventory.levels FOR EACH ROW WHEN (((new.on_hand <> old.on_hand) AND (pg_trigger_depth() = 0))) EXECUTE FUNCTION inventory.refuse_unjournalled();

create table inventory.locations (
  id uuid not null,
  name text not null,
  is_default boolean not null,
  position integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint locations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint locations_name_key UNIQUE (name),
  constraint locations_pkey PRIMARY KEY (id),
  constraint locations_position_check CHECK (("position" >= 0)));
CREATE UNIQUE INDEX locations_one_default ON inventory.locations USING btree (is_default) WHERE is_default;

create table inventory.movements (
  id uuid not null,
  variant_id uuid not null,
  location_id uuid not null,
  delta integer not null,
  reason text not null,
  reference text,
  by_whom text not null,
  at timestamp with time zone not null,
  constraint movements_by_whom_check CHECK (((length(by_whom) >= 1) AND (length(by_whom) <= 320))),
  constraint movements_delta_check CHECK ((delta <> 0)),
  constraint movements_pkey PRIMARY KEY (id),
  constraint movements_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200))),
  constraint movements_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 200))),
  constraint movements_variant_id_location_id_fkey FOREIGN KEY (variant_id, location_id) REFERENCES inventory.levels(variant_id, location_id));
CREATE INDEX movements_level ON inventory.movements USING btree (variant_id, location_id);
CREATE TRIGGER movements_append_only BEFORE DELETE OR UPDATE ON inventory.movements FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER movements_applied AFTER INSERT ON inventory.movements REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inventory.apply_movements();
CREATE TRIGGER movements_not_emptied BEFORE TRUNCATE ON inventory.movements FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table inventory.reservations (
  order_id uuid not null,
  variant_id uuid not null,
  location_id uuid not null,
  quantity integer not null,
  until timestamp with time zone not null,
  state text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint reservations_pkey PRIMARY KEY (order_id, variant_id, location_id),
  constraint reservations_quantity_check CHECK ((quantity > 0)),
  constraint reservations_state_check CHECK ((state = ANY (ARRAY['active'::text, 'sold'::text, 'released'::text]))),
  constraint reservations_variant_id_location_id_fkey FOREIGN KEY (variant_id, location_id) REFERENCES inventory.levels(variant_id, location_id));
CREATE INDEX reservations_level ON inventory.reservations USING btree (variant_id, location_id);

create table notifications.consents (
  id uuid not null,
  email text not null,
  granted boolean not null,
  source text not null,
  words text not null,
  at timestamp with time zone not null,
  constraint consents_email_check CHECK ((email = lower(email))),
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents_source_check CHECK ((source <> ''::text)));
CREATE INDEX consents_email ON notifications.consents USING btree (email, at DESC, id DESC);
CREATE TRIGGER consents_are_kept BEFORE UPDATE ON notifications.consents FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table notifications.mails (
  id uuid not null,
  dedupe_key text not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  plain text not null,
  status text not null default 'queued'::text,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  error text,
  sent_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  grp text not null default 'account'::text,
  constraint mails_attempts_check CHECK ((attempts >= 0)),
  constraint mails_check CHECK (((sent_at IS NOT NULL) = (status = 'sent'::text))),
  constraint mails_dedupe_key_check CHECK ((dedupe_key <> ''::text)),
  constraint mails_dedupe_key_key UNIQUE (dedupe_key),
  constraint mails_grp_check CHECK ((grp <> ''::text)),
  constraint mails_kind_check CHECK ((kind <> ''::text)),
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_recipient_check CHECK ((recipient <> ''::text)),
  constraint mails_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'dropped'::text]))),
  constraint mails_subject_check CHECK ((subject <> ''::text)));
CREATE INDEX mails_created_at ON notifications.mails USING btree (created_at DESC, id DESC);
CREATE INDEX mails_due ON notifications.mails USING btree (due_at, id) WHERE (status = 'queued'::text);
CREATE INDEX mails_failed ON notifications.mails USING btree (created_at) WHERE (status = 'failed'::text);
CREATE TRIGGER keep_sent_mail BEFORE UPDATE ON notifications.mails FOR EACH ROW EXECUTE FUNCTION notifications.keep_sent_mail();

create table notifications.notices (
  id uuid not null,
  dedupe_key text not null,
  channel text not null,
  kind text not null,
  grp text not null,
  email text not null,
  recipient text not null,
  subscription_id uuid,
  title text not null,
  body text not null,
  url text not null,
  status text not null default 'queued'::text,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  error text,
  provider_ref text,
  provider_status text,
  sent_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint notices_attempts_check CHECK ((attempts >= 0)),
  constraint notices_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'push'::text]))),
  constraint notices_check CHECK (((sent_at IS NOT NULL) = (status = 'sent'::text))),
  constraint notices_dedupe_key_check CHECK ((dedupe_key <> ''::text)),
  constraint notices_dedupe_key_key UNIQUE (dedupe_key),
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'dropped'::text]))),
  constraint notices_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES notifications.push_subscriptions(id) ON DELETE SET NULL);
CREATE INDEX notices_created_at ON notifications.notices USING btree (created_at DESC, id DESC);
CREATE INDEX notices_due ON notifications.notices USING btree (due_at, id) WHERE (status = 'queued'::text);
CREATE INDEX notices_failed ON notifications.notices USING btree (created_at) WHERE (status = 'failed'::text);
CREATE UNIQUE INDEX notices_provider_ref ON notifications.notices USING btree (provider_ref) WHERE (provider_ref IS NOT NULL);
CREATE INDEX notices_subscription ON notifications.notices USING btree (subscription_id);

create table notifications.offers (
  id uuid not null,
  title text not null,
  message text not null,
  path text not null,
  sent_by text not null,
  reached text not null default ''::text,
  recipients integer not null default 0,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint offers_message_check CHECK ((message <> ''::text)),
  constraint offers_path_check CHECK ((path ~~ '/%'::text)),
  constraint offers_pkey PRIMARY KEY (id),
  constraint offers_title_check CHECK ((title <> ''::text)));
CREATE INDEX offers_open ON notifications.offers USING btree (created_at) WHERE (done_at IS NULL);

create table notifications.phones (
  user_id uuid not null,
  email text not null,
  phone text not null,
  code_hash bytea,
  code_sent_at timestamp with time zone,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  confirmed_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  constraint phones_email_check CHECK ((email = lower(email))),
  constraint phones_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text)),
  constraint phones_pkey PRIMARY KEY (user_id));
CREATE INDEX phones_email ON notifications.phones USING btree (email);

create table notifications.preferences (
  email text not null,
  grp text not null,
  channel text not null,
  allowed boolean not null,
  updated_at timestamp with time zone not null,
  constraint preferences_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text, 'push'::text]))),
  constraint preferences_email_check CHECK ((email = lower(email))),
  constraint preferences_pkey PRIMARY KEY (email, grp, channel));

create table notifications.push_subscriptions (
  id uuid not null,
  user_id uuid not null,
  email text not null,
  endpoint text not null,
  p256dh bytea not null,
  auth bytea not null,
  created_at timestamp with time zone not null,
  constraint push_subscriptions_auth_check CHECK ((length(auth) = 16)),
  constraint push_subscriptions_email_check CHECK ((email = lower(email))),
  constraint push_subscriptions_endpoint_key UNIQUE (endpoint),
  constraint push_subscriptions_p256dh_check CHECK ((length(p256dh) = 65)),
  constraint push_subscriptions_pkey PRIMARY KEY (id));
CREATE INDEX push_subscriptions_email ON notifications.push_subscriptions USING btree (email);
CREATE INDEX push_subscriptions_user ON notifications.push_subscriptions USING btree (user_id);

create table notifications.templates (
  kind text not null,
  version integer not null,
  subject text,
  html text,
  plain text,
  edited_by text not null,
  edited_at timestamp with time zone not null,
  constraint templates_check CHECK ((((subject IS NULL) = (html IS NULL)) AND ((html IS NULL) = (plain IS NULL)))),
  constraint templates_kind_check CHECK ((kind <> ''::text)),
  constraint templates_pkey PRIMARY KEY (kind, version),
  constraint templates_version_check CHECK ((version > 0)));
CREATE TRIGGER templates_are_kept BEFORE DELETE OR UPDATE ON notifications.templates FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table orders.access_tokens (
  id uuid not null,
  order_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint access_tokens_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint access_tokens_pkey PRIMARY KEY (id),
  constraint access_tokens_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint access_tokens_token_hash_key UNIQUE (token_hash));
CREATE INDEX access_tokens_expires_at ON orders.access_tokens USING btree (expires_at);
CREATE INDEX access_tokens_order ON orders.access_tokens USING btree (order_id);

create table orders.fulfilments (
  order_line_id uuid not null,
  order_id uuid not null,
  ordered integer not null,
  shipped integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint fulfilments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint fulfilments_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES orders.order_lines(id),
  constraint fulfilments_ordered_check CHECK ((ordered > 0)),
  constraint fulfilments_pkey PRIMARY KEY (order_line_id),
  constraint fulfilments_shipped_check CHECK ((shipped >= 0)),
  constraint fulfilments_within_ordered CHECK ((shipped <= ordered)));
CREATE INDEX fulfilments_order ON orders.fulfilments USING btree (order_id);
CREATE TRIGGER fulfilments_guarded BEFORE UPDATE ON orders.fulfilments FOR EACH ROW EXECUTE FUNCTION orders.guard_fulfilment();
CREATE TRIGGER fulfilments_kept BEFORE DELETE ON orders.fulfilments FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table orders.invoices (
  id uuid not null,
  order_id uuid not null,
  series text not null,
  place bigint not null,
  number text not null,
  seller jsonb not null,
  issued_at timestamp with time zone not null,
  constraint invoices_number_key UNIQUE (number),
  constraint invoices_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint invoices_order_id_key UNIQUE (order_id),
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices_place_check CHECK ((place > 0)),
  constraint invoices_series_fkey FOREIGN KEY (series) REFERENCES orders.number_series(series),
  constraint invoices_series_place_key UNIQUE (series, place));
CREATE TRIGGER invoices_kept BEFORE DELETE OR UPDATE ON orders.invoices FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER invoices_not_emptied BEFORE TRUNCATE ON orders.invoices FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table orders.list_views (
  id uuid not null,
  owner_id uuid not null,
  by_whom text not null,
  name text not null,
  filter text not null,
  shared boolean not null,
  created_at timestamp with time zone not null,
  constraint list_views_filter_check CHECK ((length(filter) <= 1000)),
  constraint list_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint list_views_pkey PRIMARY KEY (id));
CREATE INDEX list_views_owner ON orders.list_views USING btree (owner_id);
CREATE INDEX list_views_shared ON orders.list_views USING btree (created_at) WHERE shared;

create table orders.number_series (
  series text not null,
  latest bigint not null,
  updated_at timestamp with time zone not null,
  constraint number_series_latest_check CHECK ((latest > 0)),
  constraint number_series_pkey PRIMARY KEY (series),
  constraint number_series_series_check CHECK (((length(series) >= 1) AND (length(series) <= 40))));
CREATE TRIGGER number_series_guarded BEFORE UPDATE ON orders.number_series FOR EACH ROW EXECUTE FUNCTION orders.guard_series();
CREATE TRIGGER number_series_kept BEFORE DELETE ON orders.number_series FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table orders.order_events (
  id uuid not null,
  order_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  event text not null,
  by_whom text not null,
  note text,
  status text,
  constraint order_events_by_whom_check CHECK (((length(by_whom) >= 1) AND (length(by_whom) <= 320))),
  constraint order_events_event_check CHECK (((length(event) >= 1) AND (length(event) <= 60))),
  constraint order_events_note_check CHECK ((length(note) <= 1000)),
  constraint order_events_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint order_events_pkey PRIMARY KEY (id),
  constraint order_events_status_check CHECK ((status = ANY (ARRAY['pendingPayment'::text, 'processing'::text, 'shipped'::text, 'delivered'::text, 'cancelled'::text]))));
CREATE INDEX order_events_order ON orders.order_events USING btree (order_id, seq);
CREATE TRIGGER order_events_kept BEFORE DELETE OR UPDATE ON orders.order_events FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER order_events_not_emptied BEFORE TRUNCATE ON orders.order_events FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table orders.order_lines (
  id uuid not null,
  order_id uuid not null,
  position integer not null,
  product_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  name text not null,
  options jsonb not null,
  image_url text,
  weight_grams integer,
  quantity integer not null,
  currency character(3) not null,
  unit_price_minor bigint not null,
  line_total_minor bigint not null,
  discount_minor bigint not null,
  tax_minor bigint not null,
  created_at timestamp with time zone not null,
  constraint order_lines_check CHECK ((line_total_minor = (unit_price_minor * quantity))),
  constraint order_lines_check1 CHECK (((discount_minor >= 0) AND (discount_minor <= line_total_minor))),
  constraint order_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint order_lines_order_id_position_key UNIQUE (order_id, "position"),
  constraint order_lines_pkey PRIMARY KEY (id),
  constraint order_lines_position_check CHECK (("position" >= 0)),
  constraint order_lines_quantity_check CHECK ((quantity > 0)),
  constraint order_lines_tax_minor_check CHECK ((tax_minor >= 0)),
  constraint order_lines_unit_price_minor_check CHECK ((unit_price_minor >= 0)),
  constraint order_lines_weight_grams_check CHECK ((weight_grams >= 0)));
CREATE INDEX order_lines_product ON orders.order_lines USING btree (product_id, order_id);
CREATE TRIGGER order_lines_kept BEFORE DELETE OR UPDATE ON orders.order_lines FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER order_lines_not_emptied BEFORE TRUNCATE ON orders.order_lines FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table orders.order_notes (
  id uuid not null,
  order_id uuid not null,
  body text not null,
  pinned boolean not null,
  by_whom text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint order_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 2000))),
  constraint order_notes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint order_notes_pkey PRIMARY KEY (id));
CREATE INDEX order_notes_order ON orders.order_notes USING btree (order_id, created_at);

create table orders.order_pricings (
  order_id uuid not null,
  evidence jsonb not null,
  created_at timestamp with time zone not null,
  constraint order_pricings_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint order_pricings_pkey PRIMARY KEY (order_id));
CREATE TRIGGER order_pricings_kept BEFORE DELETE OR UPDATE ON orders.order_pricings FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER order_pricings_not_emptied BEFORE TRUNCATE ON orders.order_pricings FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table orders.order_search (
  order_id uuid not null,
  placed_at timestamp with time zone not null,
  country character(2) not null,
  currency character(3) not null,
  total_minor bigint not null,
  words tsvector not null,
  constraint order_search_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint order_search_pkey PRIMARY KEY (order_id));
CREATE INDEX order_search_country ON orders.order_search USING btree (country, placed_at DESC, order_id DESC);
CREATE INDEX order_search_placed_at ON orders.order_search USING btree (placed_at DESC, order_id DESC);
CREATE INDEX order_search_total ON orders.order_search USING btree (total_minor DESC, order_id DESC);
CREATE INDEX order_search_words ON orders.order_search USING gin (words);

create table orders.order_tags (
  order_id uuid not null,
  tag text not null,
  placed_at timestamp with time zone not null,
  by_whom text not null,
  created_at timestamp with time zone not null,
  constraint order_tags_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint order_tags_pkey PRIMARY KEY (order_id, tag),
  constraint order_tags_tag_check CHECK ((((length(tag) >= 1) AND (length(tag) <= 40)) AND (tag = lower(tag)))));
CREATE INDEX order_tags_tag ON orders.order_tags USING btree (tag, placed_at DESC, order_id DESC);

create table orders.orders (
  id uuid not null,
  number text not null,
  customer_id uuid,
  cart_id uuid not null,
  email text not null,
  name text not null,
  shipping_address jsonb not null,
  billing_address jsonb not null,
  shipping_option jsonb not null,
  currency character(3) not null,
  subtotal_minor bigint not null,
  discount_minor bigint not null,
  shipping_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  tax_included boolean not null,
  trace jsonb not null,
  taxes jsonb not null,
  payment_method text not null,
  return_path text,
  status text not null,
  payment_status text not null,
  reserved_until timestamp with time zone not null,
  placed_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint orders_discount_minor_check CHECK ((discount_minor >= 0)),
  constraint orders_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint orders_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint orders_number_check CHECK ((number ~ '^(T-[0-9]{6,15}|[0-9]{4}-[0-9]{6,12})$'::text)),
  constraint orders_number_key UNIQUE (number),
  constraint orders_payment_status_check CHECK ((payment_status = ANY (ARRAY['pending'::text, 'authorized'::text, 'paid'::text, 'failed'::text, 'partiallyRefunded'::text, 'refunded'::text]))),
  constraint orders_pkey PRIMARY KEY (id),
  constraint orders_return_path_check CHECK (((return_path ~~ '/%'::text) AND (return_path !~~ '//%'::text))),
  constraint orders_shipping_minor_check CHECK ((shipping_minor >= 0)),
  constraint orders_status_check CHECK ((status = ANY (ARRAY['pendingPayment'::text, 'processing'::text, 'shipped'::text, 'delivered'::text, 'cancelled'::text]))),
  constraint orders_subtotal_minor_check CHECK ((subtotal_minor >= 0)),
  constraint orders_tax_minor_check CHECK ((tax_minor >= 0)),
  constraint orders_total_adds_up CHECK ((total_minor = (((subtotal_minor - discount_minor) + shipping_minor) +
CASE
    WHEN tax_included THEN (0)::bigint
    ELSE tax_minor
END))),
  constraint orders_total_minor_check CHECK ((total_minor >= 0)));
CREATE INDEX orders_customer ON orders.orders USING btree (customer_id, placed_at DESC) WHERE (customer_id IS NOT NULL);
CREATE INDEX orders_email ON orders.orders USING btree (lower(email));
CREATE INDEX orders_payment_status ON orders.orders USING btree (payment_status, placed_at DESC, id DESC) WHERE (payment_status <> 'paid'::text);
CREATE INDEX orders_placed_at ON orders.orders USING btree (placed_at DESC, id DESC);
CREATE INDEX orders_reserved_until ON orders.orders USING btree (reserved_until) WHERE (status = 'pendingPayment'::text);
CREATE INDEX orders_status ON orders.orders USING btree (status, placed_at DESC, id DESC);
CREATE TRIGGER orders_begin BEFORE INSERT ON orders.orders FOR EACH ROW WHEN ((new.status <> 'pendingPayment'::text)) EXECUTE FUNCTION orders.guard_new_order();
CREATE TRIGGER orders_guarded BEFORE UPDATE ON orders.orders FOR EACH ROW EXECUTE FUNCTION orders.guard_order();
CREATE TRIGGER orders_kept BEFORE DELETE ON orders.orders FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER orders_not_emptied BEFORE TRUNCATE ON orders.orders FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table orders.refunded_lines (
  order_line_id uuid not null,
  order_id uuid not null,
  ordered integer not null,
  refunded integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint refunded_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint refunded_lines_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES orders.order_lines(id),
  constraint refunded_lines_ordered_check CHECK ((ordered > 0)),
  constraint refunded_lines_pkey PRIMARY KEY (order_line_id),
  constraint refunded_lines_refunded_check CHECK ((refunded > 0)),
  constraint refunded_lines_within_ordered CHECK ((refunded <= ordered)));
CREATE INDEX refunded_lines_order ON orders.refunded_lines USING btree (order_id);
CREATE TRIGGER refunded_lines_guarded BEFORE UPDATE ON orders.refunded_lines FOR EACH ROW EXECUTE FUNCTION orders.guard_refunded_line();
CREATE TRIGGER refunded_lines_kept BEFORE DELETE ON orders.refunded_lines FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table orders.status_edges (
  from_status text not null,
  to_status text not null,
  constraint status_edges_pkey PRIMARY KEY (from_status, to_status));

create table payments.alarms (
  id uuid not null,
  attempt_id uuid not null,
  order_id uuid not null,
  kind text not null,
  said text not null,
  at timestamp with time zone not null,
  constraint alarms_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES payments.payment_attempts(id),
  constraint alarms_attempt_id_kind_said_key UNIQUE (attempt_id, kind, said),
  constraint alarms_kind_check CHECK ((kind = ANY (ARRAY['mismatch'::text, 'captureFailed'::text, 'holdLost'::text]))),
  constraint alarms_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint alarms_pkey PRIMARY KEY (id),
  constraint alarms_said_check CHECK (((length(said) >= 1) AND (length(said) <= 500))));
CREATE INDEX alarms_order ON payments.alarms USING btree (order_id);
CREATE TRIGGER alarms_kept BEFORE DELETE OR UPDATE ON payments.alarms FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table payments.attempt_edges (
  from_status text not null,
  to_status text not null,
  constraint attempt_edges_pkey PRIMARY KEY (from_status, to_status));

create table payments.credit_note_series (
  series text not null,
  latest bigint not null,
  updated_at timestamp with time zone not null,
  constraint credit_note_series_latest_check CHECK ((latest > 0)),
  constraint credit_note_series_pkey PRIMARY KEY (series),
  constraint credit_note_series_series_check CHECK (((length(series) >= 1) AND (length(series) <= 40))));
CREATE TRIGGER credit_note_series_guarded BEFORE UPDATE ON payments.credit_note_series FOR EACH ROW EXECUTE FUNCTION payments.guard_credit_series();
CREATE TRIGGER credit_note_series_kept BEFORE DELETE ON payments.credit_note_series FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER credit_note_series_not_emptied BEFORE TRUNCATE ON payments.credit_note_series FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.credit_notes (
  id uuid not null,
  refund_id uuid not null,
  order_id uuid not null,
  series text not null,
  place bigint not null,
  number text not null,
  currency character(3) not null,
  amount_minor bigint not null,
  tax_minor bigint not null,
  content jsonb not null,
  issued_at timestamp with time zone not null,
  constraint credit_notes_amount_minor_check CHECK ((amount_minor > 0)),
  constraint credit_notes_check CHECK (((tax_minor >= 0) AND (tax_minor <= amount_minor))),
  constraint credit_notes_number_key UNIQUE (number),
  constraint credit_notes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint credit_notes_pkey PRIMARY KEY (id),
  constraint credit_notes_place_check CHECK ((place > 0)),
  constraint credit_notes_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES payments.refunds(id),
  constraint credit_notes_refund_id_key UNIQUE (refund_id),
  constraint credit_notes_series_fkey FOREIGN KEY (series) REFERENCES payments.credit_note_series(series),
  constraint credit_notes_series_place_key UNIQUE (series, place));
CREATE INDEX credit_notes_order ON payments.credit_notes USING btree (order_id);
CREATE TRIGGER credit_notes_kept BEFORE DELETE OR UPDATE ON payments.credit_notes FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER credit_notes_not_emptied BEFORE TRUNCATE ON payments.credit_notes FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.ledger_accounts (
  id uuid not null,
  code text not null,
  name text not null,
  created_at timestamp with time zone not null,
  kind text not null,
  constraint ledger_accounts_code_key UNIQUE (code),
  constraint ledger_accounts_kind_check CHECK ((kind = ANY (ARRAY['asset'::text, 'liability'::text, 'income'::text, 'expense'::text]))),
  constraint ledger_accounts_pkey PRIMARY KEY (id));
CREATE TRIGGER ledger_accounts_kept BEFORE DELETE OR UPDATE ON payments.ledger_accounts FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_accounts_not_emptied BEFORE TRUNCATE ON payments.ledger_accounts FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.ledger_close_accounts (
  day date not null,
  currency character(3) not null,
  account_id uuid not null,
  opening_minor bigint not null,
  gained_minor bigint not null,
  given_minor bigint not null,
  closing_minor bigint not null,
  constraint ledger_close_accounts_account_id_fkey FOREIGN KEY (account_id) REFERENCES payments.ledger_accounts(id),
  constraint ledger_close_accounts_check CHECK ((closing_minor = ((opening_minor + gained_minor) - given_minor))),
  constraint ledger_close_accounts_day_currency_fkey FOREIGN KEY (day, currency) REFERENCES payments.ledger_close_sums(day, currency) DEFERRABLE INITIALLY DEFERRED,
  constraint ledger_close_accounts_gained_minor_check CHECK ((gained_minor >= 0)),
  constraint ledger_close_accounts_given_minor_check CHECK ((given_minor >= 0)),
  constraint ledger_close_accounts_pkey PRIMARY KEY (day, currency, account_id));
CREATE INDEX ledger_close_accounts_account ON payments.ledger_close_accounts USING btree (account_id);
CREATE TRIGGER ledger_close_accounts_kept BEFORE DELETE OR UPDATE ON payments.ledger_close_accounts FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_close_accounts_not_emptied BEFORE TRUNCATE ON payments.ledger_close_accounts FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.ledger_close_sums (
  day date not null,
  currency character(3) not null,
  postings integer not null,
  seal text not null,
  constraint ledger_close_sums_day_fkey FOREIGN KEY (day) REFERENCES payments.ledger_closes(day),
  constraint ledger_close_sums_pkey PRIMARY KEY (day, currency),
  constraint ledger_close_sums_postings_check CHECK ((postings >= 0)),
  constraint ledger_close_sums_seal_check CHECK ((seal ~ '^[0-9a-f]{64}$'::text)));
CREATE TRIGGER ledger_close_sums_kept BEFORE DELETE OR UPDATE ON payments.ledger_close_sums FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_close_sums_not_emptied BEFORE TRUNCATE ON payments.ledger_close_sums FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.ledger_closed (
  transaction_id uuid not null,
  day date not null,
  constraint ledger_closed_day_fkey FOREIGN KEY (day) REFERENCES payments.ledger_closes(day),
  constraint ledger_closed_pkey PRIMARY KEY (transaction_id),
  constraint ledger_closed_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES payments.ledger_transactions(id));
CREATE INDEX ledger_closed_day ON payments.ledger_closed USING btree (day);
CREATE TRIGGER ledger_closed_kept BEFORE DELETE OR UPDATE ON payments.ledger_closed FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_closed_not_emptied BEFORE TRUNCATE ON payments.ledger_closed FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.ledger_closes (
  day date not null,
  ends_at timestamp with time zone not null,
  closed_at timestamp with time zone not null,
  constraint ledger_closes_pkey PRIMARY KEY (day));
CREATE TRIGGER ledger_closes_kept BEFORE DELETE OR UPDATE ON payments.ledger_closes FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_closes_not_emptied BEFORE TRUNCATE ON payments.ledger_closes FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.ledger_entries (
  id uuid not null,
  transaction_id uuid not null,
  account_id uuid not null,
  currency character(3) not null,
  amount_minor bigint not null,
  constraint ledger_entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES payments.ledger_accounts(id),
  constraint ledger_entries_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint ledger_entries_balanced TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint ledger_entries_pkey PRIMARY KEY (id),
  constraint ledger_entries_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES payments.ledger_transactions(id));
CREATE INDEX ledger_entries_account ON payments.ledger_entries USING btree (account_id, currency);
CREATE INDEX ledger_entries_transaction ON payments.ledger_entries USING btree (transaction_id);
CREATE CONSTRAINT TRIGGER ledger_entries_balanced AFTER INSERT ON payments.ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payments.check_entries();
CREATE TRIGGER ledger_entries_kept BEFORE DELETE OR UPDATE ON payments.ledger_entries FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_entries_not_emptied BEFORE TRUNCATE ON payments.ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.ledger_shares (
  id uuid not null default gen_random_uuid(),
  transaction_id uuid not null,
  order_id uuid not null,
  kind text not null,
  order_line_id uuid,
  amount_minor bigint not null,
  constraint ledger_shares_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint ledger_shares_check CHECK (((kind = 'line'::text) = (order_line_id IS NOT NULL))),
  constraint ledger_shares_kind_check CHECK ((kind = ANY (ARRAY['line'::text, 'shipping'::text, 'whole'::text, 'owed'::text]))),
  constraint ledger_shares_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint ledger_shares_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES orders.order_lines(id),
  constraint ledger_shares_pkey PRIMARY KEY (id),
  constraint ledger_shares_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES payments.ledger_transactions(id),
  constraint ledger_shares_transaction_id_kind_order_line_id_key UNIQUE NULLS NOT DISTINCT (transaction_id, kind, order_line_id));
CREATE INDEX ledger_shares_line ON payments.ledger_shares USING btree (order_line_id);
CREATE INDEX ledger_shares_order ON payments.ledger_shares USING btree (order_id);
CREATE TRIGGER ledger_shares_kept BEFORE DELETE OR UPDATE ON payments.ledger_shares FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_shares_not_emptied BEFORE TRUNCATE ON payments.ledger_shares FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.ledger_transactions (
  id uuid not null,
  kind text not null,
  source_id uuid not null,
  order_id uuid not null,
  at timestamp with time zone not null,
  constraint ledger_transactions_kind_check CHECK ((kind = ANY (ARRAY['capture'::text, 'refund'::text, 'fee'::text]))),
  constraint ledger_transactions_kind_source_id_key UNIQUE (kind, source_id),
  constraint ledger_transactions_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint ledger_transactions_pkey PRIMARY KEY (id),
  constraint ledger_transactions_two_sided TRIGGER DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ledger_transactions_at ON payments.ledger_transactions USING btree (at, id);
CREATE INDEX ledger_transactions_order ON payments.ledger_transactions USING btree (order_id);
CREATE TRIGGER ledger_transactions_await_close AFTER INSERT ON payments.ledger_transactions FOR EACH ROW EXECUTE FUNCTION payments.await_close();
CREATE TRIGGER ledger_transactions_kept BEFORE DELETE OR UPDATE ON payments.ledger_transactions FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_transactions_not_emptied BEFORE TRUNCATE ON payments.ledger_transactions FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE CONSTRAINT TRIGGER ledger_transactions_two_sided AFTER INSERT ON payments.ledger_transactions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payments.check_transaction();

create table payments.ledger_unclosed (
  transaction_id uuid not null,
  constraint ledger_unclosed_pkey PRIMARY KEY (transaction_id),
  constraint ledger_unclosed_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES payments.ledger_transactions(id));

create table payments.payment_attempts (
  id uuid not null,
  seq bigint not null,
  payment_id uuid not null,
  order_id uuid not null,
  method text not null,
  provider text not null,
  currency character(3) not null,
  amount_minor bigint not null,
  status text not null,
  provider_reference text,
  decline_reason text,
  next_action jsonb,
  last4 text,
  request_key text,
  ask_at timestamp with time zone not null,
  asked integer not null default 0,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  description text not null default ''::text,
  return_path text not null default '/'::text,
  capture_later boolean not null default false,
  captured_minor bigint not null default 0,
  wanted text,
  wanted_minor bigint,
  fee_minor bigint,
  fee_currency character(3),
  constraint payment_attempts_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payment_attempts_asked_check CHECK ((asked >= 0)),
  constraint payment_attempts_captured_sum CHECK (((status = 'captured'::text) = (captured_minor > 0))),
  constraint payment_attempts_captured_within CHECK (((captured_minor >= 0) AND (captured_minor <= amount_minor))),
  constraint payment_attempts_check CHECK (((wanted_minor >= 1) AND (wanted_minor <= amount_minor))),
  constraint payment_attempts_description_check CHECK ((length(description) <= 200)),
  constraint payment_attempts_last4_check CHECK ((last4 ~ '^[0-9]{4}$'::text)),
  constraint payment_attempts_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint payment_attempts_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments.payments(id),
  constraint payment_attempts_pkey PRIMARY KEY (id),
  constraint payment_attempts_provider_reference_key UNIQUE (provider_reference),
  constraint payment_attempts_return_path_check CHECK ((return_path ~~ '/%'::text)),
  constraint payment_attempts_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'unknown'::text, 'challenged'::text, 'authorized'::text, 'captured'::text, 'declined'::text, 'voided'::text]))),
  constraint payment_attempts_wanted_check CHECK ((wanted = ANY (ARRAY['capture'::text, 'void'::text]))),
  constraint payment_attempts_whole_fee CHECK (((fee_minor IS NULL) = (fee_currency IS NULL))),
  constraint payment_attempts_whole_wish CHECK ((((wanted = 'capture'::text) IS TRUE) = (wanted_minor IS NOT NULL))));
CREATE UNIQUE INDEX payment_attempts_one_open ON payments.payment_attempts USING btree (payment_id) WHERE (status = ANY (ARRAY['pending'::text, 'unknown'::text, 'challenged'::text]));
CREATE INDEX payment_attempts_open ON payments.payment_attempts USING btree (ask_at) WHERE (status = ANY (ARRAY['pending'::text, 'unknown'::text, 'challenged'::text, 'authorized'::text]));
CREATE INDEX payment_attempts_order ON payments.payment_attempts USING btree (order_id);
CREATE INDEX payment_attempts_payment ON payments.payment_attempts USING btree (payment_id, seq);
CREATE TRIGGER payment_attempts_captured BEFORE INSERT OR UPDATE OF status ON payments.payment_attempts FOR EACH ROW WHEN (((new.status = 'captured'::text) AND (new.captured_minor = 0))) EXECUTE FUNCTION payments.set_captured();
CREATE TRIGGER payment_attempts_guarded BEFORE UPDATE ON payments.payment_attempts FOR EACH ROW EXECUTE FUNCTION payments.guard_attempt();
CREATE TRIGGER payment_attempts_kept BEFORE DELETE ON payments.payment_attempts FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table payments.payment_edges (
  from_status text not null,
  to_status text not null,
  constraint payment_edges_pkey PRIMARY KEY (from_status, to_status));

create table payments.payments (
  id uuid not null,
  order_id uuid not null,
  method text not null,
  provider text not null,
  currency character(3) not null,
  amount_minor bigint not null,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  status text not null,
  called_off_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint payments_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint payments_captured_minor_check CHECK ((captured_minor >= 0)),
  constraint payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint payments_order_id_key UNIQUE (order_id),
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments_refunded_within_captured CHECK (((refunded_minor >= 0) AND (refunded_minor <= captured_minor))),
  constraint payments_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'authorized'::text, 'paid'::text, 'failed'::text, 'partiallyRefunded'::text, 'refunded'::text]))));
CREATE TRIGGER payments_guarded BEFORE UPDATE ON payments.payments FOR EACH ROW EXECUTE FUNCTION payments.guard_payment();
CREATE TRIGGER payments_kept BEFORE DELETE ON payments.payments FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table payments.refund_edges (
  from_status text not null,
  to_status text not null,
  constraint refund_edges_pkey PRIMARY KEY (from_status, to_status));

create table payments.refund_parts (
  id uuid not null default gen_random_uuid(),
  refund_id uuid not null,
  order_id uuid not null,
  kind text not null,
  order_line_id uuid,
  quantity integer,
  amount_minor bigint not null,
  constraint refund_parts_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint refund_parts_check CHECK (((kind = 'line'::text) = (order_line_id IS NOT NULL))),
  constraint refund_parts_check1 CHECK (((kind = 'line'::text) = (quantity IS NOT NULL))),
  constraint refund_parts_kind_check CHECK ((kind = ANY (ARRAY['line'::text, 'shipping'::text]))),
  constraint refund_parts_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint refund_parts_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES orders.order_lines(id),
  constraint refund_parts_pkey PRIMARY KEY (id),
  constraint refund_parts_quantity_check CHECK ((quantity > 0)),
  constraint refund_parts_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES payments.refunds(id),
  constraint refund_parts_refund_id_kind_order_line_id_key UNIQUE NULLS NOT DISTINCT (refund_id, kind, order_line_id));
CREATE INDEX refund_parts_line ON payments.refund_parts USING btree (order_line_id);
CREATE INDEX refund_parts_order ON payments.refund_parts USING btree (order_id);
CREATE TRIGGER refund_parts_kept BEFORE DELETE OR UPDATE ON payments.refund_parts FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER refund_parts_not_emptied BEFORE TRUNCATE ON payments.refund_parts FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.refunds (
  id uuid not null,
  attempt_id uuid not null,
  payment_id uuid not null,
  order_id uuid not null,
  currency character(3) not null,
  amount_minor bigint not null,
  status text not null,
  reason text not null,
  by_whom text not null,
  provider_reference text,
  error text,
  tries integer not null default 0,
  due_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint refunds_amount_minor_check CHECK ((amount_minor > 0)),
  constraint refunds_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES payments.payment_attempts(id),
  constraint refunds_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments.payments(id),
  constraint refunds_pkey PRIMARY KEY (id),
  constraint refunds_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint refunds_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'succeeded'::text, 'failed'::text]))),
  constraint refunds_tries_check CHECK ((tries >= 0)));
CREATE INDEX refunds_attempt ON payments.refunds USING btree (attempt_id);
CREATE INDEX refunds_due ON payments.refunds USING btree (due_at) WHERE (status = 'pending'::text);
CREATE INDEX refunds_order ON payments.refunds USING btree (order_id);
CREATE INDEX refunds_payment ON payments.refunds USING btree (payment_id);
CREATE TRIGGER refunds_kept BEFORE DELETE ON payments.refunds FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER refunds_settled BEFORE UPDATE ON payments.refunds FOR EACH ROW EXECUTE FUNCTION payments.guard_settled_refund();
CREATE TRIGGER refunds_within_captured BEFORE INSERT OR UPDATE OF status, amount_minor, attempt_id ON payments.refunds FOR EACH ROW EXECUTE FUNCTION payments.guard_refund();

create table payments.refunds_without_note (
  refund_id uuid not null,
  constraint refunds_without_note_pkey PRIMARY KEY (refund_id),
  constraint refunds_without_note_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES payments.refunds(id));
CREATE TRIGGER refunds_without_note_kept BEFORE INSERT OR DELETE OR UPDATE ON payments.refunds_without_note FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER refunds_without_note_not_emptied BEFORE TRUNCATE ON payments.refunds_without_note FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

create table payments.webhook_inbox (
  id uuid not null,
  provider text not null,
  event_id text not null,
  payload text not null,
  received_at timestamp with time zone not null,
  processed_at timestamp with time zone,
  outcome text,
  constraint webhook_inbox_event_id_check CHECK (((length(event_id) >= 1) AND (length(event_id) <= 200))),
  constraint webhook_inbox_pkey PRIMARY KEY (id),
  constraint webhook_inbox_provider_event_id_key UNIQUE (provider, event_id));
CREATE INDEX webhook_inbox_unprocessed ON payments.webhook_inbox USING btree (received_at) WHERE (processed_at IS NULL);

create table platform.deliveries (
  event_id uuid not null,
  subscriber text not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  error text,
  dead_at timestamp with time zone,
  constraint deliveries_attempts_check CHECK ((attempts >= 0)),
  constraint deliveries_event_id_fkey FOREIGN KEY (event_id) REFERENCES platform.events(id),
  constraint deliveries_pkey PRIMARY KEY (event_id, subscriber));
CREATE INDEX deliveries_dead ON platform.deliveries USING btree (dead_at) WHERE (dead_at IS NOT NULL);
CREATE INDEX deliveries_due_subscriber ON platform.deliveries USING btree (subscriber, due_at, event_id) WHERE (dead_at IS NULL);

create table platform.events (
  id uuid not null,
  type text not null,
  payload jsonb not null,
  occurred_at timestamp with time zone not null,
  correlation text not null default ''::text,
  constraint events_pkey PRIMARY KEY (id));
CREATE INDEX events_occurred_at ON platform.events USING btree (occurred_at);

create table platform.idempotency_keys (
  route text not null,
  caller text not null,
  key text not null,
  body_hash text not null,
  answer jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (route, caller, key));
CREATE INDEX idempotency_keys_created_at ON platform.idempotency_keys USING btree (created_at);

create table platform.schema_stamp (
  stamp text not null,
  constraint schema_stamp_pkey PRIMARY KEY (stamp));

create table platform.settings (
  key text not null,
  value jsonb not null,
  updated_at timestamp with time zone not null,
  constraint settings_pkey PRIMARY KEY (key));

create table pricing.customer_group_members (
  group_id uuid not null,
  user_id uuid not null,
  email text not null,
  added_at timestamp with time zone not null,
  constraint customer_group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES pricing.customer_groups(id) ON DELETE CASCADE,
  constraint customer_group_members_pkey PRIMARY KEY (group_id, user_id),
  constraint customer_group_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX customer_group_members_added ON pricing.customer_group_members USING btree (group_id, added_at DESC);
CREATE INDEX customer_group_members_user ON pricing.customer_group_members USING btree (user_id);

create table pricing.customer_groups (
  id uuid not null,
  code text not null,
  name text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint customer_groups_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  constraint customer_groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint customer_groups_pkey PRIMARY KEY (id));
CREATE UNIQUE INDEX customer_groups_code ON pricing.customer_groups USING btree (code);

create table pricing.delivery_calendar (
  id integer not null,
  cut_off time without time zone not null,
  handling_days integer not null,
  working_days integer[] not null,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  constraint delivery_calendar_handling_days_check CHECK (((handling_days >= 0) AND (handling_days <= 60))),
  constraint delivery_calendar_id_check CHECK ((id = 1)),
  constraint delivery_calendar_pkey PRIMARY KEY (id),
  constraint delivery_calendar_working_days_check CHECK ((((cardinality(working_days) >= 1) AND (cardinality(working_days) <= 7)) AND (1 <= ALL (working_days)) AND (7 >= ALL (working_days)))));

create table pricing.delivery_holidays (
  day date not null,
  name text not null,
  constraint delivery_holidays_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint delivery_holidays_pkey PRIMARY KEY (day));

create table pricing.promotion_codes (
  id uuid not null,
  promotion_id uuid not null,
  code text not null,
  usage_limit integer not null,
  used integer not null default 0,
  created_at timestamp with time zone not null,
  constraint promotion_codes_code_check CHECK ((((length(code) >= 4) AND (length(code) <= 60)) AND (code = upper(code)))),
  constraint promotion_codes_pkey PRIMARY KEY (id),
  constraint promotion_codes_promotion_id_fkey FOREIGN KEY (promotion_id) REFERENCES pricing.promotions(id),
  constraint promotion_codes_usage_limit CHECK (((used >= 0) AND (used <= usage_limit))),
  constraint promotion_codes_usage_limit_check CHECK ((usage_limit > 0)));
CREATE UNIQUE INDEX promotion_codes_code ON pricing.promotion_codes USING btree (code);
CREATE INDEX promotion_codes_promotion ON pricing.promotion_codes USING btree (promotion_id, id);

create table pricing.promotion_customers (
  promotion_id uuid not null,
  customer_key bytea not null,
  used integer not null,
  at_most integer not null,
  constraint promotion_customers_customer_key_check CHECK ((length(customer_key) = 32)),
  constraint promotion_customers_limit CHECK (((used >= 0) AND (used <= at_most))),
  constraint promotion_customers_pkey PRIMARY KEY (promotion_id, customer_key),
  constraint promotion_customers_promotion_id_fkey FOREIGN KEY (promotion_id) REFERENCES pricing.promotions(id));

create table pricing.promotion_uses (
  id uuid not null,
  promotion_id uuid not null,
  code_id uuid,
  code text,
  order_id uuid not null,
  customer_key bytea not null,
  amount_minor bigint not null,
  order_total_minor bigint not null,
  currency character(3) not null,
  used_at timestamp with time zone not null,
  given_back_at timestamp with time zone,
  constraint promotion_uses_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint promotion_uses_code_id_fkey FOREIGN KEY (code_id) REFERENCES pricing.promotion_codes(id),
  constraint promotion_uses_customer_key_check CHECK ((length(customer_key) = 32)),
  constraint promotion_uses_order_total_minor_check CHECK ((order_total_minor >= 0)),
  constraint promotion_uses_pkey PRIMARY KEY (id),
  constraint promotion_uses_promotion_id_fkey FOREIGN KEY (promotion_id) REFERENCES pricing.promotions(id));
CREATE INDEX promotion_uses_code ON pricing.promotion_uses USING btree (code_id) WHERE (code_id IS NOT NULL);
CREATE UNIQUE INDEX promotion_uses_order ON pricing.promotion_uses USING btree (order_id, promotion_id);
CREATE INDEX promotion_uses_promotion ON pricing.promotion_uses USING btree (promotion_id, used_at DESC, id);

create table pricing.promotions (
  id uuid not null,
  name text not null,
  code text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  priority integer not null,
  combinable boolean not null,
  usage_limit integer,
  per_customer_limit integer,
  conditions jsonb not null,
  benefit jsonb not null,
  active boolean not null,
  requires_code boolean not null,
  badge text,
  show_countdown boolean not null,
  used integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint promotions_badge_check CHECK (((length(badge) >= 1) AND (length(badge) <= 40))),
  constraint promotions_benefit_check CHECK ((jsonb_typeof(benefit) = 'object'::text)),
  constraint promotions_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint promotions_conditions_check CHECK ((jsonb_typeof(conditions) = 'array'::text)),
  constraint promotions_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint promotions_per_customer_limit_check CHECK ((per_customer_limit > 0)),
  constraint promotions_pkey PRIMARY KEY (id),
  constraint promotions_usage_limit CHECK (((usage_limit IS NULL) OR (used <= usage_limit))),
  constraint promotions_usage_limit_check CHECK ((usage_limit > 0)),
  constraint promotions_used_check CHECK ((used >= 0)),
  constraint promotions_window CHECK ((starts_at < ends_at)));
CREATE UNIQUE INDEX promotions_code ON pricing.promotions USING btree (lower(code)) WHERE ((deleted_at IS NULL) AND (code IS NOT NULL));
CREATE INDEX promotions_created_at ON pricing.promotions USING btree (created_at DESC, id);

create table pricing.shipping_methods (
  id uuid not null,
  code text not null,
  name text not null,
  base_price_minor bigint not null,
  per_kg_minor bigint not null,
  free_over_minor bigint,
  currency character(3) not null,
  min_days integer not null,
  max_days integer not null,
  countries text[],
  active boolean not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  volumetric_divisor integer,
  max_weight_grams bigint,
  max_side_mm integer,
  max_girth_mm integer,
  origin_location_id uuid,
  constraint shipping_methods_base_price_minor_check CHECK ((base_price_minor >= 0)),
  constraint shipping_methods_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  constraint shipping_methods_code_key UNIQUE (code),
  constraint shipping_methods_countries_check CHECK ((cardinality(countries) > 0)),
  constraint shipping_methods_days CHECK ((min_days <= max_days)),
  constraint shipping_methods_free_over_minor_check CHECK ((free_over_minor >= 0)),
  constraint shipping_methods_max_days_check CHECK (((max_days >= 0) AND (max_days <= 365))),
  constraint shipping_methods_max_girth_mm_check CHECK ((max_girth_mm > 0)),
  constraint shipping_methods_max_side_mm_check CHECK ((max_side_mm > 0)),
  constraint shipping_methods_max_weight_grams_check CHECK ((max_weight_grams > 0)),
  constraint shipping_methods_min_days_check CHECK (((min_days >= 0) AND (min_days <= 365))),
  constraint shipping_methods_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint shipping_methods_origin_location_id_fkey FOREIGN KEY (origin_location_id) REFERENCES inventory.locations(id),
  constraint shipping_methods_per_kg_minor_check CHECK ((per_kg_minor >= 0)),
  constraint shipping_methods_pkey PRIMARY KEY (id),
  constraint shipping_methods_volumetric_divisor_check CHECK (((volumetric_divisor >= 1) AND (volumetric_divisor <= 1000000))));
CREATE INDEX shipping_methods_origin ON pricing.shipping_methods USING btree (origin_location_id);

create table pricing.shipping_zones (
  id uuid not null,
  method_id uuid not null,
  position integer not null,
  name text not null,
  places text[],
  basis text not null,
  base_price_minor bigint not null,
  per_kg_minor bigint not null,
  rate_bounds bigint[] not null,
  rate_prices_minor bigint[] not null,
  free_over_minor bigint,
  never_free boolean not null,
  min_days integer,
  max_days integer,
  constraint shipping_zones_base_price_minor_check CHECK ((base_price_minor >= 0)),
  constraint shipping_zones_basis_check CHECK ((basis = ANY (ARRAY['flat'::text, 'formula'::text, 'weight'::text, 'price'::text]))),
  constraint shipping_zones_days CHECK ((((min_days IS NULL) = (max_days IS NULL)) AND (min_days <= max_days))),
  constraint shipping_zones_free_over_minor_check CHECK ((free_over_minor >= 0)),
  constraint shipping_zones_max_days_check CHECK (((max_days >= 0) AND (max_days <= 365))),
  constraint shipping_zones_method_id_fkey FOREIGN KEY (method_id) REFERENCES pricing.shipping_methods(id) ON DELETE CASCADE,
  constraint shipping_zones_min_days_check CHECK (((min_days >= 0) AND (min_days <= 365))),
  constraint shipping_zones_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint shipping_zones_per_kg_minor_check CHECK ((per_kg_minor >= 0)),
  constraint shipping_zones_pkey PRIMARY KEY (id),
  constraint shipping_zones_places_check CHECK ((array_position(places, NULL::text) IS NULL)),
  constraint shipping_zones_position UNIQUE (method_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint shipping_zones_position_check CHECK (("position" >= 0)),
  constraint shipping_zones_rate_bounds_check CHECK (((array_position(rate_bounds, NULL::bigint) IS NULL) AND (0 <= ALL (rate_bounds)))),
  constraint shipping_zones_rate_prices_minor_check CHECK (((array_position(rate_prices_minor, NULL::bigint) IS NULL) AND (0 <= ALL (rate_prices_minor)))),
  constraint shipping_zones_rates CHECK ((cardinality(rate_bounds) = cardinality(rate_prices_minor))));
CREATE UNIQUE INDEX shipping_zones_name ON pricing.shipping_zones USING btree (method_id, name);

create table pricing.special_prices (
  id uuid not null,
  variant_id uuid not null,
  customer_group text,
  min_quantity integer not null default 1,
  currency character(3) not null,
  price_minor bigint not null,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint special_prices_check CHECK ((ends_at > starts_at)),
  constraint special_prices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint special_prices_customer_group_check CHECK ((customer_group ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  constraint special_prices_min_quantity_check CHECK (((min_quantity >= 1) AND (min_quantity <= 999))),
  constraint special_prices_pkey PRIMARY KEY (id),
  constraint special_prices_price_minor_check CHECK ((price_minor >= 0)),
  constraint special_prices_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id));
CREATE INDEX special_prices_group ON pricing.special_prices USING btree (customer_group, variant_id);
CREATE UNIQUE INDEX special_prices_key ON pricing.special_prices USING btree (variant_id, currency, customer_group, min_quantity, starts_at) NULLS NOT DISTINCT;

create table pricing.tax_classes (
  id uuid not null,
  code text not null,
  name text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint tax_classes_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  constraint tax_classes_code_key UNIQUE (code),
  constraint tax_classes_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint tax_classes_pkey PRIMARY KEY (id));
CREATE TRIGGER keep_standard_class BEFORE DELETE ON pricing.tax_classes FOR EACH ROW WHEN ((old.code = 'standard'::text)) EXECUTE FUNCTION pricing.keep_standard_class();

create table pricing.tax_exemptions (
  id uuid not null,
  user_id uuid not null,
  number text not null,
  country text not null,
  state text,
  valid_from date,
  valid_until date,
  note text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint tax_exemptions_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint tax_exemptions_days CHECK ((valid_from <= valid_until)),
  constraint tax_exemptions_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint tax_exemptions_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100))),
  constraint tax_exemptions_pkey PRIMARY KEY (id),
  constraint tax_exemptions_state_check CHECK (((length(state) >= 1) AND (length(state) <= 10))),
  constraint tax_exemptions_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.users(id) ON DELETE CASCADE);
CREATE INDEX tax_exemptions_user ON pricing.tax_exemptions USING btree (user_id);

create table pricing.tax_rates (
  id uuid not null,
  name text not null,
  country text not null,
  state text,
  percent numeric(7,4) not null,
  applies_to_shipping boolean not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  tax_class text default 'standard'::text,
  postal_codes text[],
  except_postal_codes text[],
  constraint tax_rates_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint tax_rates_except_postal_codes_check CHECK ((cardinality(except_postal_codes) > 0)),
  constraint tax_rates_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint tax_rates_percent_check CHECK (((percent >= (0)::numeric) AND (percent <= (100)::numeric))),
  constraint tax_rates_pkey PRIMARY KEY (id),
  constraint tax_rates_postal_codes_check CHECK ((cardinality(postal_codes) > 0)),
  constraint tax_rates_state_check CHECK (((length(state) >= 1) AND (length(state) <= 10))),
  constraint tax_rates_tax_class_fkey FOREIGN KEY (tax_class) REFERENCES pricing.tax_classes(code));
CREATE INDEX tax_rates_class ON pricing.tax_rates USING btree (tax_class);
CREATE UNIQUE INDEX tax_rates_name ON pricing.tax_rates USING btree (country, COALESCE(state, ''::text), COALESCE(tax_class, '*'::text), COALESCE(hash_array_extended(postal_codes, (0)::bigint), (0)::bigint), lower(name));

create table returns.held_units (
  order_line_id uuid not null,
  order_id uuid not null,
  ordered integer not null,
  held integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint held_units_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint held_units_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES orders.order_lines(id),
  constraint held_units_ordered_check CHECK ((ordered > 0)),
  constraint held_units_pkey PRIMARY KEY (order_line_id),
  constraint held_units_within_ordered CHECK (((held >= 0) AND (held <= ordered))));
CREATE INDEX held_units_order ON returns.held_units USING btree (order_id);

create table returns.inspections (
  id uuid not null,
  return_line_id uuid not null,
  quantity integer not null,
  condition text not null,
  restock boolean not null,
  by_whom text not null,
  created_at timestamp with time zone not null,
  constraint inspections_condition_check CHECK ((condition = ANY (ARRAY['asNew'::text, 'opened'::text, 'used'::text, 'damaged'::text, 'unusable'::text]))),
  constraint inspections_pkey PRIMARY KEY (id),
  constraint inspections_quantity_check CHECK ((quantity > 0)),
  constraint inspections_return_line_id_fkey FOREIGN KEY (return_line_id) REFERENCES returns.return_lines(id));
CREATE INDEX inspections_line ON returns.inspections USING btree (return_line_id);
CREATE TRIGGER inspections_kept BEFORE DELETE OR UPDATE ON returns.inspections FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER inspections_within_line AFTER INSERT ON returns.inspections FOR EACH ROW EXECUTE FUNCTION returns.guard_inspection();

create table returns.photos (
  id uuid not null,
  return_id uuid not null,
  media_type text not null,
  bytes bytea not null,
  created_at timestamp with time zone not null,
  constraint photos_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 6000000))),
  constraint photos_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text]))),
  constraint photos_pkey PRIMARY KEY (id),
  constraint photos_return_id_fkey FOREIGN KEY (return_id) REFERENCES returns.returns(id));
CREATE INDEX photos_return ON returns.photos USING btree (return_id, created_at);

create table returns.return_events (
  id uuid not null,
  return_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  event text not null,
  by_whom text not null,
  note text,
  status text,
  constraint return_events_by_whom_check CHECK (((length(by_whom) >= 1) AND (length(by_whom) <= 320))),
  constraint return_events_event_check CHECK (((length(event) >= 1) AND (length(event) <= 60))),
  constraint return_events_note_check CHECK ((length(note) <= 2000)),
  constraint return_events_pkey PRIMARY KEY (id),
  constraint return_events_return_id_fkey FOREIGN KEY (return_id) REFERENCES returns.returns(id));
CREATE INDEX return_events_return ON returns.return_events USING btree (return_id, seq);
CREATE TRIGGER return_events_kept BEFORE DELETE OR UPDATE ON returns.return_events FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table returns.return_lines (
  id uuid not null,
  return_id uuid not null,
  order_line_id uuid not null,
  position integer not null,
  product_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  name text not null,
  image_url text,
  weight_grams integer,
  quantity integer not null,
  reason text not null,
  fee_percent numeric(5,2) not null,
  currency character(3) not null,
  worth_minor bigint not null,
  created_at timestamp with time zone not null,
  constraint return_lines_fee_percent_check CHECK (((fee_percent >= (0)::numeric) AND (fee_percent <= (100)::numeric))),
  constraint return_lines_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES orders.order_lines(id),
  constraint return_lines_pkey PRIMARY KEY (id),
  constraint return_lines_position_check CHECK (("position" >= 0)),
  constraint return_lines_quantity_check CHECK ((quantity > 0)),
  constraint return_lines_reason_check CHECK ((reason = ANY (ARRAY['damaged'::text, 'wrongItem'::text, 'notAsDescribed'::text, 'tooBig'::text, 'tooSmall'::text, 'changedMind'::text, 'other'::text, 'withdrawal'::text]))),
  constraint return_lines_return_id_fkey FOREIGN KEY (return_id) REFERENCES returns.returns(id),
  constraint return_lines_return_id_order_line_id_key UNIQUE (return_id, order_line_id),
  constraint return_lines_worth_minor_check CHECK ((worth_minor >= 0)));
CREATE INDEX return_lines_order_line ON returns.return_lines USING btree (order_line_id);
CREATE TRIGGER return_lines_kept BEFORE DELETE OR UPDATE ON returns.return_lines FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table returns.returns (
  id uuid not null,
  number text not null,
  order_id uuid not null,
  order_number text not null,
  customer_id uuid,
  customer_name text not null,
  kind text not null,
  status text not null,
  comment text,
  statement text,
  shop_pays boolean not null,
  refuse_reason text,
  sent_carrier text,
  sent_tracking text,
  decision text,
  decision_note text,
  currency character(3) not null,
  refund_minor bigint,
  requested_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint returns_closed_with_a_decision CHECK (((status = 'closed'::text) = ((decision IS NOT NULL) AND (refund_minor IS NOT NULL)))),
  constraint returns_comment_check CHECK ((length(comment) <= 2000)),
  constraint returns_decision_check CHECK ((decision = ANY (ARRAY['full'::text, 'part'::text, 'none'::text]))),
  constraint returns_decision_note_check CHECK ((length(decision_note) <= 500)),
  constraint returns_kind_check CHECK ((kind = ANY (ARRAY['return'::text, 'withdrawal'::text]))),
  constraint returns_number_check CHECK ((number ~ '^R-[0-9]{6,15}$'::text)),
  constraint returns_number_key UNIQUE (number),
  constraint returns_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint returns_pkey PRIMARY KEY (id),
  constraint returns_refund_minor_check CHECK ((refund_minor >= 0)),
  constraint returns_refuse_reason_check CHECK (((length(refuse_reason) >= 1) AND (length(refuse_reason) <= 500))),
  constraint returns_refused_with_a_reason CHECK (((status = 'refused'::text) = (refuse_reason IS NOT NULL))),
  constraint returns_sent_carrier_check CHECK ((length(sent_carrier) <= 100)),
  constraint returns_sent_tracking_check CHECK ((length(sent_tracking) <= 100)),
  constraint returns_statement_check CHECK (((length(statement) >= 1) AND (length(statement) <= 2000))),
  constraint returns_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'approved'::text, 'refused'::text, 'inTransit'::text, 'received'::text, 'inspected'::text, 'closed'::text, 'cancelled'::text]))),
  constraint returns_withdrawals_say_so CHECK (((kind = 'withdrawal'::text) = (statement IS NOT NULL))));
CREATE INDEX returns_customer ON returns.returns USING btree (customer_id, requested_at DESC) WHERE (customer_id IS NOT NULL);
CREATE INDEX returns_order ON returns.returns USING btree (order_id);
CREATE INDEX returns_requested_at ON returns.returns USING btree (requested_at DESC, id);
CREATE INDEX returns_status ON returns.returns USING btree (status, requested_at DESC);
CREATE TRIGGER returns_begin BEFORE INSERT ON returns.returns FOR EACH ROW WHEN ((new.status <> 'requested'::text)) EXECUTE FUNCTION returns.guard_new_return();
CREATE TRIGGER returns_guarded BEFORE UPDATE ON returns.returns FOR EACH ROW EXECUTE FUNCTION returns.guard_return();
CREATE TRIGGER returns_kept BEFORE DELETE ON returns.returns FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table returns.status_edges (
  from_status text not null,
  to_status text not null,
  constraint status_edges_pkey PRIMARY KEY (from_status, to_status));

create table shipping.courier_inbox (
  id uuid not null,
  courier text not null,
  event_id text not null,
  payload text not null,
  received_at timestamp with time zone not null,
  processed_at timestamp with time zone,
  outcome text,
  constraint courier_inbox_courier_event_id_key UNIQUE (courier, event_id),
  constraint courier_inbox_event_id_check CHECK (((length(event_id) >= 1) AND (length(event_id) <= 200))),
  constraint courier_inbox_pkey PRIMARY KEY (id));
CREATE INDEX courier_inbox_waiting ON shipping.courier_inbox USING btree (received_at) WHERE (processed_at IS NULL);

create table shipping.courier_labels (
  shipment_id uuid not null,
  format text not null,
  content bytea not null,
  created_at timestamp with time zone not null,
  constraint courier_labels_content_check CHECK (((length(content) >= 1) AND (length(content) <= 5000000))),
  constraint courier_labels_format_check CHECK ((format = ANY (ARRAY['png'::text, 'zpl'::text]))),
  constraint courier_labels_pkey PRIMARY KEY (shipment_id, format),
  constraint courier_labels_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipping.shipments(id));
CREATE TRIGGER courier_labels_kept BEFORE DELETE OR UPDATE ON shipping.courier_labels FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table shipping.demo_parcels (
  id uuid not null,
  tracking_number text not null,
  service text not null,
  from_city text not null,
  to_city text not null,
  ending text not null,
  history jsonb not null,
  weight_grams integer not null,
  bought_at timestamp with time zone,
  next_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint demo_parcels_ending_check CHECK ((ending = ANY (ARRAY['delivered'::text, 'exception'::text, 'returned'::text]))),
  constraint demo_parcels_pkey PRIMARY KEY (id),
  constraint demo_parcels_tracking_number_key UNIQUE (tracking_number),
  constraint demo_parcels_weight_grams_check CHECK ((weight_grams > 0)));
CREATE INDEX demo_parcels_next ON shipping.demo_parcels USING btree (next_at) WHERE (next_at IS NOT NULL);

create table shipping.return_labels (
  id uuid not null,
  reference text not null,
  order_id uuid not null,
  carrier text not null,
  tracking_number text not null,
  sender jsonb not null,
  recipient jsonb not null,
  weight_grams integer not null,
  created_at timestamp with time zone not null,
  constraint return_labels_carrier_check CHECK (((length(carrier) >= 1) AND (length(carrier) <= 100))),
  constraint return_labels_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint return_labels_pkey PRIMARY KEY (id),
  constraint return_labels_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100))),
  constraint return_labels_reference_key UNIQUE (reference),
  constraint return_labels_tracking_number_check CHECK (((length(tracking_number) >= 1) AND (length(tracking_number) <= 100))),
  constraint return_labels_tracking_number_key UNIQUE (tracking_number),
  constraint return_labels_weight_grams_check CHECK ((weight_grams > 0)));
CREATE INDEX return_labels_order ON shipping.return_labels USING btree (order_id);
CREATE TRIGGER return_labels_kept BEFORE DELETE OR UPDATE ON shipping.return_labels FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table shipping.shipment_lines (
  id uuid not null,
  shipment_id uuid not null,
  order_line_id uuid not null,
  quantity integer not null,
  created_at timestamp with time zone not null,
  constraint shipment_lines_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES orders.order_lines(id),
  constraint shipment_lines_pkey PRIMARY KEY (id),
  constraint shipment_lines_quantity_check CHECK ((quantity > 0)),
  constraint shipment_lines_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipping.shipments(id),
  constraint shipment_lines_shipment_id_order_line_id_key UNIQUE (shipment_id, order_line_id));
CREATE INDEX shipment_lines_order_line ON shipping.shipment_lines USING btree (order_line_id);
CREATE TRIGGER shipment_lines_kept BEFORE DELETE OR UPDATE ON shipping.shipment_lines FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table shipping.shipments (
  id uuid not null,
  order_id uuid not null,
  carrier text not null,
  service text,
  tracking_number text,
  assigned boolean not null,
  status text not null,
  by_whom text not null,
  shipped_at timestamp with time zone,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  order_number text,
  courier text,
  courier_reference text,
  tracking_url text,
  location_id uuid,
  sender jsonb,
  recipient jsonb,
  weight_grams integer,
  length_mm integer,
  width_mm integer,
  height_mm integer,
  cost_minor bigint,
  currency character(3),
  problem text,
  packed_at timestamp with time zone,
  due_on date,
  last_event_at timestamp with time zone,
  ask_at timestamp with time zone,
  asked integer not null,
  constraint shipments_carrier_check CHECK (((length(carrier) >= 1) AND (length(carrier) <= 100))),
  constraint shipments_cost CHECK (((cost_minor IS NULL) = (currency IS NULL))),
  constraint shipments_cost_minor_check CHECK ((cost_minor >= 0)),
  constraint shipments_courier_check CHECK (((length(courier) >= 1) AND (length(courier) <= 40))),
  constraint shipments_courier_reference_check CHECK (((length(courier_reference) >= 1) AND (length(courier_reference) <= 200))),
  constraint shipments_delivered_has_time CHECK (((status = 'delivered'::text) = (delivered_at IS NOT NULL))),
  constraint shipments_height_mm_check CHECK ((height_mm > 0)),
  constraint shipments_left_the_house CHECK (((shipped_at IS NULL) = (status = ANY (ARRAY['buying'::text, 'packed'::text, 'voiding'::text, 'voided'::text])))),
  constraint shipments_length_mm_check CHECK ((length_mm > 0)),
  constraint shipments_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id),
  constraint shipments_numbered CHECK (((tracking_number IS NOT NULL) OR (status = ANY (ARRAY['buying'::text, 'voiding'::text, 'voided'::text])))),
  constraint shipments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id),
  constraint shipments_pkey PRIMARY KEY (id),
  constraint shipments_problem_check CHECK ((length(problem) <= 500)),
  constraint shipments_service_check CHECK (((length(service) >= 1) AND (length(service) <= 100))),
  constraint shipments_status CHECK ((status = ANY (ARRAY['buying'::text, 'packed'::text, 'voiding'::text, 'voided'::text, 'inTransit'::text, 'outForDelivery'::text, 'exception'::text, 'delivered'::text, 'returned'::text]))),
  constraint shipments_tracking_number_check CHECK (((length(tracking_number) >= 1) AND (length(tracking_number) <= 100))),
  constraint shipments_tracking_url_check CHECK ((length(tracking_url) <= 1000)),
  constraint shipments_weight_grams_check CHECK ((weight_grams > 0)),
  constraint shipments_width_mm_check CHECK ((width_mm > 0)));
CREATE INDEX shipments_ask ON shipping.shipments USING btree (ask_at) WHERE (ask_at IS NOT NULL);
CREATE UNIQUE INDEX shipments_assigned_number ON shipping.shipments USING btree (tracking_number) WHERE assigned;
CREATE UNIQUE INDEX shipments_courier_number ON shipping.shipments USING btree (courier, tracking_number) WHERE (courier IS NOT NULL);
CREATE INDEX shipments_delivered ON shipping.shipments USING btree (delivered_at) WHERE (delivered_at IS NOT NULL);
CREATE INDEX shipments_location ON shipping.shipments USING btree (location_id);
CREATE INDEX shipments_order ON shipping.shipments USING btree (order_id, shipped_at);
CREATE INDEX shipments_status ON shipping.shipments USING btree (status, created_at DESC) WHERE (status <> ALL (ARRAY['delivered'::text, 'voided'::text]));
CREATE TRIGGER shipments_begin BEFORE INSERT ON shipping.shipments FOR EACH ROW EXECUTE FUNCTION shipping.guard_new_shipment();
CREATE TRIGGER shipments_guarded BEFORE UPDATE ON shipping.shipments FOR EACH ROW EXECUTE FUNCTION shipping.guard_shipment();
CREATE TRIGGER shipments_kept BEFORE DELETE ON shipping.shipments FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table shipping.status_edges (
  from_status text not null,
  to_status text not null,
  constraint status_edges_pkey PRIMARY KEY (from_status, to_status));

create table shipping.tracking_events (
  id uuid not null,
  shipment_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  status text not null,
  description text not null,
  place text,
  courier_event text,
  constraint tracking_events_courier_event_check CHECK (((length(courier_event) >= 1) AND (length(courier_event) <= 200))),
  constraint tracking_events_pkey PRIMARY KEY (id),
  constraint tracking_events_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipping.shipments(id));
CREATE UNIQUE INDEX tracking_events_once ON shipping.tracking_events USING btree (shipment_id, courier_event) WHERE (courier_event IS NOT NULL);
CREATE INDEX tracking_events_shipment ON shipping.tracking_events USING btree (shipment_id, seq);
CREATE TRIGGER tracking_events_kept BEFORE DELETE OR UPDATE ON shipping.tracking_events FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table webhooks.attempts (
  id uuid not null,
  delivery_id uuid not null,
  at timestamp with time zone not null,
  url text not null,
  status integer,
  error text,
  answer text not null,
  duration_ms integer not null,
  constraint attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhooks.deliveries(id) ON DELETE CASCADE,
  constraint attempts_duration_ms_check CHECK ((duration_ms >= 0)),
  constraint attempts_pkey PRIMARY KEY (id));
CREATE INDEX attempts_delivery ON webhooks.attempts USING btree (delivery_id, at);
CREATE TRIGGER attempts_are_kept BEFORE UPDATE ON webhooks.attempts FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

create table webhooks.deliveries (
  id uuid not null,
  endpoint_id uuid not null,
  type text not null,
  body text not null,
  status text not null default 'pending'::text,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint deliveries_attempts_check CHECK ((attempts >= 0)),
  constraint deliveries_check CHECK (((delivered_at IS NOT NULL) = (status = 'delivered'::text))),
  constraint deliveries_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhooks.endpoints(id) ON DELETE CASCADE,
  constraint deliveries_pkey PRIMARY KEY (id),
  constraint deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'dropped'::text]))),
  constraint deliveries_type_check CHECK ((type <> ''::text)));
CREATE INDEX deliveries_due ON webhooks.deliveries USING btree (due_at, id) WHERE (status = 'pending'::text);
CREATE INDEX deliveries_endpoint ON webhooks.deliveries USING btree (endpoint_id, created_at DESC, id DESC);
CREATE INDEX deliveries_failed ON webhooks.deliveries USING btree (created_at) WHERE (status = 'failed'::text);

create table webhooks.endpoints (
  id uuid not null,
  url text not null,
  description text not null,
  events text[] not null,
  active boolean not null default true,
  disabled_reason text,
  generation integer not null default 1,
  rotated_at timestamp with time zone,
  failing_since timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint endpoints_check CHECK (((disabled_reason IS NULL) OR (NOT active))),
  constraint endpoints_events_check CHECK ((cardinality(events) > 0)),
  constraint endpoints_generation_check CHECK ((generation > 0)),
  constraint endpoints_pkey PRIMARY KEY (id),
  constraint endpoints_url_check CHECK ((url <> ''::text)));

CREATE OR REPLACE FUNCTION catalog.all_words(typed text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE
AS $function$
  select catalog.all_of(term order by n) from catalog.terms(typed)
$function$;

CREATE OR REPLACE FUNCTION catalog.carry_prices()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  moved uuid[];
begin
  select array_agg(distinct a.product_id) into moved from after a join before b on b.id = a.id
  where (a.deleted_at is null) <> (b.deleted_at is null);
  if moved is not null then
    perform catalog.refresh_product_prices(moved);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION catalog.category_words(category uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  with recursive above as (
    select id, parent_id, name, 1 as depth from catalog.categories where id = category
    union all
    select c.id, c.parent_id, c.name, a.depth + 1 from catalog.categories c join above a on a.parent_id = c.id where a.depth < 20)
  select string_agg(name, ' / ' order by depth) from above
$function$;

CREATE OR REPLACE FUNCTION catalog.corrected(mistyped text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
        select word from catalog.words
        where word operator(public.%) mistyped and public.similarity(word, mistyped) >= 0.4 and abs(char_length(word) - char_length(mistyped)) <= 2
        order by public.similarity(word, mistyped) desc, uses desc, word limit 1
      $function$;

CREATE OR REPLACE FUNCTION catalog.is_found(wanted tsquery)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from catalog.products where visible and search @@ wanted)
$function$;

CREATE OR REPLACE FUNCTION catalog.learn_words(names text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into catalog.words (word, uses)
  select word, count(*) from regexp_split_to_table(catalog.normal(names), ' ') word
  where word ~ '^[[:alpha:]]{3,30}$' group by word order by word
  on conflict (word) do update set uses = words.uses + excluded.uses
$function$;

CREATE OR REPLACE FUNCTION catalog.normal(words text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    catalog.plain(coalesce(words, '')),
    '(\d)\s*["”″]', '\1 inch ', 'g'),
    '(?<=[[:alnum:]])[&''’](?=[[:alnum:]])', '', 'g'),
    '(?<=\d)(?=[[:alpha:]])|(?<=[[:alpha:]])(?=\d)', ' ', 'g'),
    '(?<!\d)\.|\.(?!\d)', ' ', 'g'),
    '[^[:alnum:].]+', ' ', 'g')
$function$;

CREATE OR REPLACE FUNCTION catalog.note_changed_variants()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog.note_price(a.id, a.currency, a.price_minor, a.compare_at_minor,
    case when a.updated_at > b.updated_at then a.updated_at else clock_timestamp() end)
  from after a join before b on b.id = a.id
  where (a.currency, a.price_minor, a.compare_at_minor) is distinct from (b.currency, b.price_minor, b.compare_at_minor);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION catalog.note_new_variants()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into catalog.price_history (variant_id, currency, price_minor, compare_at_minor, valid_from, reduced_since)
  select id, currency, price_minor, compare_at_minor, created_at, case when compare_at_minor > price_minor then created_at end
  from added;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION catalog.note_price(variant uuid, in_currency character, price bigint, compare_at bigint, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into catalog.price_history (variant_id, currency, price_minor, compare_at_minor, valid_from, reduced_since)
  select variant, in_currency, price, compare_at, greatest(at, last.valid_from),
    case
      when not coalesce(compare_at > price, false) then null
      when last.reduced_since is not null and last.price_minor >= price then last.reduced_since
      else greatest(at, last.valid_from) end
  from (select) as one left join lateral (
    select h.price_minor, h.valid_from, h.reduced_since from catalog.price_history h
    where h.variant_id = variant and h.currency = in_currency order by h.valid_from desc, h.id desc limit 1) last on true
$function$;

CREATE OR REPLACE FUNCTION catalog.note_variant_prices()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION catalog.plain(words text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN lower(unaccent(words));

CREATE OR REPLACE FUNCTION catalog.rarity(term tsquery)
 RETURNS real
 LANGUAGE sql
 STABLE
AS $function$
  select ln(1 + (greatest(c.reltuples, f.found) - f.found + 0.5) / (f.found + 0.5))::real
  from (select count(*) as found from catalog.products where visible and search @@ term) f,
    (select reltuples from pg_class where oid = 'catalog.products'::regclass) c
$function$;

CREATE OR REPLACE FUNCTION catalog.refresh_prices(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  update catalog.products p set price_minor = v.price_minor, compare_at_minor = v.compare_at_minor
  from (
    select product_id, min(price_minor) as price_minor, (array_agg(compare_at_minor order by price_minor, position))[1] as compare_at_minor
    from catalog.variants where product_id = any(ids) and deleted_at is null group by product_id) v
  where p.id = v.product_id
$function$;

CREATE OR REPLACE FUNCTION catalog.refresh_product_prices(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION catalog.refresh_products(ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION catalog.refuse_loop()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION catalog.search_length(words tsvector)
 RETURNS real
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select coalesce(sum(case weight when 'A' then 1 when 'B' then 0.333 when 'C' then 0.167 else 0.667 end), 0)::real
  from unnest(words) as lexeme, unnest(lexeme.weights) as weight
$function$;

CREATE OR REPLACE FUNCTION catalog.search_query(typed text, OUT query tsquery, OUT words tsquery[], OUT rarities real[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION catalog.search_vector(name text, brand text, category text, tags text[], skus text, attributes jsonb, description text)
 RETURNS tsvector
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select setweight(to_tsvector('catalog.words', catalog.normal(name)), 'A')
    || setweight(to_tsvector('catalog.words', catalog.normal(concat_ws(' / ', brand, category, array_to_string(tags, ' / ')))), 'B')
    || setweight(to_tsvector('catalog.words', catalog.normal(concat_ws(' / ', skus,
         (select string_agg(a ->> 'name' || ' ' || (a ->> 'value'), ' / ') from jsonb_array_elements(attributes) a)))), 'C')
    || setweight(to_tsvector('catalog.words', catalog.normal(description)), 'D')
$function$;

CREATE OR REPLACE FUNCTION catalog.term(typed text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE
AS $function$
  select case when s.alike is null then t.term else t.term || phraseto_tsquery('catalog.words', s.alike) end
  from (select catalog.normal(typed) as word, phraseto_tsquery('catalog.words', catalog.normal(typed)) as term) t
  left join catalog.synonyms s on s.word = trim(t.word)
$function$;

CREATE OR REPLACE FUNCTION catalog.terms(typed text)
 RETURNS TABLE(n bigint, word text, term tsquery)
 LANGUAGE sql
 STABLE
AS $function$
  select t.n, t.word, t.term from (
    select n, word, catalog.term(word) as term
    from regexp_split_to_table(trim(typed), '[[:space:]]+') with ordinality as split (word, n) order by n limit 12) t
  where numnode(t.term) > 0
$function$;

CREATE OR REPLACE FUNCTION catalog.unfinished_query(typed text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE
AS $function$
  select to_tsquery('catalog.words', string_agg(quote_literal(word) || case when last then ':*' else '' end, ' & ' order by n))
  from (
    select n, word, n = max(n) over () as last
    from regexp_split_to_table(trim(catalog.normal(typed)), ' ') with ordinality as split (word, n) where word <> '') w
$function$;

CREATE OR REPLACE FUNCTION catalog.variant_multirange()
 RETURNS catalog.variant_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor0$function$;

CREATE OR REPLACE FUNCTION catalog.variant_multirange(catalog.variant_range)
 RETURNS catalog.variant_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor1$function$;

CREATE OR REPLACE FUNCTION catalog.variant_multirange(VARIADIC catalog.variant_range[])
 RETURNS catalog.variant_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor2$function$;

CREATE OR REPLACE FUNCTION catalog.variant_range(uuid, uuid)
 RETURNS catalog.variant_range
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor2$function$;

CREATE OR REPLACE FUNCTION catalog.variant_range(uuid, uuid, text)
 RETURNS catalog.variant_range
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor3$function$;

CREATE OR REPLACE FUNCTION inventory.apply_movements()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
begin
  update inventory.levels l set on_hand = l.on_hand + m.delta, updated_at = m.at
  from (select variant_id, location_id, sum(delta)::int as delta, max(at) as at from added group by variant_id, location_id) m
  where l.variant_id = m.variant_id and l.location_id = m.location_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION inventory.new_id()
 RETURNS uuid
 LANGUAGE sql
AS $function$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$function$;

CREATE OR REPLACE FUNCTION inventory.receive(p_variants uuid[], p_products uuid[], p_quantities integer[], p_reason text, p_by text, p_now timestamp with time zone)
 RETURNS TABLE(variant_id uuid, product_id uuid, before integer, after integer)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  home uuid := (select id from inventory.locations where is_default);
begin
  insert into inventory.levels
  select distinct on (i.variant) i.variant, home, i.product, 0, 0, p_now, p_now
  from unnest(p_variants, p_products) i (variant, product) order by i.variant
  on conflict (variant_id, location_id) do nothing;
  perform 1 from inventory.levels where variant_id = any (p_variants) order by variant_id, location_id for no key update;

  return query
  with came as (
    select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity) group by i.variant)
  select l.variant_id, (array_agg(l.product_id))[1], sum(l.on_hand - l.reserved)::int, sum(l.on_hand - l.reserved)::int + min(c.quantity)
  from came c join inventory.levels l on l.variant_id = c.variant group by l.variant_id;

  insert into inventory.movements
  select inventory.new_id(), i.variant, home, sum(i.quantity)::int, p_reason, null, p_by, p_now
  from unnest(p_variants, p_quantities) i (variant, quantity) group by i.variant having sum(i.quantity) <> 0;
end $function$;

CREATE OR REPLACE FUNCTION inventory.refuse_unjournalled()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'on_hand changes by a movement only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION inventory.release(p_order uuid, p_reason text, p_now timestamp with time zone)
 RETURNS TABLE(variant_id uuid, product_id uuid, before integer, after integer)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  held text;
begin
  perform 1 from inventory.levels
  where variant_id in (select r.variant_id from inventory.reservations r where r.order_id = p_order and r.state <> 'released')
  order by variant_id, location_id for no key update;

  select state into held from inventory.reservations where order_id = p_order and state <> 'released' limit 1;
  if held is null then
    return;
  end if;

  return query
  select l.variant_id, (array_agg(l.product_id))[1], sum(l.on_hand - l.reserved)::int,
    (sum(l.on_hand - l.reserved) + sum(coalesce(r.quantity, 0)))::int
  from inventory.levels l
  left join inventory.reservations r
    on r.order_id = p_order and r.state <> 'released' and r.variant_id = l.variant_id and r.location_id = l.location_id
  where l.variant_id in (select h.variant_id from inventory.reservations h where h.order_id = p_order and h.state <> 'released')
  group by l.variant_id;

  if held = 'active' then
    with ended as (
      update inventory.reservations set state = 'released', updated_at = p_now where order_id = p_order and state = 'active' returning *)
    update inventory.levels l set reserved = l.reserved - e.quantity, updated_at = p_now
    from ended e where l.variant_id = e.variant_id and l.location_id = e.location_id;
  else
    with ended as (
      update inventory.reservations set state = 'released', updated_at = p_now where order_id = p_order and state = 'sold' returning *)
    insert into inventory.movements
    select inventory.new_id(), e.variant_id, e.location_id, e.quantity, p_reason, p_order::text, 'orders', p_now from ended e;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION inventory.reserve(p_order uuid, p_variants uuid[], p_quantities integer[], p_until timestamp with time zone, p_now timestamp with time zone)
 RETURNS TABLE(variant_id uuid, product_id uuid, before integer, after integer)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  short boolean;
begin
  perform 1 from inventory.levels where variant_id = any (p_variants) order by variant_id, location_id for no key update;
  if exists (select from inventory.reservations where order_id = p_order and state <> 'released') then
    return;
  end if;

  return query
  with wanted as (
    select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity) group by i.variant)
  select w.variant, (array_agg(l.product_id))[1], coalesce(sum(l.on_hand - l.reserved), 0)::int,
    coalesce(sum(l.on_hand - l.reserved), 0)::int - min(w.quantity)
  from wanted w left join inventory.levels l on l.variant_id = w.variant group by w.variant;

  select bool_or(free < quantity) into short from (
    select sum(i.quantity) as quantity,
      (select coalesce(sum(l.on_hand - l.reserved), 0) from inventory.levels l where l.variant_id = i.variant) as free
    from unnest(p_variants, p_quantities) i (variant, quantity) group by i.variant) asked;
  if short then
    return;
  end if;

  -- The default location gives first, the others in their order, each what the ones before it could not.
  with wanted as (
    select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity) group by i.variant),
  shelves as (
    select l.variant_id, l.location_id, l.on_hand - l.reserved as free, w.quantity,
      coalesce(sum(l.on_hand - l.reserved) over (
        partition by l.variant_id order by not o.is_default, o.position, o.id rows between unbounded preceding and 1 preceding), 0) as earlier
    from wanted w join inventory.levels l on l.variant_id = w.variant join inventory.locations o on o.id = l.location_id),
  taken as (
    select variant_id, location_id, least(free, quantity - earlier)::int as quantity from shelves where free > 0 and earlier < quantity),
  held as (
    insert into inventory.reservations as r
    select p_order, variant_id, location_id, quantity, p_until, 'active', p_now, p_now from taken
    on conflict (order_id, variant_id, location_id) do update
    set quantity = excluded.quantity, until = excluded.until, state = 'active', updated_at = p_now where r.state = 'released')
  update inventory.levels l set reserved = l.reserved + t.quantity, updated_at = p_now
  from taken t where l.variant_id = t.variant_id and l.location_id = t.location_id;
end $function$;

CREATE OR REPLACE FUNCTION inventory.sell(p_order uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
begin
  perform 1 from inventory.levels
  where variant_id in (select r.variant_id from inventory.reservations r where r.order_id = p_order and r.state = 'active')
  order by variant_id, location_id for no key update;

  with ended as (
    update inventory.reservations set state = 'sold', updated_at = p_now where order_id = p_order and state = 'active' returning *),
  freed as (
    update inventory.levels l set reserved = l.reserved - e.quantity, updated_at = p_now
    from ended e where l.variant_id = e.variant_id and l.location_id = e.location_id)
  insert into inventory.movements
  select inventory.new_id(), e.variant_id, e.location_id, -e.quantity, 'sale', p_order::text, 'orders', p_now from ended e;

  return exists (select from inventory.reservations where order_id = p_order and state = 'sold');
end $function$;

CREATE OR REPLACE FUNCTION inventory.take_back(p_order uuid, p_variants uuid[], p_quantities integer[], p_reason text, p_by text, p_shelve boolean, p_now timestamp with time zone)
 RETURNS TABLE(variant_id uuid, product_id uuid, before integer, after integer)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  asked record;
  held record;
  rest int;
  part int;
begin
  perform 1 from inventory.levels where variant_id = any (p_variants) order by variant_id, location_id for no key update;
  for asked in
    select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity)
    group by i.variant order by i.variant
  loop
    if asked.quantity > coalesce((
      select sum(r.quantity) from inventory.reservations r
      where r.order_id = p_order and r.variant_id = asked.variant and r.state = 'sold'), 0) then
      return query select asked.variant, null::uuid, 0, -1;
      return;
    end if;
  end loop;

  if p_shelve then
    return query
    with back as (
      select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity) group by i.variant)
    select l.variant_id, (array_agg(l.product_id))[1], sum(l.on_hand - l.reserved)::int,
      sum(l.on_hand - l.reserved)::int + min(b.quantity)
    from back b join inventory.levels l on l.variant_id = b.variant group by l.variant_id;
  end if;

  for asked in
    select i.variant, sum(i.quantity)::int as quantity from unnest(p_variants, p_quantities) i (variant, quantity)
    group by i.variant order by i.variant
  loop
    rest := asked.quantity;
    for held in
      select * from inventory.reservations r
      where r.order_id = p_order and r.variant_id = asked.variant and r.state = 'sold' order by r.location_id
    loop
      exit when rest = 0;
      part := least(rest, held.quantity);
      rest := rest - part;
      update inventory.reservations r
      set quantity = case when held.quantity = part then r.quantity else r.quantity - part end,
        state = case when held.quantity = part then 'released' else 'sold' end, updated_at = p_now
      where r.order_id = p_order and r.variant_id = held.variant_id and r.location_id = held.location_id;
      insert into inventory.movements
      values (inventory.new_id(), held.variant_id, held.location_id, part, p_reason, p_order::text, p_by, p_now);
      if not p_shelve then
        insert into inventory.movements
        values (inventory.new_id(), held.variant_id, held.location_id, -part, p_reason || ', written off', null, p_by, p_now);
      end if;
    end loop;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION notifications.keep_sent_mail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.status = 'sent' then
    raise exception 'a sent mail cannot be changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION notifications.wants(p_email text, p_grp text, p_channel text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when p_grp = 'account' then p_channel = 'mail'
    when p_grp = 'offers' and not coalesce((
      select granted from notifications.consents where email = lower(p_email) order by at desc, id desc limit 1), false) then false
    else coalesce(
      (select allowed from notifications.preferences where email = lower(p_email) and grp = p_grp and channel = p_channel),
      p_channel = 'mail' or (p_channel = 'push' and p_grp in ('orders', 'returns')))
  end $function$;

CREATE OR REPLACE FUNCTION notifications.wants_mail(p_email text, p_grp text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select notifications.wants(p_email, p_grp, 'mail') or (p_grp in ('orders', 'returns') and not (
    (notifications.wants(p_email, p_grp, 'push')
      and exists (select from notifications.push_subscriptions where email = lower(p_email)))
    or (notifications.wants(p_email, p_grp, 'sms')
      and exists (select from notifications.phones where email = lower(p_email) and confirmed_at is not null)))) $function$;

CREATE OR REPLACE FUNCTION orders.give_invoice(invoice uuid, which uuid, named text, by_seller jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  taken bigint;
begin
  if exists (select from orders.invoices where order_id = which)
     or not exists (
       select from orders.orders o where o.id = which and o.status in ('processing', 'shipped', 'delivered')
         and (o.payment_status = 'paid' or exists (select from orders.fulfilments f where f.order_id = which))) then
    return;
  end if;
  taken := orders.next_in_series(named, at);
  insert into orders.invoices (id, order_id, series, place, number, seller, issued_at)
  values (invoice, which, named, taken, named || lpad(taken::text, greatest(6, length(taken::text)), '0'), by_seller, at);
end $function$;

CREATE OR REPLACE FUNCTION orders.guard_fulfilment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.ordered <> old.ordered or new.order_id <> old.order_id or new.shipped < old.shipped then
    raise exception 'what was shipped stays shipped' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION orders.guard_new_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an order begins as pendingPayment' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION orders.guard_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  movable constant text[] := array['status', 'payment_status', 'reserved_until', 'updated_at'];
begin
  if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
    raise exception 'what was ordered never changes (order %)', old.number using errcode = 'restrict_violation';
  end if;
  if new.status <> old.status
     and not exists (select from orders.status_edges where from_status = old.status and to_status = new.status) then
    raise exception 'order % can not go from % to %', old.number, old.status, new.status using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION orders.guard_refunded_line()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.ordered <> old.ordered or new.order_id <> old.order_id or new.refunded < old.refunded then
    raise exception 'what was paid back stays paid back' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION orders.guard_series()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.series <> old.series or new.latest <> old.latest + 1 then
    raise exception 'numbers of % come one after the other', old.series using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION orders.next_in_series(named text, at timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
AS $function$
  insert into orders.number_series as s (series, latest, updated_at) values (named, 1, at)
  on conflict (series) do update set latest = s.latest + 1, updated_at = excluded.updated_at
  returning latest
$function$;

CREATE OR REPLACE FUNCTION payments.await_close()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into payments.ledger_unclosed values (new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION payments.check_entries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from payments.ledger_entries where transaction_id = new.transaction_id
    group by currency having sum(amount_minor) <> 0) then
    raise exception 'ledger transaction % does not sum to zero', new.transaction_id using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION payments.check_transaction()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select count(*) from payments.ledger_entries where transaction_id = new.id) < 2 then
    raise exception 'ledger transaction % has no two sides', new.id using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION payments.close_day(p_day date, p_ends_at timestamp with time zone, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  last date;
begin
  perform pg_advisory_xact_lock(hashtext('payments.close_day'));
  select max(day) into last from payments.ledger_closes;
  if last >= p_day then
    return false;
  end if;
  insert into payments.ledger_closes values (p_day, p_ends_at, p_now);
  with taken as (
    delete from payments.ledger_unclosed u using payments.ledger_transactions t
    where t.id = u.transaction_id and t.at < p_ends_at returning u.transaction_id)
  insert into payments.ledger_closed select transaction_id, p_day from taken;

  insert into payments.ledger_close_accounts
  select p_day, currency, account_id, sum(opening), sum(gained), sum(given), sum(opening) + sum(gained) - sum(given)
  from (
    select currency, account_id, closing_minor as opening, 0::bigint as gained, 0::bigint as given
    from payments.ledger_close_accounts where day = last
    union all
    select e.currency, e.account_id, 0, greatest(e.amount_minor, 0), greatest(-e.amount_minor, 0)
    from payments.ledger_closed d join payments.ledger_entries e on e.transaction_id = d.transaction_id where d.day = p_day) parts
  group by currency, account_id;

  insert into payments.ledger_close_sums
  select p_day, c.currency, c.postings,
    payments.seal_of(p_day, c.currency,
      coalesce((select s.seal from payments.ledger_close_sums s where s.day = last and s.currency = c.currency), ''))
  from (
    select a.currency, (
      select count(distinct d.transaction_id)::int from payments.ledger_closed d
      join payments.ledger_entries e on e.transaction_id = d.transaction_id
      where d.day = p_day and e.currency = a.currency) as postings
    from payments.ledger_close_accounts a where a.day = p_day group by a.currency) c;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION payments.give_credit_note(note uuid, refund uuid, of_order uuid, named text, tax bigint, what jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  taken bigint;
begin
  insert into payments.credit_note_series as s (series, latest, updated_at) values (named, 1, at)
  on conflict (series) do update set latest = s.latest + 1, updated_at = excluded.updated_at
  returning latest into taken;
  insert into payments.credit_notes (
    id, refund_id, order_id, series, place, number, currency, amount_minor, tax_minor, content, issued_at)
  select note, refund, of_order, named, taken, named || lpad(taken::text, greatest(6, length(taken::text)), '0'),
    r.currency, r.amount_minor, tax, what, at
  from payments.refunds r where r.id = refund and r.order_id = of_order and r.status = 'succeeded';
  if not found then
    raise exception 'refund % did not succeed', refund using errcode = 'restrict_violation';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION payments.guard_attempt()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  movable constant text[] := array['status', 'provider_reference', 'decline_reason', 'next_action', 'ask_at', 'asked', 'updated_at',
    'captured_minor', 'wanted', 'wanted_minor', 'fee_minor', 'fee_currency'];
begin
  if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
    raise exception 'what was attempted never changes (attempt %)', old.id using errcode = 'restrict_violation';
  end if;
  if old.status = 'captured' and (new.status <> 'captured' or new.captured_minor <> old.captured_minor) then
    raise exception 'money that was captured stays captured (attempt %)', old.id using errcode = 'restrict_violation';
  end if;
  if old.fee_minor is not null and (new.fee_minor, new.fee_currency) is distinct from (old.fee_minor, old.fee_currency) then
    raise exception 'a fee is booked once (attempt %)', old.id using errcode = 'restrict_violation';
  end if;
  if new.status <> old.status
     and not exists (select from payments.attempt_edges where from_status = old.status and to_status = new.status) then
    raise exception 'attempt % can not go from % to %', old.id, old.status, new.status using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION payments.guard_credit_series()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.series <> old.series or new.latest <> old.latest + 1 then
    raise exception 'numbers of % come one after the other', old.series using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION payments.guard_payment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  movable constant text[] :=
    array['method', 'provider', 'captured_minor', 'refunded_minor', 'status', 'called_off_at', 'updated_at'];
begin
  if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable or new.captured_minor < old.captured_minor
     or new.refunded_minor < old.refunded_minor then
    raise exception 'a payment keeps its order, its amount and what was taken and given back (payment %)', old.id
      using errcode = 'restrict_violation';
  end if;
  if new.status <> old.status
     and not exists (select from payments.payment_edges where from_status = old.status and to_status = new.status) then
    raise exception 'payment % can not go from % to %', old.id, old.status, new.status using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION payments.guard_refund()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  captured bigint;
  given bigint;
begin
  select captured_minor into captured from payments.payment_attempts
  where id = new.attempt_id and status = 'captured' and currency = new.currency and payment_id = new.payment_id for no key update;
  if captured is null then
    raise exception 'there is nothing captured to give back (attempt %)', new.attempt_id using errcode = 'restrict_violation';
  end if;
  select coalesce(sum(amount_minor), 0) into given from payments.refunds
  where attempt_id = new.attempt_id and status <> 'failed' and id <> new.id;
  if new.status <> 'failed' and given + new.amount_minor > captured then
    raise exception 'more would go back than was captured (attempt %)', new.attempt_id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION payments.guard_settled_refund()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  movable constant text[] := array['status', 'provider_reference', 'error', 'tries', 'due_at', 'updated_at'];
begin
  if old.status = 'succeeded' then
    raise exception 'a settled refund never changes (refund %)', old.id using errcode = 'restrict_violation';
  end if;
  if to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
    raise exception 'what is to go back never changes (refund %)', old.id using errcode = 'restrict_violation';
  end if;
  if new.status <> old.status
     and not exists (select from payments.refund_edges where from_status = old.status and to_status = new.status) then
    raise exception 'refund % can not go from % to %', old.id, old.status, new.status using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION payments.seal_of(p_day date, p_currency character, p_before text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select encode(sha256(convert_to(
    p_before || E'\n' || to_char(p_day, 'YYYY-MM-DD') || ' ' || p_currency || E'\n'
    || coalesce((
      select string_agg(format('%s %s %s %s %s', a.code, c.opening_minor, c.gained_minor, c.given_minor, c.closing_minor), E'\n'
        order by a.code collate "C")
      from payments.ledger_close_accounts c join payments.ledger_accounts a on a.id = c.account_id
      where c.day = p_day and c.currency = p_currency), '') || E'\n'
    || coalesce((
      select string_agg(format('%s %s %s %s', e.id, e.transaction_id, a.code, e.amount_minor), E'\n' order by e.id)
      from payments.ledger_closed d join payments.ledger_entries e on e.transaction_id = d.transaction_id
      join payments.ledger_accounts a on a.id = e.account_id
      where d.day = p_day and e.currency = p_currency), ''), 'UTF8')), 'hex')
$function$;

CREATE OR REPLACE FUNCTION payments.set_captured()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.captured_minor := new.amount_minor;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION pricing.keep_standard_class()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the tax class standard can not be removed' using errcode = 'check_violation';
end $function$;

CREATE OR REPLACE FUNCTION returns.guard_inspection()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select sum(quantity) from returns.inspections where return_line_id = new.return_line_id)
     > (select quantity from returns.return_lines where id = new.return_line_id) then
    raise exception 'more came back than was announced (line %)', new.return_line_id using errcode = 'restrict_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION returns.guard_new_return()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a return begins as requested' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION returns.guard_return()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION shipping.guard_new_shipment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.status not in ('buying', 'inTransit') then
    raise exception 'a parcel does not begin as %', new.status using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION shipping.guard_shipment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  movable constant text[] := array['status', 'carrier', 'service', 'courier_reference', 'tracking_number', 'tracking_url',
    'cost_minor', 'currency', 'problem', 'packed_at', 'shipped_at', 'due_on', 'last_event_at', 'ask_at', 'asked',
    'delivered_at', 'updated_at'];
begin
  if old.status in ('delivered', 'returned', 'voided') or to_jsonb(new) - movable is distinct from to_jsonb(old) - movable then
    raise exception 'a parcel that left never changes (shipment %)', old.id using errcode = 'restrict_violation';
  end if;
  if new.status <> old.status and not exists (
      select from shipping.status_edges where from_status = old.status and to_status = new.status) then
    raise exception 'a parcel does not go from % to % (shipment %)', old.status, new.status, old.id
      using errcode = 'restrict_violation';
  end if;
  if old.status <> 'buying' and (new.carrier, new.tracking_number, new.cost_minor, new.currency)
      is distinct from (old.carrier, old.tracking_number, old.cost_minor, old.currency)
    or old.courier_reference is not null and new.courier_reference is distinct from old.courier_reference
    or old.shipped_at is not null and new.shipped_at is distinct from old.shipped_at then
    raise exception 'a label that was bought never changes (shipment %)', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
