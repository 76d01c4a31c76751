#include "platform/fetch/fetch.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <string_view>

namespace ryadom::fetch {
namespace {

struct Global {
    Global() { curl_global_init(CURL_GLOBAL_DEFAULT); }
};

/// The parts of a URL by the parser that the request itself will use, so that both read the same host.
struct Address {
    std::string scheme;
    std::string host;
};

std::optional<std::string> part(CURLU* url, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, 0) != CURLUE_OK) return std::nullopt;
    std::string out = text;
    curl_free(text);
    return out;
}

std::optional<Address> parse(const std::string& text) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) return std::nullopt;
    auto scheme = part(url.get(), CURLUPART_SCHEME);
    auto host = part(url.get(), CURLUPART_HOST);
    if (!scheme || !host) return std::nullopt;
    if (host->starts_with('[') && host->ends_with(']')) *host = host->substr(1, host->size() - 2);
    return Address{std::move(*scheme), std::move(*host)};
}

/// What runs while libcurl works.
struct Transfer {
    const Ask& question;
    Loopback loopback;
    Answer answer;
    bool refused_address = false;
    bool too_large = false;
};

curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* to) {
    auto& transfer = *static_cast<Transfer*>(data);
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void* bytes = nullptr;
    if (to->family == AF_INET) bytes = &reinterpret_cast<const sockaddr_in*>(&to->addr)->sin_addr;
    if (to->family == AF_INET6) bytes = &reinterpret_cast<const sockaddr_in6*>(&to->addr)->sin6_addr;
    const bool readable = bytes && inet_ntop(to->family, bytes, text.data(), text.size());
    const std::string address = text.data();
    const bool allowed = readable && (is_public(address) || (transfer.loopback == Loopback::allowed && is_loopback(address)));
    if (!allowed) {
        transfer.refused_address = true;
        return CURL_SOCKET_BAD;
    }
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::size_t take(char* bytes, std::size_t, std::size_t count, void* data) {
    auto& transfer = *static_cast<Transfer*>(data);
    if (transfer.answer.body.size() + count > transfer.question.most_bytes) {
        transfer.too_large = true;
        return 0;
    }
    transfer.answer.body.append(bytes, count);
    return count;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* data) {
    constexpr std::string_view name = "etag:";
    std::string_view line(bytes, count);
    const bool tag = line.size() > name.size() && std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
        return a == std::tolower(static_cast<unsigned char>(b));
    });
    if (!tag) return count;
    line.remove_prefix(name.size());
    const auto first = line.find_first_not_of(" \t");
    const auto last = line.find_last_not_of(" \t\r\n");
    if (first != std::string_view::npos) static_cast<Transfer*>(data)->answer.tag = line.substr(first, last - first + 1);
    return count;
}

Failure failure_of(CURLcode code, const Transfer& transfer) {
    if (transfer.refused_address) return Failure::forbidden;
    if (transfer.too_large) return Failure::large;
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT: return Failure::slow;
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR: return Failure::certificate;
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL: return Failure::address;
        default: return Failure::unreachable;
    }
}

using Lines = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

Lines headers_of(const Ask& question) {
    Lines lines(nullptr, curl_slist_free_all);
    const auto add = [&](const std::string& line) {
        auto* longer = curl_slist_append(lines.get(), line.c_str());
        if (!longer) return;
        (void)lines.release();
        lines.reset(longer);
    };
    if (!question.known_tag.empty()) add("If-None-Match: " + question.known_tag);
    if (question.body) add("Content-Type: application/json");
    add("Expect:");
    return lines;
}

void set_limits(CURL* curl, const Ask& question) {
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(question.time.count()));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min<std::int64_t>(question.time.count(), 10'000)));
}

void set_callbacks(CURL* curl, Transfer& transfer) {
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
}

}  // namespace

Result ask(const Ask& question, Loopback loopback) {
    static const Global global;
    const auto address = parse(question.url);
    if (!address) return std::unexpected(Failure::address);
    const bool here = loopback == Loopback::allowed && (is_loopback(address->host) || address->host == "localhost");
    if (address->scheme != "https" && !(here && address->scheme == "http")) return std::unexpected(Failure::address);
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl) return std::unexpected(Failure::unreachable);
    Transfer transfer{question, here ? Loopback::allowed : Loopback::refused, {}};
    const auto headers = headers_of(question);
    set_limits(curl.get(), question);
    set_callbacks(curl.get(), transfer);
    curl_easy_setopt(curl.get(), CURLOPT_URL, question.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    if (question.body) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(question.body->size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, question.body->c_str());
    }
    if (const auto code = curl_easy_perform(curl.get()); code != CURLE_OK) return std::unexpected(failure_of(code, transfer));
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    transfer.answer.status = static_cast<int>(status);
    return std::move(transfer.answer);
}

}  // namespace ryadom::fetch
