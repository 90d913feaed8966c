#pragma once
// Tariff: a clause under one reading, compiled to bounds and cumulative sums; the gross pay of a
// volume and its lines. One tariff serves a statement, a curve and a million volumes alike.

#include "allymark/agree/clause.hpp"
#include "allymark/base/list.hpp"

namespace allymark {

enum class LineKind : std::uint8_t {
  tier,
  ramp,
  flat,
  missed,
  shortfall,
  deduction,
  cap,
  floor,
  guarantee,
  clawback
};

/// One line of a statement. Amounts are rounded to the fen once, here.
struct Line {
  std::string id;
  LineKind kind = LineKind::tier;
  const char* clause = "";
  Maybe<Decimal> from;
  Maybe<Decimal> up_to;
  Maybe<Decimal> quantity;
  Maybe<Decimal> rate;
  std::optional<std::string> metric;
  Maybe<Decimal> value;
  Maybe<Decimal> limit;
  std::optional<const char*> relation;
  Maybe<Decimal> percent;
  Maybe<Money> base;
  std::optional<bool> breached;
  Money amount;
  Maybe<Decimal> rate_pct;
  std::optional<std::int64_t> month;
};

/// What a unit carries and how much of a year is counted. A clause by percent is bounded by units
/// that carry amount / units yuan each or, without an amount here, by the yuan themselves.
struct Basis {
  std::int64_t months = 12;  ///< 1 to 12; target and bounds hold for 12
  Maybe<Money> amount;
  Decimal units;  ///< that carry the amount; > 0 when the amount is
};

/// Where pay jumps by more (or less) than any single unit earns by its rate.
enum class CliffCause : std::uint8_t { target, tier };
struct Cliff {
  Decimal at;
  Money before;  ///< gross of one unit less
  Money after;   ///< gross at `at`
  Money amount;  ///< after - before
  CliffCause cause = CliffCause::tier;
};

class Tariff {
 public:
  /// Compiles a clause that `check` found free of errors.
  Tariff(const Clause& clause, const Reading& reading, const Basis& basis = {});

  /// Gross pay of a volume (>= 0) in its lines; their sum is the gross.
  /// Example: 10,000 under the default reading is 1,250,000 + 840,000 + 640,000.
  List<Line> lines(Decimal volume) const;
  /// The sum of `lines`, without making them.
  Money gross(Decimal volume) const;
  /// gross for many whole or fractional volumes, yuan in and out of doubles exact to the fen below
  /// 2^53. Whole volumes at rates in whole fen take 64-bit arithmetic along straight pieces.
  void gross_many(const double* volumes, double* pay, std::size_t count) const;

  /// Whether a volume (>= 0) meets the target as the reading says; any does where there is none.
  bool met(Decimal volume) const;
  /// Index of the tier whose rate the volume has reached.
  std::size_t reached(Decimal volume) const;
  /// Cliffs in volume order.
  List<Cliff> cliffs() const;
  /// Volumes where the line of pay bends or jumps, ascending.
  List<Decimal> corners() const;

  /// The target for the time counted: 5,000 a year are 2,916.666666667 in seven months.
  Maybe<Decimal> target() const;
  /// The least whole volume that meets the target.
  Decimal goal() const;
  /// Upper bound of a tier for the time counted.
  Maybe<Decimal> bound(std::size_t tier) const;
  /// Yuan per unit in a tier.
  Decimal rate(std::size_t tier) const;
  /// What the reached tier's rate pays for the units above the first tier.
  Money above_first_tier(Decimal volume) const;

  /// What the tariff was compiled from.
  /// @{
  const Clause& clause() const { return clause_; }
  const Reading& reading() const { return reading_; }
  const Basis& basis() const { return basis_; }
  /// @}

 private:
  /// Bounds and the target in parts of a unit, so that a part year scales them exactly: seven
  /// months of 5,000 units are 35,000 twelfths. Volumes are priced in the same parts.
  struct Step {
    Decimal from;
    Maybe<Decimal> up_to;
    Decimal rate;
    Maybe<Decimal> flat;
  };
  /// Whole volumes from `start` pay offset + volume x rate, in fen.
  struct Piece {
    std::int64_t start;
    std::int64_t offset;
    std::int64_t rate;
    std::int64_t at(std::int64_t volume) const { return offset + volume * rate; }
  };

