// Published figures of billing and commission systems, replayed by the clause language. A model
// that is not a partner contract's is composed here from two statements, or listed with the reason.

#include <map>

#include "support/cases.hpp"
#include "support/clauses.hpp"

using namespace allymark;
using test::d;
using test::Json;

namespace {

/// Vectors that no clause states, and why.
const std::map<std::string, std::string> not_replayed = {
    {"V018", "sold in packages of calls, not by the unit"},
    {"V019", "sold in packages of calls, not by the unit"},
    {"V060", "sold in packages of calls, not by the unit"},
    {"V063", "counts packages"},
    {"V064", "counts packages"},
    {"V065", "counts packages"},
    {"V067", "counts packages"},
    {"V123", "sold in packages of calls, not by the unit"},
    {"V033", "prices parts of units in tiers counted by whole ones, event by event"},
    {"V034", "prices parts of units in tiers counted by whole ones, event by event"},
    {"V083", "prices started blocks of units"},
    {"V196", "interpolates the average rate; a ramp interpolates the price of the next unit"},
    {"V197", "interpolates the average rate; a ramp interpolates the price of the next unit"},
    {"V198", "interpolates the average rate; a ramp interpolates the price of the next unit"},
    {"V219", "allocates an amount over ratios"},
    {"V220", "allocates an amount over ratios"},
    {"V221", "allocates an amount over ratios"},
    {"V223", "rounding mode half up is in no contract of ours"},
    {"V224", "rounding mode half down is in no contract of ours"},
    {"V229", "rounding mode half odd is in no contract of ours"},
};

/// A figure as the file has it.
Decimal figure(const Json& value) { return d(value.dump()); }
Decimal percent_of(const Json& value) { return figure(value) * Decimal::whole(100); }

/// The tiers of a vector as ours: "unit" is a rate, "flat", "x" and "amount" are paid once.
Json tiers_of(const Json& list) {
  Json tiers = Json::array();
  for (const auto& item : list) {
    Json tier;
    for (const char* bound : {"up_to", "below", "to"}) {
      if (item.contains(bound) && !item[bound].is_null()) tier["upTo"] = item[bound].dump();
    }
    if (item.contains("unit")) tier["rate"] = item["unit"].dump();
    if (item.contains("rate_pct")) tier["ratePct"] = item["rate_pct"].dump();
    for (const char* once : {"flat", "x", "amount"}) {
      if (item.contains(once)) tier["flat"] = item[once].dump();
    }
    tiers.push_back(tier);
  }
  tiers.back().erase("upTo");  // a clause leaves no volume without a price
  return tiers;
}

struct Terms {
  Json clause;
  Quote at(const char* counted, const Decimal& count) const {
    Json counts;
    counts[counted] = count.text();
    return with(counts);
  }
  Quote with(const Json& counts) const {
    Findings findings;
    Errors errors;
    const auto terms = test::from_json<Clause>(clause.dump());
    const auto agreement = test::from_json<AgreementData>(counts.dump());
    check(terms, {}, errors);
    check_counts(agreement, by_percent(terms.tiers), {}, errors);
    CHECK(test::lines(errors).empty());
    return quote(terms, merge(Reading{}, terms.reading), agreement, {}, findings);
  }
  Decimal units(const Json& count) const { return at("volume", figure(count)).net->yuan(); }
  Decimal percent(const Json& amount) const { return at("amount", figure(amount)).net->yuan(); }
};

Terms graduated(const Json& tiers) {
  Terms terms;
  terms.clause["tiers"] = tiers_of(tiers);
  return terms;
}
Terms all_units(const Json& tiers, const char* bounds = "lower") {
  Terms terms = graduated(tiers);
  terms.clause["reading"]["tiers"] = "all_units";
  terms.clause["reading"]["bounds"] = bounds;
  return terms;
}
/// A clause of one open tier, in the file's words.
Terms one_tier(const char* priced_by, const Json& value) {
  Json tier;
  tier[priced_by] = value;
  Json tiers = Json::array();
  tiers.push_back(tier);
  return graduated(tiers);
}
Terms limited(Terms terms, const Json& tiers) {
  if (tiers.contains("minimum")) terms.clause["floor"] = tiers["minimum"];
  if (tiers.contains("maximum")) terms.clause["cap"] = tiers["maximum"];
  return terms;
}
const Json& list_of(const Json& tiers) { return tiers.is_array() ? tiers : tiers["tiers"]; }

/// What each new cumulative figure adds to what is booked; before the first, nothing is.
List<Decimal> added(const Terms& terms, const Json& cumulative) {
  List<Decimal> result;
  Decimal booked;
  for (const auto& count : cumulative) {
    const Decimal now = terms.units(count);
    result.push_back(now - booked);
    booked = now;
  }
  return result;
}

using Figures = List<Decimal>;

Figures plain(const Json& v, const Terms& terms) {
  const Json& in = v["input"];
  if (in.contains("cumulative")) return added(terms, in["cumulative"]);
  if (in.contains("already")) {
    const Decimal before = terms.units(in["already"]);
    const Decimal after = terms.at("volume", figure(in["already"]) + figure(in["now"])).net->yuan();
    return {after - before};
  }
  if (in.contains("previous_cumulative")) {
    CHECK(in["previous_cumulative"] == 0);  // nothing is booked, not even the first flat amount
    return {terms.percent(in["transaction"])};
  }
  for (const char* name : {"units", "count"}) {
    if (in.contains(name)) return {terms.units(in[name])};
  }
  for (const char* name : {"amount", "sales"}) {
    if (in.contains(name)) return {terms.percent(in[name])};
  }
  FAIL("no input of " << v["id"]);
  return {};
}

Figures replay_graduated(const Json& v) {
  return plain(v, limited(graduated(list_of(v["tiers"])), v["tiers"]));
}
Figures replay_volume(const Json& v) {
  return plain(v, limited(all_units(list_of(v["tiers"])), v["tiers"]));
}
/// The tier by full units, its price by prorated ones.
Figures replay_prorated_volume(const Json& v) {
  const auto whole = test::from_json<Clause>(all_units(v["tiers"]).clause.dump());
  const auto reached = Tariff(whole, Reading{}).reached(figure(v["input"]["full_units"]));
  Json tier = v["tiers"][reached];
  tier["up_to"] = nullptr;
  Json tiers = Json::array();
  tiers.push_back(tier);
  return {graduated(tiers).units(v["input"]["prorated_units"])};
}
/// Units up to the allowance cost nothing and bounds are counted above it.
Figures replay_allowance(const Json& v) {
  const Decimal allowance = figure(v["tiers"]["allowance"]);
  Terms terms = all_units(v["tiers"]["tiers"]);
  for (auto& tier : terms.clause["tiers"]) {
    if (!tier.contains("upTo")) continue;
    tier["upTo"] = (d(tier["upTo"].get<std::string>()) + allowance).text();
  }
  Json free;
  free["upTo"] = allowance.text();
  free["rate"] = 0;
  terms.clause["tiers"].insert(terms.clause["tiers"].begin(), free);
  return {terms.units(v["input"]["units"])};
}
/// One percentage of each amount, and an amount for each event as a second statement.
Figures replay_percentage(const Json& v) {
  const Terms terms = one_tier("rate_pct", v["tiers"]["rate_pct"]);
  const Json& in = v["input"];
  if (in.contains("sales")) return {terms.percent(in["sales"])};
  if (in.contains("event_amounts")) {
    Decimal sum;
    for (const auto& amount : in["event_amounts"]) sum = sum + terms.percent(amount);
    return {sum};
  }
  const Terms events = one_tier("unit", v["tiers"]["fixed_per_event"]);
  return {terms.percent(in["amount"]) + events.units(in["events"])};
}
/// A percentage of a percentage: the second is taken from what the first pays.
Figures replay_payout(const Json& v) {
  const auto share = [](Decimal amount, const Json& rate) {
    const Terms terms = one_tier("rate_pct", Json::parse(percent_of(rate).text()));
    return terms.at("amount", amount).net->yuan();
  };
  const Json& in = v["input"];
  const Decimal premium = figure(in.contains("premium") ? in["premium"] : in["monthly_premium"]);
  return {share(share(premium, v["tiers"]["rate"]), v["tiers"]["payout_rate"])};
}
/// A tier's amount earned pro rata within it is its percentage of the tier's width.
Figures replay_interpolated(const Json& v) {
  Terms terms = graduated(v["tiers"]);
  Decimal from;
  for (std::size_t i = 0; i < v["tiers"].size(); ++i) {
    const Decimal up_to = figure(v["tiers"][i]["up_to"]);
    Json& tier = terms.clause["tiers"][i];
    tier.erase("flat");
    tier["ratePct"] = ratio(percent_of(v["tiers"][i]["amount"]), up_to - from).text();
    from = up_to;
  }
  return plain(v, terms);
}
Figures replay_rate(const Json& v) {
  const char* side = v["tiers"][0].contains("from") ? "higher" : "lower";
  const Quote found = all_units(v["tiers"], side).at("amount", figure(v["input"]["amount"]));
  return {*found.lines.front().rate_pct};
}
Figures replay_lookup(const Json& v) {
  return {all_units(v["tiers"], "higher").units(v["input"]["amount"])};
}
/// "from" bounds: nothing below the first, then each amount.
Figures replay_single_amount(const Json& v) {
  Json tiers = Json::array();
  Json amount = 0;
  for (const auto& tier : v["tiers"]) {
    tiers.push_back({{"up_to", tier["from"]}, {"flat", amount}});
    amount = tier["amount"];
  }
  tiers.push_back({{"up_to", nullptr}, {"flat", amount}});
  Figures result;
  for (const auto& count : v["input"]["amounts"]) {
    result.push_back(all_units(tiers, "higher").units(count));
  }
  return result;
}
Figures replay_bracket(const Json& v) {
  const auto clause =
      test::from_json<Clause>(R"({"tiers":[{"upTo":2,"rate":1},{"upTo":4,"rate":1},{"rate":1}]})");
  Figures result;
  for (const auto& count : v["input"]["amounts"]) {
    const auto tier = Tariff(clause, Reading{}).reached(figure(count));
    result.push_back(Decimal::whole(static_cast<std::int64_t>(tier)));
  }
  return result;
}
/// Bounds as multiples of a base.
Figures replay_multiples(const Json& v) {
  Terms terms = graduated(v["tiers"]["tiers"]);
  for (auto& tier : terms.clause["tiers"]) {
    if (!tier.contains("upTo")) continue;
    tier["upTo"] = (d(tier["upTo"].get<std::string>()) * figure(v["tiers"]["multiplier"])).text();
  }
  return plain(v, terms);
}
/// The base is rounded to the fen before it is priced.
Figures replay_rounded_base(const Json& v) {
  Figures result;
  for (const auto& amount : v["input"]["amounts"]) {
    const Quote quote = graduated(v["tiers"]).at("amount", figure(amount).rounded(2));
    result.push_back(quote.net->yuan());
  }
  return result;
}
Figures replay_true_up(const Json& v) {
  const auto yuan_of = [](const Json& cents) {
    return Json::parse(ratio(figure(cents), d("100")).text());
  };
  Terms terms = one_tier("flat", yuan_of(v["input"]["used_cents"]));
  terms.clause["guarantee"] = yuan_of(v["tiers"]["min_cents"]);
  const Quote quote = terms.at("volume", d("1"));
  CHECK(quote.lines.back().kind == LineKind::guarantee);
  return {Decimal::whole(quote.lines.back().amount.fen())};
}
/// A base fee beside the flat amount of the reached tier.
Figures replay_capacity(const Json& v) {
  const Terms base = one_tier("flat", v["tiers"]["base"]);
  return {base.units(v["input"]["units"]) +
          all_units(v["tiers"]["tiers"]).units(v["input"]["units"])};
}
Figures replay_itemised(const Json& v) {
  return {graduated(v["tiers"]["minutes"]).units(v["input"]["minutes"]) +
          graduated(v["tiers"]["mbytes"]).units(v["input"]["mbytes"])};
}
/// Blocks of one unit: bounds are the sums of the blocks.
Figures replay_blocks(const Json& v) {
  Json tiers = Json::array();
  Decimal bound;
  for (const auto& tier : v["tiers"]) {
    CHECK(tier["block_size"] == 1);
    bound = bound + figure(tier["max_blocks"]);
    tiers.push_back({{"up_to", Json::parse(bound.text())}, {"unit", tier["price"]}});
  }
  return {all_units(tiers).units(v["input"]["units"])};
}
/// What was paid back before is no longer paid.
Figures replay_clawback(const Json& v) {
  Json steps = Json::array();
  for (const auto& step : v["tiers"]["schedule"]) {
    if (step["to_instalment"].is_null()) continue;
    steps.push_back({{"upTo", step["to_instalment"]}, {"percent", step["clawback_pct"]}});
  }
  const Json& in = v["input"];
  Decimal paid = figure(in["net_paid"]);
  if (in.contains("prior_clawback")) paid = paid - figure(in["prior_clawback"]);
  Terms terms = one_tier("unit", 0);
  terms.clause["clawback"] = steps;
  Json counts;
  counts["volume"] = 0;
  counts["returned"] = Json::array();
  counts["returned"].push_back({{"month", in["instalment"]}, {"paid", paid.text()}});
  return {terms.with(counts).net->yuan()};
}
Figures replay_money(const Json& v) {
  return {Money::of(figure(v["input"]["value"]), d("1"), Rounding::half_away).yuan()};
}
Figures replay_whole(const Json& v) { return {figure(v["input"]["value"]).rounded(0)}; }
Figures replay_division(const Json& v) {
  const auto mode = v["tiers"]["mode"] == "halfEven" ? Rounding::half_even : Rounding::half_away;
  const Int128 quotient = divide(v["input"]["dividend"].get<std::int64_t>(),
                                 v["input"]["divisor"].get<std::int64_t>(), mode);
  return {Decimal::whole(narrow(quotient))};
}

struct Model {
  const char* starts;
  Figures (*replay)(const Json& vector);
};
/// By how a model's name starts; the first that fits.
constexpr Model models[] = {
    {"graduated", replay_graduated},
    {"volume, prorated", replay_prorated_volume},
    {"volume with allowance", replay_allowance},
    {"volume", replay_volume},
    {"percentage", replay_percentage},
    {"minimum guarantee", replay_true_up},
    {"TOP_TIER", replay_blocks},
    {"base fee", replay_capacity},
    {"ALL_TIERS", replay_itemised},
    {"step rate", replay_graduated},
    {"interpolated", replay_interpolated},
    {"rate not split", replay_rate},
    {"boundary rule", replay_rate},
    {"slab amount", replay_graduated},
    {"variable amount per unit", replay_volume},
    {"two-tier commission", replay_graduated},
    {"flat commission", replay_percentage},
    {"insurance first-year", replay_payout},
    {"13th instalment", replay_payout},
    {"clawback", replay_clawback},
    {"second clawback", replay_clawback},
    {"bar\u00e8me (marginal %), bounds", replay_multiples},
    {"bar\u00e8me", replay_graduated},
    {"grille", replay_lookup},
    {"marginal rate scale", replay_rounded_base},
    {"single amount", replay_single_amount},
    {"bracket index", replay_bracket},
    {"decimal to money", replay_money},
    {"round money", replay_whole},
    {"divide by 10", replay_division},
};

const Model* model_of(const std::string& name) {
  for (const auto& model : models) {
    if (name.rfind(model.starts, 0) == 0) return &model;
  }
  return nullptr;
}

/// The published result, rounded to the fen as every line is.
Figures expected_of(const Json& v) {
  const Json& expected = v["expected"];
  if (expected.is_object()) return {figure(expected["rate_pct"])};
  if (!expected.is_array()) return {figure(expected).rounded(2)};
  Figures result;
  for (const auto& item : expected) result.push_back(figure(item).rounded(2));
  return result;
}

const Json& vectors() {
  static const Json document = Json::parse(test::file("tests/cases/vectors-commission.json"));
  return document["vectors"];
}

}  // namespace

TEST_CASE("published figures are replayed to the fen") {
  for (const auto& v : vectors()) {
    const auto id = v["id"].get<std::string>();
    if (not_replayed.count(id) != 0) continue;
    INFO(id << " " << v["model"] << " " << v["source"]);
    const Model* model = model_of(v["model"].get<std::string>());
    REQUIRE(model != nullptr);
    CHECK(model->replay(v) == expected_of(v));
  }
}

TEST_CASE("every published figure is replayed or listed with the reason, and names its source") {
  std::size_t replayed = 0;
  std::size_t listed = 0;
  for (const auto& v : vectors()) {
    CHECK_FALSE(v["source"].get<std::string>().empty());
    const auto id = v["id"].get<std::string>();
    (not_replayed.count(id) != 0 ? listed : replayed) += 1;
  }
  CHECK(listed == not_replayed.size());
  CHECK(replayed == 87);
  CHECK(replayed + listed == vectors().size());
}
