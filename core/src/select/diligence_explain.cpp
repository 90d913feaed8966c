#include "allymark/select/diligence.hpp"

namespace allymark {

void explain(const Diligence& result, const Tracer& tracer) {
  const auto count = [](std::size_t n) { return Decimal::whole(static_cast<std::int64_t>(n)); };
  const Screening& screening = result.screening;
  tracer.step("screening/state", "diligence.screening", "screen")
      .with("yes", count(screening.yes.size()), "")
      .with("no", count(screening.no.size()), "")
      .with("unknown", count(screening.unknown.size()), "")
      .gives(Tokens<ScreeningState>::names[static_cast<std::size_t>(screening.state)]);
  std::int64_t settled = 0;
  std::int64_t all = 0;
  const auto explain_share = [](Step& step, std::int64_t part, std::int64_t of, Decimal share) {
    step.with("part", Decimal::whole(part), "")
        .with("all", Decimal::whole(of), "")
        .gives(share.rounded(2), "percent");
  };
  const Place groups = tracer.place().member("groups");
  for (std::size_t i = 0; i < result.groups.size(); ++i) {
    const DiligenceGroup& row = result.groups[i];
    const std::int64_t done = row.pass + row.doubt + row.veto;
    explain_share(
        tracer.under(groups.index(i)).step("completeness", "diligence.items", "share_of_count"),
        done, done + row.open, row.completeness);
    settled += done;
    all += done + row.open;
  }
  explain_share(tracer.step("completeness", "diligence.items", "share_of_count"), settled, all,
                result.completeness);
  tracer.step("state", "diligence.items", "diligence_state")
      .with("vetoes", count(result.vetoes.size()), "")
      .with("open", count(result.open.size()), "")
      .with("doubts", count(result.doubts.size()), "")
      .gives(Tokens<DiligenceState>::names[static_cast<std::size_t>(result.state)]);
}

}  // namespace allymark