  struct Sink;
  void price(Decimal volume, Sink& sink) const;
  void price_missed(Decimal volume, Sink& sink) const;
  void price_ramp(Decimal volume, Sink& sink) const;
  bool meets(Decimal parts) const;
  std::size_t tier_of(Decimal parts) const;
  Decimal parts(Decimal volume) const;
  Decimal units(Decimal parts) const;
  /// The volume of the unit that reaches a bound.
  Decimal reaching(Decimal bound, bool inclusive) const;
  Money amount(Decimal parts, Decimal rate) const;
  Money carried(Int128 top, Int128 bottom) const;
  void finish(Line& line) const;
  bool is_straight() const;
  List<Piece> pieces() const;
  /// The least and the most that one unit earns by its rate alone.
  struct Earned {
    Money lowest;
    Money highest;
  };
  Earned unit_earnings() const;

  Clause clause_;
  Reading reading_;
  Basis basis_;
  bool percent_ = false;
  std::int64_t parts_ = 1;  ///< of a unit
  Int128 carried_top_ = 1;  ///< yuan that a part priced at 1 is worth
  Int128 carried_bottom_ = 1;
  Maybe<Decimal> target_;
  Decimal missed_rate_;
  List<Step> steps_;
};

/// Whether every value lies from `low` to `high`; false for one that is no number.
bool all_between(const double* values, std::size_t count, double low, double high);

template <>
struct Tokens<LineKind> {
  static constexpr const char* names[] = {"tier",      "ramp", "flat",  "missed",    "shortfall",
                                          "deduction", "cap",  "floor", "guarantee", "clawback"};
};
template <>
struct Tokens<CliffCause> {
  static constexpr const char* names[] = {"target", "tier"};
};
template <>
struct Describe<Line> {
  static constexpr const char* name = "line";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Line, id, "id").says(ALLYMARK_DOC("id within the statement")),
      ALLYMARK_FIELD(Line, kind, "kind").says(ALLYMARK_DOC("kind of line")),
      ALLYMARK_FIELD(Line, clause, "clause").says(ALLYMARK_DOC("id of the rule it follows from")),
      ALLYMARK_FIELD(Line, from, "from").says(ALLYMARK_DOC("units above")),
      ALLYMARK_FIELD(Line, up_to, "upTo").says(ALLYMARK_DOC("up to and including; absent = open")),
      ALLYMARK_FIELD(Line, quantity, "quantity").says(ALLYMARK_DOC("units priced")),
      ALLYMARK_FIELD(Line, rate, "rate").shown(6).says(ALLYMARK_DOC("yuan per unit")),
      ALLYMARK_FIELD(Line, rate_pct, "ratePct").says(ALLYMARK_DOC("percent of base")),
      ALLYMARK_FIELD(Line, month, "month")
          .says(ALLYMARK_DOC("month of its life a policy was cancelled in")),
      ALLYMARK_FIELD(Line, metric, "metric").says(ALLYMARK_DOC("metric of a quality clause")),
      ALLYMARK_FIELD(Line, value, "value").says(ALLYMARK_DOC("its figure; absent = not measured")),
      ALLYMARK_FIELD(Line, limit, "limit").says(ALLYMARK_DOC("its limit")),
      ALLYMARK_FIELD(Line, relation, "relation")
          .says(ALLYMARK_DOC("breached when strictly above or below")),
      ALLYMARK_FIELD(Line, percent, "percent").says(ALLYMARK_DOC("percent taken when breached")),
      ALLYMARK_FIELD(Line, base, "base").says(ALLYMARK_DOC("what it is taken from")),
      ALLYMARK_FIELD(Line, breached, "breached").says(ALLYMARK_DOC("whether the limit is crossed")),
      ALLYMARK_FIELD(Line, amount, "amount")
          .says(ALLYMARK_DOC("yuan; negative lines reduce the pay")),
  };
};
template <>
struct Describe<Cliff> {
  static constexpr const char* name = "cliff";
  static constexpr bool result_only = true;
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Cliff, at, "at").says(ALLYMARK_DOC("the unit that brings the jump")),
      ALLYMARK_FIELD(Cliff, before, "before").says(ALLYMARK_DOC("gross of one unit less")),
      ALLYMARK_FIELD(Cliff, after, "after").says(ALLYMARK_DOC("gross with it")),
      ALLYMARK_FIELD(Cliff, amount, "amount").says(ALLYMARK_DOC("what that unit is worth")),
      ALLYMARK_FIELD(Cliff, cause, "cause").says(ALLYMARK_DOC("the target or a tier's bound")),
  };
};

}  // namespace allymark
