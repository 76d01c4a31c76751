// Land is a field of hexagons whose corners are moved a little: each corner belongs to three hexagons, so whatever
// group of hexagons becomes a district, its border is a simple walk over corners that the neighbours walk too.
#include "app/generate/map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numbers>
#include <queue>
#include <ranges>

namespace ryadom::generate {
namespace {

constexpr int columns = 88;
constexpr int rows = 73;
constexpr double width_km = 7.4;  ///< of one hexagon
constexpr int outside = -1;

struct Point {
    double x = 0;
    double y = 0;
};
double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// A corner on the lattice of half widths and quarter heights.
using Corner = std::pair<int, int>;

Point position(Corner corner) {
    return {corner.first * width_km / 2, corner.second * width_km / (2 * std::numbers::sqrt3)};
}

struct Hexagon {
    int column;
    int row;
    int index() const { return row * columns + column; }
    Corner middle() const { return {2 * column + (row & 1) + 1, 3 * row + 2}; }
    Point centre() const { return position(middle()); }
    /// Counterclockwise from the east-south-east.
    std::array<Corner, 6> corners() const {
        const auto [x, y] = middle();
        return {{{x + 1, y - 1}, {x + 1, y + 1}, {x, y + 2}, {x - 1, y + 1}, {x - 1, y - 1}, {x, y - 2}}};
    }
    /// Across the side from corner i to corner i + 1; -1 beyond the field.
    std::array<int, 6> neighbours() const {
        const int shift = row & 1;
        const std::array<Hexagon, 6> around{{{column + 1, row}, {column + shift, row + 1}, {column + shift - 1, row + 1},
                                             {column - 1, row}, {column + shift - 1, row - 1}, {column + shift, row - 1}}};
        std::array<int, 6> out{};
        std::ranges::transform(around, out.begin(), [](const Hexagon& each) {
            const bool inside = each.column >= 0 && each.column < columns && each.row >= 0 && each.row < rows;
            return inside ? each.index() : outside;
        });
        return out;
    }
};

Hexagon hexagon(int index) { return {index % columns, index / columns}; }

/// Which hexagons are land: a blob with a coast that bends a few times.
std::vector<int> land(Dice& dice) {
    const Point middle{columns * width_km / 2, rows * width_km * std::numbers::sqrt3 / 4};
    std::array<std::pair<double, double>, 5> waves{{{2, 0.07}, {3, 0.08}, {5, 0.05}, {8, 0.035}, {13, 0.02}}};
    std::array<double, 5> phases{};
    for (auto& phase : phases) phase = dice.part() * 2 * std::numbers::pi;
    std::vector<int> out;
    for (int index = 0; index < columns * rows; ++index) {
        const auto at = hexagon(index).centre();
        const Point from{(at.x - middle.x) / 268, (at.y - middle.y) / 196};
        const double angle = std::atan2(from.y, from.x);
        double reach = 0.94;
        for (std::size_t i = 0; i < waves.size(); ++i) reach += waves[i].second * std::sin(waves[i].first * angle + phases[i]);
        if (std::hypot(from.x, from.y) < reach) out.push_back(index);
    }
    return out;
}

/// How much a hexagon weighs when the middles of districts are sought: people crowd around the capital.
double density(Point at, Point capital) {
    const double far = distance(at, capital);
    return 1 + 60 * std::exp(-std::pow(far / 42, 2));
}

/// Middles of districts, spread by Lloyd's method; the first is the capital's.
std::vector<Point> middles(const std::vector<int>& land, Point capital, int districts, Dice& dice) {
    std::vector<Point> sites{capital};
    while (static_cast<int>(sites.size()) < districts) {
        const auto at = hexagon(dice.pick(land)).centre();
        if (dice.chance(density(at, capital) / 40 + 0.25)) sites.push_back(at);
    }
    for (int round = 0; round < 60; ++round) {
        std::vector<Point> sums(sites.size());
        std::vector<double> weights(sites.size(), 1e-9);
        for (const int index : land) {
            const auto at = hexagon(index).centre();
            const auto nearest = std::ranges::min_element(sites, {}, [&](Point site) { return distance(site, at); }) - sites.begin();
            const auto slot = static_cast<std::size_t>(nearest);
            const double weight = density(at, capital);
            sums[slot] = {sums[slot].x + at.x * weight, sums[slot].y + at.y * weight};
            weights[slot] += weight;
        }
        for (std::size_t i = 1; i < sites.size(); ++i)
            if (weights[i] > 1e-6) sites[i] = {sums[i].x / weights[i], sums[i].y / weights[i]};
    }
    std::ranges::sort(sites, {}, [&](Point site) { return distance(site, capital); });
    return sites;
}

/// Districts grow from their middles over rough ground, so that borders wind and every district is of one piece.
std::vector<int> grow(const std::vector<int>& land, const std::vector<Point>& sites, Dice& dice) {
    std::vector<double> roughness(columns * rows, -1);
    for (const int index : land) roughness[static_cast<std::size_t>(index)] = 0.4 + 1.2 * dice.part();
    std::vector<int> owner(columns * rows, outside);
    using Step = std::tuple<double, int, int>;  // cost, district, hexagon
    std::priority_queue<Step, std::vector<Step>, std::greater<>> next;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        const int start = *std::ranges::min_element(land, {}, [&](int index) { return distance(hexagon(index).centre(), sites[i]); });
        next.emplace(0, static_cast<int>(i), start);
    }
    while (!next.empty()) {
        const auto [cost, district, index] = next.top();
        next.pop();
        auto& mine = owner[static_cast<std::size_t>(index)];
        if (mine != outside) continue;
        mine = district;
        for (const int neighbour : hexagon(index).neighbours())
            if (neighbour != outside && roughness[static_cast<std::size_t>(neighbour)] >= 0)
                next.emplace(cost + roughness[static_cast<std::size_t>(neighbour)], district, neighbour);
    }
    return owner;
}

int owner_of(const std::vector<int>& owner, int index) {
    return index == outside ? outside : owner[static_cast<std::size_t>(index)];
}

/// The sides of a district's hexagons that are its border, as corner → next corner, counterclockwise.
std::map<Corner, Corner> border(const std::vector<int>& owner, int district) {
    std::map<Corner, Corner> out;
    for (int index = 0; index < columns * rows; ++index) {
        if (owner_of(owner, index) != district) continue;
        const auto corners = hexagon(index).corners();
        const auto neighbours = hexagon(index).neighbours();
        for (std::size_t side = 0; side < 6; ++side)
            if (owner_of(owner, neighbours[side]) != district) out[corners[side]] = corners[(side + 1) % 6];
    }
    return out;
}

/// Where each border corner comes to lie: moved by chance, then drawn towards its neighbours along the borders.
std::map<Corner, Point> drawn(const std::vector<std::map<Corner, Corner>>& borders, Dice& dice) {
    std::map<Corner, std::vector<Corner>> along;
    const auto connect = [&](Corner from, Corner to) {
        auto& known = along[from];
        if (std::ranges::find(known, to) == known.end()) known.push_back(to);
    };
    for (const auto& each : borders)
        for (const auto& [from, to] : each) {
            connect(from, to);
            connect(to, from);
        }
    std::map<Corner, Point> at;
    for (const auto& [corner, neighbours] : along) {
        const auto [x, y] = position(corner);
        at[corner] = {x + (dice.part() - 0.5) * 3.8, y + (dice.part() - 0.5) * 3.8};
    }
    for (int round = 0; round < 2; ++round) {
        const auto before = at;
        for (const auto& [corner, neighbours] : along) {
            Point sum;
            for (const auto& each : neighbours) sum = {sum.x + before.at(each).x, sum.y + before.at(each).y};
            const auto count = static_cast<double>(neighbours.size());
            const auto old = before.at(corner);
            at[corner] = {0.5 * old.x + 0.5 * sum.x / count, 0.5 * old.y + 0.5 * sum.y / count};
        }
    }
    return at;
}

/// Kilometres on the field to degrees, rounded to about a hundred metres.
Place place(Point at) {
    constexpr double west = 76.2, south = 53.9, km_per_latitude = 111.3;
    const double km_per_longitude = km_per_latitude * std::cos(55.8 * std::numbers::pi / 180);
    const auto rounded = [](double degrees) { return std::round(degrees * 1000) / 1000; };
    return {rounded(west + at.x / km_per_longitude), rounded(south + at.y / km_per_latitude)};
}

double area(const std::vector<Place>& ring) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += ring[i].longitude * ring[i + 1].latitude - ring[i + 1].longitude * ring[i].latitude;
    return sum / 2;
}

