// Turns the declarations of the modules into PostgreSQL's row security, triggers, views and order tables.
#include "platform/db/postgres_schema.hpp"

#include <fmt/format.h>

namespace ryadom::db {
namespace {

// A policy calls these once a query, as `= any((select …))`; a bare current_setting would be parsed once a row.
// After a SET LOCAL ends the setting reads as '' and not as null.
constexpr auto functions = R"sql(
create or replace function ryadom_organisations() returns bigint[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('ryadom.organisations', true), ''), '{}')::bigint[] $$;
create or replace function ryadom_reach(dimension text) returns integer language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('ryadom.' || dimension, true), ''), '0')::integer $$;
create or replace function ryadom_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'the rows of % never change', tg_table_name using errcode = 'RY001'; end $$;
)sql";

std::string condition(const ScopedTable& table) {
    const auto rows = expand_rows(table.rows, [](std::string_view column) {
        return fmt::format("{} = any((select ryadom_organisations())::bigint[])", column);
    });
    const auto* dimension = table.dimension == Dimension::records ? "records" : "persons";
    return fmt::format("(select ryadom_reach('{0}')) = 2 or ((select ryadom_reach('{0}')) = 1 and ({1}))", dimension, rows);
}

void secure(Connection& connection, const ScopedTable& table) {
    if (table.dimension != Dimension::open) {
        connection.script(fmt::format(
            "alter table {0} enable row level security; alter table {0} force row level security;"
            "drop policy if exists {0}_seen on {0}; create policy {0}_seen on {0} using ({1}) with check (true)",
            table.table, condition(table)));
    }
    connection.script(fmt::format("create or replace view v_{0} with (security_invoker = true) as select * from {0}", table.table));
}

/// A row is noted as pending in its own transaction; the numbering process moves what is committed.
void order(Connection& connection, std::string_view table) {
    connection.script(fmt::format(R"sql(
create table if not exists {0}_pending (number bigint primary key);
create table if not exists {0}_order (position bigint primary key, number bigint not null unique);
create or replace view v_{0}_order as select position, number from {0}_order;
create or replace function {0}_note_pending() returns trigger language plpgsql as
  $$ begin insert into {0}_pending (number) select number from added; return null; end $$;
create or replace trigger {0}_pending after insert on {0}
  referencing new table as added for each statement execute function {0}_note_pending();
)sql", table));
}

}  // namespace

void declare_postgres(Connection& connection, const std::vector<Schema>& schemas) {
    connection.script("begin; select pg_advisory_xact_lock(7209462)");
    connection.script(functions);
    for (const auto& schema : schemas) {
        for (const auto& table : schema.tables) secure(connection, table);
        for (const auto table : schema.append_only)
            connection.script(fmt::format("create or replace trigger {0}_append_only before update or delete on {0} "
                                          "for each row execute function ryadom_append_only()", table));
        for (const auto table : schema.ordered) order(connection, table);
    }
    connection.script("commit");
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
