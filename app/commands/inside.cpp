#include "app/commands/inside.hpp"

#include <fmt/format.h>

#include <future>

namespace ryadom::app {
namespace {

std::string encoded(std::string_view text) {
    std::string out;
    for (const unsigned char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.') out += static_cast<char>(c);
        else fmt::format_to(std::back_inserter(out), "%{:02X}", c);
    }
    return out;
}

std::string target_of(const std::string& path, const Parameters& parameters) {
    auto out = "/api/v1/" + path;
    for (bool first = true; const auto& [name, value] : parameters) out += fmt::format("{}{}={}", std::exchange(first, false) ? '?' : '&', name, encoded(value));
    return out;
}

json::Value value_of(const http::Response& response) {
    const auto* text = std::get_if<std::string>(&response.body);
    auto value = json::parse(text ? *text : std::string(), {64, 256U << 20});
    if (!value) throw std::logic_error("an answer of the API is not JSON");
    return std::move(*value);
}

std::string text_at(const json::Value& value, std::string_view name) {
    const auto* found = value.find(name);
    const auto* text = found ? found->as<std::string>() : nullptr;
    return text ? *text : std::string();
}

std::string said(const json::Value& problem) {
    auto out = text_at(problem, "detail");
    if (out.empty()) out = text_at(problem, "title");
    if (const auto* errors = problem.find("errors"))
        for (const auto& each : *errors->as<json::Array>()) out += "\n  " + text_at(each, "pointer") + ": " + text_at(each, "detail");
    return out;
}

}  // namespace

Inside::Inside(Application& application, std::string login) : application_(application), login_(std::move(login)) {
    const auto account = application.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return auth::find_login(tx, login_); });
    if (!account || !account->active) throw std::runtime_error(fmt::format("--as {}: there is no such account, or it is disabled", login_));
}

http::Response Inside::ask(http::Method method, std::string target, std::string body) const {
    auto& database = application_.database();
    http::Request request;
    request.method = method;
    request.target = std::move(target);
    request.body = std::move(body);
    request.id = to_string(make_uuid(database.now(), database.random()));
    request.received = database.now();
    std::promise<std::optional<http::Response>> promise;
    application_.dispatcher().answer_as(login_, std::move(request),
                                        http::Respond([&](std::optional<http::Response> response) { promise.set_value(std::move(response)); }));
    auto response = promise.get_future().get();
    if (!response) throw std::logic_error("the API did not answer");
    if (response->status >= 400) throw RefusedInside(said(value_of(*response)));
    return std::move(*response);
}

json::Value Inside::get(const std::string& path) const { return value_of(ask(http::Method::get, target_of(path, {}), {})); }

json::Value Inside::post(const std::string& path, const Parameters& parameters, std::string body) const {
    return value_of(ask(http::Method::post, target_of(path, parameters), std::move(body)));
}

void Inside::download(const std::string& path, const Parameters& parameters, const std::function<void(std::string_view)>& take) const {
    auto response = ask(http::Method::get, target_of(path, parameters), {});
    if (const auto* text = std::get_if<std::string>(&response.body)) return take(*text);
    const auto& pull = std::get<http::Pull>(response.body);
    for (auto piece = pull(); piece; piece = pull()) take(*piece);
}

}  // namespace ryadom::app
