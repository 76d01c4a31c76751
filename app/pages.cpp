#include "app/pages.hpp"

#include "platform/core/embedded.hpp"

#include <algorithm>
#include <array>

namespace ryadom {
std::span<const EmbeddedFile> embedded_web();
}

namespace ryadom::app {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> types{{{".html", "text/html; charset=utf-8"},
                                                                                {".js", "text/javascript; charset=utf-8"},
                                                                                {".css", "text/css; charset=utf-8"},
                                                                                {".json", "application/json"},
                                                                                {".svg", "image/svg+xml"},
                                                                                {".png", "image/png"},
                                                                                {".ico", "image/x-icon"},
                                                                                {".woff2", "font/woff2"},
                                                                                {".webmanifest", "application/manifest+json"},
                                                                                {".txt", "text/plain; charset=utf-8"}}};

const EmbeddedFile* file(std::string_view path) {
    const auto files = embedded_web();
    const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
    return found == files.end() ? nullptr : &*found;
}

std::string_view type_of(std::string_view path) {
    const auto found = std::ranges::find_if(types, [&](const auto& each) { return path.ends_with(each.first); });
    return found == types.end() ? "application/octet-stream" : found->second;
}

http::Response serve(const http::Request& request, const EmbeddedFile& plain) {
    http::Response response{200, {}, http::StaticBytes{plain.content}};
    response.headers.push_back({"Content-Type", std::string(type_of(plain.path))});
    for (const auto& [token, suffix] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
        const auto* packed = http::has_token(request.headers, "accept-encoding", token) ? file(std::string(plain.path) + suffix) : nullptr;
        if (!packed) continue;
        response.body = http::StaticBytes{packed->content};
        response.headers.push_back({"Content-Encoding", token});
        break;
    }
    response.headers.push_back({"Vary", "Accept-Encoding"});
    response.headers.push_back({"Cache-Control", plain.path.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache"});
    response.headers.push_back({"Content-Security-Policy",
                                "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"});
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    response.headers.push_back({"Referrer-Policy", "no-referrer"});
    response.headers.push_back({"Permissions-Policy", "camera=(), microphone=(), geolocation=()"});
    return response;
}

}  // namespace

std::optional<http::Response> static_page(const http::Request& request) {
    if (request.method != http::Method::get && request.method != http::Method::head) return std::nullopt;
    const auto path = request.path().substr(1);
    if (const auto* asset = file(path); asset && !path.ends_with(".br") && !path.ends_with(".gz")) return serve(request, *asset);
    if (path.starts_with("assets/")) return std::nullopt;
    const auto* index = file("index.html");
    if (!index) return std::nullopt;
    return serve(request, *index);
}

}  // namespace ryadom::app
