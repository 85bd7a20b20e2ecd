{#
  The masks of the standard as SQL, for models that hand data on:

      select {{ tributary.mask_email('email') }} as email, {{ tributary.mask_phone('phone') }} as phone

  `column` is an SQL expression. What does not look like its kind is masked whole, null stays null, and no more is shown
  than j******e@example.com, ***********4567 and XXX-XX-6789.
#}
{% macro mask_email(column) %}
  {%- set w = adapter.dispatch('mask_words', 'tributary')(column) -%}
  case when {{ w.is_email }} then
    case when length({{ w.local }}) < 3 then repeat('*', length({{ w.local }}))
    else concat(left({{ w.local }}, 1), repeat('*', length({{ w.local }}) - 2), right({{ w.local }}, 1)) end
    || '@' || {{ w.domain }} else repeat('*', length({{ w.text }})) end
{%- endmacro %}

{% macro mask_phone(column) %}
  {%- set w = adapter.dispatch('mask_words', 'tributary')(column) -%}
  case when length({{ w.digits }}) >= 7 then repeat('*', length({{ w.text }}) - 4) || right({{ w.digits }}, 4)
    else repeat('*', length({{ w.text }})) end
{%- endmacro %}

{% macro mask_ssn(column) %}
  {%- set w = adapter.dispatch('mask_words', 'tributary')(column) -%}
  case when {{ w.text }} is null then null when length({{ w.digits }}) = 9 then 'XXX-XX-' || right({{ w.digits }}, 4)
    else 'XXX-XX-XXXX' end
{%- endmacro %}


{# How an adapter says what the masks need. #}
{% macro default__mask_words(column) %}
  {{- exceptions.raise_compiler_error('tributary: the masks are not spelt for ' ~ target.type) -}}
{% endmacro %}

{% macro postgres__mask_words(column) %}
  {%- set x = 'cast(' ~ column ~ ' as text)' -%}
  {{- return({
    'text': x,
    'is_email': x ~ " ~ '^.+@[A-Za-z0-9.-]+$'",
    'digits': 'regexp_replace(' ~ x ~ ", '[^0-9]', '', 'g')",
    'local': 'regexp_replace(' ~ x ~ ", '@[A-Za-z0-9.-]+$', '')",
    'domain': 'substring(' ~ x ~ " from '[A-Za-z0-9.-]+$')"}) -}}
{% endmacro %}

{% macro snowflake__mask_words(column) %}
  {%- set x = 'cast(' ~ column ~ ' as varchar)' -%}
  {{- return({
    'text': x,
    'is_email': 'regexp_like(' ~ x ~ ", '.+@[A-Za-z0-9.-]+', 's')",
    'digits': 'regexp_replace(' ~ x ~ ", '[^0-9]', '')",
    'local': 'regexp_replace(' ~ x ~ ", '@[A-Za-z0-9.-]+$', '')",
    'domain': 'regexp_substr(' ~ x ~ ", '[A-Za-z0-9.-]+$')"}) -}}
{% endmacro %}

{% macro bigquery__mask_words(column) %}
  {%- set x = 'cast(' ~ column ~ ' as string)' -%}
  {{- return({
    'text': x,
    'is_email': 'regexp_contains(' ~ x ~ ", r'(?s)^.+@[A-Za-z0-9.-]+\\z')",
    'digits': 'regexp_replace(' ~ x ~ ", r'[^0-9]', '')",
    'local': 'regexp_replace(' ~ x ~ ", r'@[A-Za-z0-9.-]+\\z', '')",
    'domain': 'regexp_extract(' ~ x ~ ", r'[A-Za-z0-9.-]+\\z')"}) -}}
{% endmacro %}

{% macro duckdb__mask_words(column) %}
  {%- set x = 'cast(' ~ column ~ ' as varchar)' -%}
  {{- return({
    'text': x,
    'is_email': 'regexp_matches(' ~ x ~ ", '(?s)^.+@[A-Za-z0-9.-]+\\z')",
    'digits': 'regexp_replace(' ~ x ~ ", '[^0-9]', '', 'g')",
    'local': 'regexp_replace(' ~ x ~ ", '@[A-Za-z0-9.-]+\\z', '')",
    'domain': 'regexp_extract(' ~ x ~ ", '[A-Za-z0-9.-]+\\z')"}) -}}
{% endmacro %}
