// Turns the declarations of the modules into PostgreSQL's row security, triggers, views and order tables.
#include "platform/db/postgres_schema.hpp"

#include "platform/core/bytes.hpp"

#include <fmt/format.h>

namespace ryadom::db {
namespace {

// The organisations are asked for once a query, as `= any((select …))`; a bare current_setting would be parsed once a
// row. After a SET LOCAL ends the setting reads as '' and not as null. The reach never changes within a connection, so it
// may call itself immutable: the planner folds it, and a policy leaves nothing of itself to a caller who reaches
// everything and a bare condition, which an index can serve, to one with a list. As `reach = 2 or (…)` it served neither.
constexpr auto functions = R"sql(
create or replace function ryadom_organisations() returns bigint[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('ryadom.organisations', true), ''), '{}')::bigint[] $$;
create or replace function ryadom_reach(dimension text) returns integer language sql immutable parallel safe as
  $$ select coalesce(nullif(current_setting('ryadom.' || dimension, true), ''), '0')::integer $$;
create or replace function ryadom_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'the rows of % never change', tg_table_name using errcode = 'RY001'; end $$;
)sql";

std::string condition(const ScopedTable& table) {
    const auto rows = expand_rows(table.rows, [](std::string_view column) {
        return fmt::format("{} = any((select ryadom_organisations())::bigint[])", column);
    });
    const auto* dimension = table.dimension == Dimension::records ? "records" : "persons";
    return fmt::format("ryadom_reach('{0}') = 2 or (ryadom_reach('{0}') = 1 and ({1}))", dimension, rows);
}

std::string secure(const ScopedTable& table) {
    auto out = fmt::format("create or replace view v_{0} with (security_invoker = true) as select * from {0};\n", table.table);
    if (table.dimension != Dimension::open)
        out += fmt::format("alter table {0} enable row level security; alter table {0} force row level security;\n"
                           "drop policy if exists {0}_seen on {0}; create policy {0}_seen on {0} using ({1}) with check (true);\n",
                           table.table, condition(table));
    return out;
}

/// A row is noted as pending in its own transaction; the numbering process moves what is committed.
std::string order(std::string_view table) {
    return fmt::format(R"sql(
create table if not exists {0}_pending (number bigint primary key);
create table if not exists {0}_order (position bigint primary key, number bigint not null unique);
create or replace view v_{0}_order as select position, number from {0}_order;
create or replace function {0}_note_pending() returns trigger language plpgsql as
  $$ begin insert into {0}_pending (number) select number from added; return null; end $$;
create or replace trigger {0}_pending after insert on {0}
  referencing new table as added for each statement execute function {0}_note_pending();
)sql", table);
}

}  // namespace

void declare_postgres(Connection& connection, const std::vector<Schema>& schemas) {
    std::string wanted = functions;
    for (const auto& schema : schemas) {
        for (const auto& table : schema.tables) wanted += secure(table);
        for (const auto table : schema.append_only)
            wanted += fmt::format("create or replace trigger {0}_append_only before update or delete on {0} "
                                  "for each row execute function ryadom_append_only();\n", table);
        for (const auto table : schema.ordered) wanted += order(table);
        wanted += fmt::format("-- {} {}\n", schema.module, schema.migrations.size());
    }
    // Renewing a policy locks its table and throws away the plans of every process: only when something has changed.
    const Parameter digest[] = {hex(sha256(wanted))};
    connection.script("begin; select pg_advisory_xact_lock(7209462); create table if not exists db_declaration (digest text not null)");
    if (!connection.open("select 1 from db_declaration where digest = $1", digest)->next()) {
        connection.script(wanted);
        connection.script("delete from db_declaration");
        connection.open("insert into db_declaration (digest) values ($1)", digest);
    }
    connection.script("commit");
}

void undeclare_postgres(Connection& connection) {
    connection.script(R"sql(
do $$
declare each record;
begin
  for each in select viewname from pg_views where schemaname = current_schema() and viewname like 'v\_%' loop
    execute format('drop view %I', each.viewname);
  end loop;
  for each in select tablename, policyname from pg_policies where schemaname = current_schema() loop
    execute format('drop policy %I on %I', each.policyname, each.tablename);
    execute format('alter table %I disable row level security', each.tablename);
  end loop;
end $$;
drop table if exists db_declaration;
)sql");
}

bool number_committed(Connection& connection, const std::vector<Schema>& schemas) {
    bool moved = false;
    for (const auto& schema : schemas)
        for (const auto table : schema.ordered) {
            const auto cursor = connection.open(fmt::format(
                "with gone as (delete from {0}_pending returning number), "
                "last as (select coalesce(max(position), 0) as position from {0}_order) "
                "insert into {0}_order (position, number) "
                "select last.position + row_number() over (order by gone.number), gone.number from gone, last", table), {});
            while (cursor->next()) {
            }
            moved = moved || cursor->changed() > 0;
        }
    return moved;
}

}  // namespace ryadom::db