Polygon polygon(std::map<Corner, Corner> border, const std::map<Corner, Point>& at) {
    Polygon out;
    while (!border.empty()) {
        std::vector<Place> ring;
        for (auto step = border.begin(); step != border.end();) {
            ring.push_back(place(at.at(step->first)));
            const auto to = step->second;
            border.erase(step);
            step = border.find(to);
        }
        ring.push_back(ring.front());
        out.push_back(std::move(ring));
    }
    std::ranges::sort(out, std::greater<>{}, [](const auto& ring) { return area(ring); });
    return out;
}

/// Each district takes the free tile that costs the whole picture least: the assignment problem by the Hungarian
/// method, districts as rows and tiles as columns.
std::vector<int> assign(const std::vector<std::vector<double>>& cost) {
    const auto count = cost.size(), tiles = cost.front().size();
    std::vector<double> row_price(count + 1), tile_price(tiles + 1);
    std::vector<std::size_t> taken(tiles + 1, 0), way(tiles + 1, 0);
    for (std::size_t row = 1; row <= count; ++row) {
        taken[0] = row;
        std::size_t tile = 0;
        std::vector<double> least(tiles + 1, std::numeric_limits<double>::max());
        std::vector<bool> used(tiles + 1, false);
        do {
            used[tile] = true;
            const auto here = taken[tile];
            double delta = std::numeric_limits<double>::max();
            std::size_t best = 0;
            for (std::size_t j = 1; j <= tiles; ++j) {
                if (used[j]) continue;
                const double now = cost[here - 1][j - 1] - row_price[here] - tile_price[j];
                if (now < least[j]) least[j] = now, way[j] = tile;
                if (least[j] < delta) delta = least[j], best = j;
            }
            for (std::size_t j = 0; j <= tiles; ++j) {
                if (used[j]) row_price[taken[j]] += delta, tile_price[j] -= delta;
                else least[j] -= delta;
            }
            tile = best;
        } while (taken[tile] != 0);
        for (; tile != 0; tile = way[tile]) taken[tile] = taken[way[tile]];
    }
    std::vector<int> out(count);
    for (std::size_t j = 1; j <= tiles; ++j)
        if (taken[j] != 0) out[taken[j] - 1] = static_cast<int>(j) - 1;
    return out;
}

