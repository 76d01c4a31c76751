// The base of every test that touches the database: each runs on both engines, by the same text.
//
//     class LendingTest : public testing::EngineTest { … schemas() … };
//     TEST_P(LendingTest, refuses_an_item_that_is_out) { … }
//     RYADOM_BOTH_ENGINES(LendingTest);
#pragma once

#include "platform/db/database.hpp"
#include "platform/testing/place.hpp"

#include <gtest/gtest.h>

namespace ryadom::testing {

/// A clock that stands until it is moved.
class ManualClock {
  public:
    explicit ManualClock(std::string_view at) : now_(*parse_instant(at)) {}
    Instant now() const { return {now_.milliseconds}; }
    void set(std::string_view at) { now_ = *parse_instant(at); }
    void advance(std::int64_t milliseconds) { now_.milliseconds += milliseconds; }

  private:
    Instant now_;
};

class EngineTest : public ::testing::TestWithParam<const char*> {
  protected:
    /// Opens a new, empty database with these schemas; closures are rehearsed.
    db::Database& open(std::vector<db::Schema> schemas, std::vector<std::function<void(db::Tx&)>> settle = {}) {
        database_.reset();
        if (!place_) place_ = std::make_unique<Place>(GetParam());
        db::Options options;
        options.location = place_->location();
        options.clock = [this] { return clock.now(); };
        options.rehearse = true;
        options.schemas = std::move(schemas);
        options.settle = std::move(settle);
        database_ = db::Database::open(std::move(options));
        return *database_;
    }
    void close() { database_.reset(); }
    const std::string& location() const { return place_->location(); }
    bool postgres() const { return std::string_view(GetParam()) == "postgresql"; }

    ManualClock clock{"2026-11-23T06:00:00Z"};

  private:
    std::unique_ptr<Place> place_;
    std::unique_ptr<db::Database> database_;
};

}  // namespace ryadom::testing

// A macro because gtest's own, which it spares each file from spelling, is one.
#define RYADOM_BOTH_ENGINES(Suite) \
    INSTANTIATE_TEST_SUITE_P(on, Suite, ::testing::Values("sqlite", "postgresql"), [](const auto& each) { return std::string(each.param); })
