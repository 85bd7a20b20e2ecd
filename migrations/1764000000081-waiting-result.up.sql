-- Results of rules that nobody has declared yet: they wait, and are stored with the rule when it comes.
create table waiting_result (
  rule_key       text not null,
  source_name    text not null,                    -- of who ran the rule: decides which rule of that key is meant
  source_scope   text not null,
  executed_at    timestamptz not null,
  status         text not null,
  failed_records bigint,
  total_records  bigint,
  message        text,
  duration_ms    double precision,
  delivery_id    bigint,
  received_at    timestamptz not null default now(),
  primary key (rule_key, source_name, source_scope, executed_at)
);
create index waiting_result_received_idx on waiting_result (received_at);
