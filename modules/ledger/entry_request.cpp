// What a request names, looked up.
#include "modules/ledger/entry.hpp"

namespace ryadom::ledger {
namespace {

class Lookup {
  public:
    Lookup(Desk& desk, const FactRequest& request, const std::string& pointer) : desk_(desk), request_(request), pointer_(pointer) {}

    Checked<Named> run() {
        out_.home = desk_.organisation(request_.organisation);
        if (!out_.home) return std::unexpected(absent());
        out_.performer = request_.performer ? desk_.organisation(*request_.performer) : out_.home;
        if (!out_.performer) return refuse_field(pointer_ + "/performer", "core.absent");
        if (!desk_.own(*out_.home) && !desk_.own(*out_.performer)) return std::unexpected(absent());
        take_values();
        find_service();
        find_recipient();
        find_worker();
        find_practice();
        if (!errors_.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors_)});
        if (doubt_) return std::unexpected(std::move(*doubt_));
        return std::move(out_);
    }

  private:
    void error(const char* field, const char* code) { errors_.push_back({pointer_ + field, code, {}}); }

    void take_values() {
        out_.performed_on = request_.performed_on;
        out_.minutes = request_.minutes;
        out_.quantity = request_.quantity.value_or(100);
        out_.channel = request_.channel;
        out_.request_on = request_.request_on;
        out_.unnamed_count = request_.unnamed_count;
        out_.source = request_.source.value_or("desk");
        out_.external_id = request_.external_id;
    }

    void find_service() {
        out_.service = desk_.service(request_.service);
        if (!out_.service) error("/service", "core.absent");
    }

    void find_recipient() {
        const int ways = int{request_.person.has_value()} + int{request_.new_person.has_value()} + int{request_.unnamed_count.has_value()};
        if (ways != 1) return error("/person", "ledger.one_recipient");
        if (request_.person) {
            out_.person = people::find_person(desk_.tx(), *request_.person);
            if (!out_.person) error("/person", "core.absent");
        }
        if (!request_.new_person) return;
        auto person = people::acceptable(*request_.new_person, desk_.today(*out_.home), pointer_ + "/new_person");
        if (!person) return add(person.error());
        // The district of the request and the blanks of its names are those of the person that was met.
        const auto& newcomer = desk_.newcomers().at(*person);
        if (auto admitted = people::admit(newcomer, pointer_, "/new_person"); !admitted) add(admitted.error());
        out_.newcomer = newcomer;
    }

    /// Wrong fields are told together; a question comes when nothing else is wrong.
    void add(const Refusal& refusal) {
        if (refusal.kind != Refusal::Kind::invalid) doubt_ = refusal;
        else errors_.insert(errors_.end(), refusal.fields.begin(), refusal.fields.end());
    }

    void find_worker() {
        if (!request_.worker) {
            out_.worker = desk_.recorder(out_);
            return;
        }
        out_.worker = store::find_worker(desk_.tx(), *request_.worker);
        if (!out_.worker) error("/worker", "core.absent");
    }

    void find_practice() {
        if (!request_.practice) return;
        const auto practice = practices::find_practice(desk_.tx(), *request_.practice);
        if (practice) out_.practice = practice->number.value;
        else error("/practice", "core.absent");
    }

    Desk& desk_;
    const FactRequest& request_;
    const std::string& pointer_;
    Named out_;
    std::vector<FieldError> errors_;
    std::optional<Refusal> doubt_;
};

}  // namespace

Checked<Named> resolve(Desk& desk, const FactRequest& request, const std::string& pointer) { return Lookup(desk, request, pointer).run(); }

Checked<Decision> decide(Desk& desk, const FactRequest& request, const std::string& pointer) {
    const auto named = resolve(desk, request, pointer);
    if (!named) return std::unexpected(named.error());
    return desk.decide(*named, pointer);
}

Checked<Recorded> record(db::Tx& tx, const FactRequest& request, const AdoptedBy& adopted_by, const people::Newcomers& newcomers) {
    Desk desk(tx, adopted_by, newcomers);
    auto decision = decide(desk, request, "");
    if (!decision) return std::unexpected(std::move(decision.error()));
    auto recorded = desk.write(*decision);
    if (recorded) record_in_log(tx, {*recorded});
    return recorded;
}

}  // namespace ryadom::ledger