/// Middles of gravity onto a grid with a few tiles more than districts.
std::vector<Tile> tiles(const std::vector<Point>& centres) {
    const auto [west, east] = std::ranges::minmax(centres | std::views::transform(&Point::x));
    const auto [south, north] = std::ranges::minmax(centres | std::views::transform(&Point::y));
    const int across = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(centres.size()) * 1.75)));
    const int down = static_cast<int>(std::ceil(static_cast<double>(centres.size()) * 1.18 / across));
    std::vector<std::vector<double>> cost;
    for (const auto& centre : centres) {
        auto& line = cost.emplace_back();
        for (int tile = 0; tile < across * down; ++tile) {
            const double column = (centre.x - west) / (east - west + 1) * (across - 1);
            const double row = (north - centre.y) / (north - south + 1) * (down - 1);
            line.push_back(std::pow(column - tile % across, 2) + std::pow(row - tile / across, 2));
        }
    }
    std::vector<Tile> out;
    for (const int tile : assign(cost)) out.push_back({tile / across, tile % across});
    return out;
}

}  // namespace

std::vector<MapDistrict> make_map(Seed seed, int districts) {
    Dice dice(seed, "map");
    const auto fields = land(dice);
    const Point capital{columns * width_km * 0.60, rows * width_km * std::numbers::sqrt3 / 4 * 0.96};
    const auto owner = grow(fields, middles(fields, capital, districts, dice), dice);
    std::vector<std::map<Corner, Corner>> borders;
    std::vector<Point> centres;
    for (int district = 0; district < districts; ++district) {
        borders.push_back(border(owner, district));
        Point sum;
        double count = 0;
        for (const int index : fields)
            if (owner_of(owner, index) == district) {
                const auto at = hexagon(index).centre();
                sum = {sum.x + at.x, sum.y + at.y};
                ++count;
            }
        centres.push_back({sum.x / count, sum.y / count});
    }
    const auto at = drawn(borders, dice);
    const auto grid = tiles(centres);
    std::vector<MapDistrict> out;
    for (std::size_t i = 0; i < borders.size(); ++i) out.push_back({polygon(borders[i], at), grid[i], distance(centres[i], centres[0])});
    std::ranges::sort(out.begin() + 1, out.end(), {}, &MapDistrict::capital_km);
    return out;
}

std::string geometry(const Polygon& polygon) {
    std::string out = R"({"type":"Polygon","coordinates":[)";
    for (const auto& ring : polygon) {
        out += &ring == &polygon.front() ? "[" : ",[";
        for (const auto& each : ring)
            fmt::format_to(std::back_inserter(out), "{}[{:.3f},{:.3f}]", &each == &ring.front() ? "" : ",", each.longitude, each.latitude);
        out += "]";
    }
    return out + "]}";
}

}  // namespace ryadom::generate
