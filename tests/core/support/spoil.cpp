#include "support/spoil.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "json/requests.hpp"

namespace test {
namespace {

using namespace allymark;
using Value = Spoiler::Value;

/// A place in a request: the value, what it stands in, and what the tables say of it, if anything.
struct Site {
  Value* value;
  Value* parent;
  std::string key;  ///< in an object
  const Type* type;
  const Field* field;
};

const Type* type_of_call(const Value& request) {
  struct Called {
    const char* name;
    const Type* type;
  };
  static const Called known[] = {
      {"select", &type_of<json::SelectRequest>()},
      {"assess", &type_of<json::AssessRequest>()},
      {"assess_many", &type_of<json::AssessManyRequest>()},
      {"quote", &type_of<json::QuoteRequest>()},
      {"settle", &type_of<json::QuoteRequest>()},
      {"wording", &type_of<json::QuoteRequest>()},
      {"curve", &type_of<json::CurveRequest>()},
      {"add_policy", &type_of<json::DocumentRequest>()},
      {"check", &type_of<json::DocumentRequest>()},
      {"digest", &type_of<json::DocumentRequest>()},
      {"migrate", &type_of<json::DocumentRequest>()},
      {"diff", &type_of<json::DiffRequest>()},
      {"in_force", &type_of<json::InForceRequest>()},
      {"verify", &type_of<json::VerifyRequest>()},
      {"explore", &type_of<json::ExploreRequest>()},
      {"simulate", &type_of<json::SimulateRequest>()},
  };
  const auto call = request.is_object() ? request.find("call") : request.end();
  if (call == request.end() || !call->is_string()) return nullptr;
  for (const Called& item : known) {
    if (*call == item.name) return item.type;
  }
  return nullptr;
}

const Type* without_optional(const Type* type) {
  while (type != nullptr && type->kind == Kind::optional) type = type->element;
  return type;
}

/// A raw part is read by another table later: a request by its call's, all others are packs.
const Type* type_of_raw(const Value& value, std::string_view name) {
  if (!value.is_object()) return nullptr;
  return name == "request" ? type_of_call(value) : name == "told" ? nullptr : &type_of<Pack>();
}

const Field* field_named(const Type& record, std::string_view name) {
  for (std::uint16_t i = 0; i < record.count; ++i) {
    if (record.fields[i].name == name) return &record.fields[i];
  }
  return nullptr;
}

void collect(const Site& site, std::string_view name, std::vector<Site>& sites) {
  const Type* type = without_optional(site.type);
  if (type != nullptr && type->kind == Kind::raw) type = type_of_raw(*site.value, name);
  sites.push_back({site.value, site.parent, site.key, type, site.field});
  if (site.value->is_object()) {
    for (auto& [key, child] : site.value->items()) {
      const Field* field = nullptr;
      const Type* inner = nullptr;
      if (type != nullptr && type->kind == Kind::record) field = field_named(*type, key);
      if (type != nullptr && type->kind == Kind::keyed) inner = type->element;
      if (field != nullptr) inner = field->type;
      collect({&child, site.value, key, inner, field}, key, sites);
    }
  } else if (site.value->is_array()) {
    const bool list = type != nullptr && type->kind == Kind::list;
    for (auto& child : *site.value) {
      collect({&child, site.value, "", list ? type->element : nullptr, nullptr}, name, sites);
    }
  }
}

template <class T>
const T& one_of(const std::vector<T>& items, Pcg32& random) {
  return items[random.below(items.size())];
}

/// Values that are strange nearly everywhere.
Value strange(Pcg32& random) {
  static const std::vector<Value> values = {nullptr,
                                            true,
                                            -1,
                                            0,
                                            0.5,
                                            1e300,
                                            1e-12,
                                            9e18,
                                            -9e18,
                                            "",
                                            "x",
                                            "5.1",
                                            "1e999",
                                            "2024-02-30",
                                            "~0/",
                                            Value::array(),
                                            Value::object(),
                                            Value::array({nullptr}),
                                            100,
                                            1000000000,
                                            "\xe4\xbf\x9d",
                                            std::string(300, 'a'),
                                            -0.0,
                                            18446744073709551615U};
  return one_of(values, random);
}

Value as_figure(Decimal figure) {
  if (figure.is_whole()) return figure.truncated();
  return static_cast<double>(figure.nanos()) / static_cast<double>(Decimal::scale);
}

/// At a bound, next to it, or a little beside the figure that stands there.
Value figure_near(const Value& now, const Field* field, Pcg32& random) {
  static const std::vector<std::int64_t> steps = {1, 10'000'000, Decimal::scale};
  std::int64_t base = Decimal::scale;
  if (now.is_number()) {
    const double known = now.get<double>();
    if (known > -1e9 && known < 1e9) base = static_cast<std::int64_t>(known * 1e9);
  }
  if (field != nullptr && field->bounds != nullptr && random.below(2) == 0) {
    base = random.below(2) == 0 ? field->bounds->low : field->bounds->high;
  }
  const auto way = static_cast<std::int64_t>(random.below(3)) - 1;
  const Decimal figure = Decimal::nanos(base) + Decimal::nanos(way * one_of(steps, random));
  if (random.below(6) == 0) return figure.text();
  return as_figure(figure);
}

/// A value that the tables allow, or one right beside those.
Value value_of(const Type& type, const Field* field, Pcg32& random, int depth) {
  static const std::vector<std::string> months = {"2024-01", "2024-02", "2024-12", "1900-01",
                                                  "9999-12", "2023-08", "2024-13"};
  static const std::vector<std::string> dates = {"2024-01-31", "2024-02-29", "2023-02-29",
                                                 "1900-01-01", "9999-12-31", "2024-09-01",
                                                 "2026-06-30", "2024-04-31"};
  static const std::vector<std::string> names = {"conversion", "nps",     "complaint_rate",
                                                 "policies",   "deals",   "quote_hours",
                                                 "api_stable", "unknown", "a"};
  switch (type.kind) {
    case Kind::boolean: return random.below(2) == 0;
    case Kind::integer: return static_cast<std::int64_t>(random.below(13));
    case Kind::decimal:
    case Kind::money: return figure_near(Value(random.below(200)), field, random);
    case Kind::currency: return random.below(3) == 0 ? "yuan" : "CNY";
    case Kind::month: return one_of(months, random);
    case Kind::date: return one_of(dates, random);
    case Kind::token: return type.tokens[random.below(type.count)];
    case Kind::optional: return value_of(*type.element, field, random, depth);
    case Kind::list: {
      Value list = Value::array();
      for (auto i = depth > 3 ? 0 : random.below(4); i > 0; --i) {
        list.push_back(value_of(*type.element, nullptr, random, depth + 1));
      }
      return list;
    }
    case Kind::keyed: {
      Value map = Value::object();
      for (auto i = depth > 3 ? 0 : random.below(4); i > 0; --i) {
        map[one_of(names, random)] = value_of(*type.element, nullptr, random, depth + 1);
      }
      return map;
    }
    case Kind::record: {
      Value record = Value::object();
      for (std::uint16_t i = 0; i < type.count; ++i) {
        const Field& member = type.fields[i];
        if (!member.is_required && (depth > 3 || random.below(2) == 0)) continue;
        record[member.name] = value_of(*member.type, &member, random, depth + 1);
      }
      return record;
    }
    case Kind::raw: return "insurance-data";
    case Kind::text:
    case Kind::code:
    case Kind::scalar:
    case Kind::params:
    case Kind::json: break;
  }
  const std::size_t longest = field == nullptr ? 200 : field->longest;
  const auto kind = random.below(6);
  if (kind < 2) return std::string(longest + kind, 'z');
  return one_of(names, random);
}

/// A value in place of the one there, of its own kind.
void replace(const Site& site, Pcg32& random) {
  if (site.value->is_number()) {
    *site.value = figure_near(*site.value, site.field, random);
  } else if (site.type != nullptr && site.type->kind != Kind::record) {
    *site.value = value_of(*site.type, site.field, random, 2);
  } else if (site.value->is_boolean()) {
    *site.value = !site.value->get<bool>();
  } else {
    *site.value = strange(random);
  }
}

/// A field that the table has and the document has not.
void add_field(const Site& site, Pcg32& random) {
  if (site.type == nullptr || !site.value->is_object()) return;
  if (site.type->kind == Kind::keyed) {
    (*site.value)["added"] = value_of(*site.type->element, nullptr, random, 2);
  }
  if (site.type->kind != Kind::record) return;
  std::vector<const Field*> absent;
  for (std::uint16_t i = 0; i < site.type->count; ++i) {
    const Field& field = site.type->fields[i];
    if (!site.value->contains(field.name)) absent.push_back(&field);
  }
  if (absent.empty()) return;
  const Field& field = *one_of(absent, random);
  (*site.value)[field.name] = value_of(*field.type, &field, random, 1);
}

/// An entry of a list doubled, taken out or moved to the front.
void shuffle(Value& list, Pcg32& random) {
  if (list.empty()) return;
  const auto at = static_cast<std::ptrdiff_t>(random.below(list.size()));
  const Value entry = list[static_cast<std::size_t>(at)];
  const auto kind = random.below(3);
  if (kind > 0) list.erase(list.begin() + at);
  if (kind == 0) list.push_back(entry);
  if (kind == 2) list.insert(list.begin(), entry);
}

/// What another request has at a place of the same type, or of the same name.
void take_over(const Site& site, const Value& from, Pcg32& random) {
  Value other = from;
  std::vector<Site> all;
  collect({&other, nullptr, "", type_of_call(other), nullptr}, "", all);
  std::vector<Site> alike;
  for (const Site& item : all) {
    const bool typed = item.type != nullptr && item.type == site.type;
    if (typed || (!item.key.empty() && item.key == site.key)) alike.push_back(item);
  }
  if (!alike.empty()) *site.value = *one_of(alike, random).value;
}

void change(Value& root, const Type* type, const std::vector<Value>& others, Pcg32& random) {
  std::vector<Site> sites;
  collect({&root, nullptr, "", type, nullptr}, "", sites);
  const Site site = one_of(sites, random);
  switch (random.below(9)) {
    case 0:
      if (site.parent != nullptr && site.parent->is_object()) site.parent->erase(site.key);
      return;
    case 1:
      if (site.parent != nullptr) *site.value = strange(random);
      return;
    case 2:
    case 3: add_field(site.value->is_object() ? site : sites.front(), random); return;
    case 4:
      if (site.value->is_array()) return shuffle(*site.value, random);
      if (site.parent != nullptr && site.parent->is_array()) return shuffle(*site.parent, random);
      return replace(site, random);
    case 5:
      if (site.parent != nullptr && !others.empty()) {
        take_over(site, one_of(others, random), random);
      }
      return;
    case 6:
      if (site.parent != nullptr && site.parent->is_object()) (*site.parent)["strange"] = 1;
      return;
    default:
      if (site.parent != nullptr) replace(site, random);
  }
}

}  // namespace

Spoiler::Spoiler(std::vector<Value> requests) : requests_(std::move(requests)) {}

void Spoiler::spoil(Value& request, Pcg32& random) const {
  change(request, type_of_call(request), requests_, random);
}

void Spoiler::spoil_pack(Value& pack, Pcg32& random) const {
  change(pack, &type_of<Pack>(), {}, random);
}

}  // namespace test
