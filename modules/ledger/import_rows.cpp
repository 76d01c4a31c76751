#include "modules/ledger/import_rows.hpp"

namespace ryadom::ledger {
namespace {

/// The words of the screens, folded, then those that tables are full of.
std::optional<Channel> channel_of(csv::Row& row) {
    using enum Channel;
    return row.word<Channel>(column("channel"), {{"в центре", centre}, {"на дому", home}, {"дистанционно", remote}, {"в стационаре", residential},
                                                 {"орталыкта", centre}, {"уйде", home}, {"кашыктан", remote}, {"стационарда", residential},
                                                 {"in the centre", centre}, {"at home", home}, {"remotely", remote}, {"in residence", residential},
                                                 {"центр", centre}, {"centre", centre}, {"дом", home}, {"home", home}, {"remote", remote},
                                                 {"стационар", residential}, {"стационарно", residential}, {"residential", residential}});
}

std::optional<people::Sex> sex_of(csv::Row& row) {
    using enum people::Sex;
    return row.word<people::Sex>(column("sex"), {{"ж", female}, {"жен", female}, {"женский", female}, {"f", female}, {"female", female},
                                                 {"м", male}, {"муж", male}, {"мужской", male}, {"m", male}, {"male", male}});
}

void read_person(csv::Row& row, ImportRow& out) {
    out.snils = row.text(column("snils"), 20);
    out.iin = row.text(column("iin"), 20);
    out.family_name = row.text(column("family_name"), 100);
    out.given_name = row.text(column("given_name"), 100);
    out.patronymic = row.text(column("patronymic"), 100);
    out.birth = row.day(column("birth"));
    out.sex = sex_of(row);
    out.district = row.text(column("district"), 80);
    out.phone = row.text(column("phone"), 40);
    out.address = row.text(column("address"), 300);
}

}  // namespace

ImportRow read_row(csv::Record record, const csv::Head& head, Date today) {
    ImportRow out;
    csv::Row row(record, head, today, out.faults);
    out.external_id = row.text(column("external_id"), external_id_limits.longest);
    out.organisation = row.text(column("organisation"), 80);
    out.performer = row.text(column("performer"), 80);
    out.worker = row.text(column("worker"), 200);
    out.service = row.text(column("service"), 300).value_or("");
    out.performed_on = row.day(column("performed_on")).value_or(Date{});
    out.minutes = row.whole(column("minutes")).value_or(0);
    out.quantity = row.hundredths(column("quantity")).value_or(100);
    out.channel = channel_of(row).value_or(Channel::centre);
    out.request_on = row.day(column("request_on"));
    out.practice = row.text(column("practice"), 200);
    out.unnamed_count = row.whole(column("unnamed_count"), unnamed_limits);
    read_person(row, out);
    out.record = std::move(record);
    return out;
}

csv::CellFault at_column(const FieldError& error) {
    const auto slash = error.pointer.rfind('/');
    const auto field = slash == std::string::npos ? std::string_view() : std::string_view(error.pointer).substr(slash + 1);
    const auto name = field == "person" || field == "new_person" ? "family_name" : field;
    return {csv::find_column(fact_columns, name), error.code, error.arguments};
}

}  // namespace ryadom::ledger
