// The search of the whole server: its route, and the words of the trade.
#pragma once

#include "platform/http/module.hpp"
#include "platform/search/shelf.hpp"

namespace ryadom::find {

/// `shelf` is the index of the database that the routes read.
Module module(std::shared_ptr<search::Shelf> shelf);

std::shared_ptr<search::Shelf> make_shelf();

}  // namespace ryadom::find
