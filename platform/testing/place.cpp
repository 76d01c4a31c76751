#include "platform/testing/place.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace ryadom::testing {
namespace {

std::string next_name() {
    static std::atomic<int> count = 0;
    return fmt::format("ryadom_test_{}_{}", ::getpid(), ++count);
}

std::string server() {
    const auto* address = std::getenv("RYADOM_TEST_POSTGRES");
    if (!address) throw std::runtime_error("RYADOM_TEST_POSTGRES is not set: run the test under tools/test-postgres");
    return address;
}

void command(const std::string& sql) {
    auto* connection = PQconnectdb(server().c_str());
    auto* result = PQexec(connection, sql.c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    const std::string text = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (!done) throw std::runtime_error(text);
}

}  // namespace

Place::Place(const std::string& engine) : engine_(engine), name_(next_name()) {
    if (engine == "postgresql") {
        command("create database " + name_);
        const auto address = server();
        location_ = address.substr(0, address.rfind('/') + 1) + name_;
    } else {
        location_ = (std::filesystem::temp_directory_path() / name_).string();
        std::filesystem::remove_all(location_);
    }
}

Place::~Place() {
    try {
        if (engine_ == "postgresql") command("drop database if exists " + name_ + " with (force)");
        else std::filesystem::remove_all(location_);
    } catch (const std::exception& error) {
        fmt::print(stderr, "left behind {}: {}\n", location_, error.what());
    }
}

}  // namespace ryadom::testing
