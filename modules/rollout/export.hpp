// The lists of the rollout as tables that leave the house as files. What a screen hides they hide too.
#pragma once

#include "modules/rollout/say.hpp"
#include "platform/documents/table.hpp"

namespace ryadom::rollout {

/// One row a centre, one column a practice, how many reached their target at the edges.
documents::Table matrix_table(const Tongue& tongue, const MatrixView& view);
documents::Table adoptions_table(const Tongue& tongue, const std::vector<AdoptionItem>& items, Date day);
documents::Table attention_table(const Tongue& tongue, const std::vector<AttentionView>& items, Date day);
documents::Table starters_table(const Tongue& tongue, const std::vector<StarterView>& items, Date day);

/// An assignment with the names of what it assigns.
struct NamedAssignment {
    std::string centre;
    std::string practice;
    Assignment assignment;
    std::optional<StageView> state;  ///< of a signed order
};
documents::Table assignments_table(const Tongue& tongue, const std::vector<NamedAssignment>& items, const Campaign& campaign);

std::vector<documents::Column> fact_columns(const Tongue& tongue);
documents::Row fact_row(const Tongue& tongue, const FactView& fact);

}  // namespace ryadom::rollout
