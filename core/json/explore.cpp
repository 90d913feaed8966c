#include "json/explore.hpp"

#include "allymark/base/codes.hpp"
#include "allymark/base/order.hpp"
#include "json/canonical.hpp"
#include "json/evaluate.hpp"
#include "json/write.hpp"

namespace allymark::json {
namespace {

/// Bytes of requests asked in one exploration, so that none runs without end.
constexpr std::size_t most_asked = 32U << 20U;

struct Outcome {
  bool ok = false;
  std::string refused;
  List<JsonText> values;
  Maybe<Decimal> figure;  ///< the first watched value, when it is one
};

bool same(const List<JsonText>& a, const List<JsonText>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].text != b[i].text) return false;
  }
  return true;
}

std::int64_t floor_ratio(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// A figure that is moved, and how far.
struct Leaf {
  const Node* node;
  std::string at;
  Decimal value;
  Maybe<Decimal> low;
  Maybe<Decimal> high;
  bool whole = false;
};

class Explorer {
 public:
  Explorer(const ExploreRequest& request, const Document& outer, Document&& inner, const Pack* pack,
           PackStore& store, Errors& errors)
      : request_(request),
        outer_(outer),
        inner_(std::move(inner)),
        pack_(pack),
        store_(store),
        errors_(errors) {}

  Exploration run() {
    count_draws();
    base_ = ask();
    if (!base_.ok) return std::move(result_);
    result_.base = base_.values;
    for (std::size_t i = 0; i < request_.vary.size(); ++i) vary(request_.vary[i], i);
    sort(result_.varied, [](const Varied& a, const Varied& b) {
      return a.swing.value_or(Decimal::nanos(-1)) > b.swing.value_or(Decimal::nanos(-1));
    });
    if (request_.options && pack_ != nullptr) {
      const Node* policy = inner_.member(inner_.root(), "policy");
      try_options(type_of<Pack>(), *policy, Place::at("/policy"));
    }
    for (std::size_t i = 0; i < request_.rows.size(); ++i) try_row(request_.rows[i], i);
    return std::move(result_);
  }

 private:
  /// A comparison draws weightings for each of its candidates; one takes as long as a byte read.
  void count_draws() {
    const Node* candidates = inner_.at("/dossiers");
    if (candidates == nullptr || pack_ == nullptr) return;
    Decimal draws = Decimal::whole(pack_->trial.stability.draws);
    if (const Node* own = inner_.at("/draws")) inner_.number(*own, draws);
    if (draws.is_negative()) return;
    drawn_ = static_cast<std::size_t>(draws.truncated()) * inner_.count(*candidates);
  }

  /// Asks the inner request as it stands now. Figures too large for it are a refusal, too.
  Outcome ask() {
    Outcome outcome;
    const std::size_t size = inner_.size() + 1000 + drawn_;
    if (asked_ + size > most_asked) {
      if (errors_.empty()) errors_.add(error_code::too_large, Place::at("/vary"));
      return outcome;
    }
    asked_ += size;
    ++result_.runs;
    Errors unread;
    const Document answer = Document::parse(evaluate(inner_, store_), unread);
    if (!unread.empty()) {
      if (is_base()) errors_.add(error_code::too_large, Place::at("/request"));
      return outcome;
    }
    outcome.ok = answer.at("/ok")->truth;
    if (!outcome.ok) {
      outcome.refused = answer.text(*answer.at("/errors/0/code"));
      if (is_base()) result_.refusal = refuse_inner(answer);
      return outcome;
    }
    for (const auto& pointer : request_.watch) {
      std::string place = "/result";
      place += pointer;
      const Node* node = answer.at(place);
      JsonText& value = outcome.values.emplace_back();
      if (node == nullptr) {
        // Whoever watches a place that the answer does not have has mistyped it.
        if (is_base()) add_missing(Place::at("/watch").index(outcome.values.size() - 1), pointer);
        continue;
      }
      value.text = canonical(answer, *node);
      Decimal figure;
      const bool counts = node->kind == NodeKind::integer || node->kind == NodeKind::number;
      if (outcome.values.size() == 1 && counts && answer.number(*node, figure)) {
        outcome.figure = figure;
      }
    }
    return outcome;
  }
  bool is_base() const { return result_.runs == 1; }
  void add_missing(const Place& at, const std::string& path) {
    errors_.add(error_code::missing_field, at).with("path", path);
  }

  Outcome ask_at(const Leaf& leaf, Decimal figure) {
    const Node kept = *leaf.node;
    inner_.set(*leaf.node, NodeKind::number, figure.text());
    Outcome outcome = ask();
    inner_.restore(*leaf.node, kept);
    return outcome;
  }

  /// Whether the outcome is another one than now: the first value, or the goal met or not.
  bool changed(const Outcome& outcome) const {
    if (!outcome.ok) return false;
    if (!request_.goal) return outcome.values[0].text != base_.values[0].text;
    return meets(outcome) != meets(base_);
  }
  bool meets(const Outcome& outcome) const {
    const ExploreGoal& goal = *request_.goal;
    return outcome.figure && (!goal.at_least || *outcome.figure >= *goal.at_least) &&
           (!goal.at_most || *outcome.figure <= *goal.at_most);
  }

  /// The nearest multiple of `step` beyond the leaf's figure and not beyond `end` that changes the
  /// outcome: ever longer strides away, then halving back.
  std::optional<Found> search(const Leaf& leaf, Decimal end, std::int64_t step) {
    const std::int64_t way = end > leaf.value ? 1 : -1;
    const std::int64_t start = way * floor_ratio(way * leaf.value.nanos(), step);
    const std::int64_t most = way * (floor_ratio(way * end.nanos(), step) * way - start);
    const auto figure = [&](std::int64_t k) { return Decimal::nanos((start + way * k) * step); };
    std::int64_t before = 0;
    std::int64_t k = most < 1 ? most : 1;
    std::optional<Outcome> there;
    while (k > before) {
      Outcome outcome = ask_at(leaf, figure(k));
      if (changed(outcome)) {
        there = std::move(outcome);
        break;
      }
      before = k;
      k = k > most / 2 ? most : 2 * k;
    }
    if (!there) return std::nullopt;
    while (k - before > 1) {
      const std::int64_t middle = before + (k - before) / 2;
      Outcome outcome = ask_at(leaf, figure(middle));
      if (changed(outcome)) {
        k = middle;
        there = std::move(outcome);
      } else {
        before = middle;
      }
    }
    return Found{figure(k), figure(k) - leaf.value, std::move(there->values)};
  }

  void move(const Leaf& leaf, const ExploreVary& vary, const Place& at) {
    Varied varied;
    varied.at = leaf.at;
    varied.value = leaf.value;
    const std::size_t before = errors_.size();
    varied.from = bound(vary.from, leaf.low, leaf, vary.percent, false, at.member("from"));
    varied.to = bound(vary.to, leaf.high, leaf, vary.percent, true, at.member("to"));
    if (errors_.size() > before) return;
    if (varied.to < varied.from) {
      errors_.add(error_code::below_minimum, at, "to")
          .with("minimum", varied.from)
          .with("value", varied.to);
      return;
    }
    varied.step = vary.step.value_or(leaf.whole ? Decimal::whole(1) : Decimal::nanos(1));
    if (varied.step <= Decimal{}) varied.step = Decimal::nanos(1);
    const std::int64_t step = varied.step.nanos();
    // A figure is another one at the next step already; there only a goal is worth a search.
    if (request_.goal || !base_.figure) {
      if (leaf.value > varied.from) varied.down = search(leaf, varied.from, step);
      if (leaf.value < varied.to) varied.up = search(leaf, varied.to, step);
    }
    Outcome low = ask_at(leaf, varied.from);
    Outcome high = ask_at(leaf, varied.to);
    if (low.figure && high.figure) {
      const Decimal swing = *high.figure - *low.figure;
      varied.swing = swing < Decimal{} ? -swing : swing;
    }
    varied.low = std::move(low.values);
    varied.high = std::move(high.values);
    result_.varied.push_back(std::move(varied));
  }

  /// An end as asked for, as a share of the figure, or as the metric's definition has it.
  Decimal bound(const Maybe<Decimal>& asked, const Maybe<Decimal>& known, const Leaf& leaf,
                const Maybe<Decimal>& percent, bool upper, const Place& at) {
    if (asked) return *asked;
    if (percent) {
      const Decimal part = ratio(leaf.value * *percent, Decimal::whole(100));
      const bool add = upper != leaf.value.is_negative();
      const Decimal end = add ? leaf.value + part : leaf.value - part;
      if (!leaf.whole) return end;
      return end.rounded(0);
    }
    if (!known) errors_.add(error_code::missing_field, at);
    return known.value_or(Decimal{});
  }

  void vary(const ExploreVary& vary, std::size_t index) {
    const Place list = Place::at("/vary");
    const Place at = list.index(index);
    const Node* node = inner_.at(vary.at);
    if (node == nullptr) {
      add_missing(at.member("at"), vary.at);
      return;
    }
    List<Leaf> leaves;
    collect(*node, vary.at, true, leaves);
    if (leaves.empty()) add_missing(at.member("at"), vary.at);
    const std::size_t before = errors_.size();
    for (std::size_t i = 0; i < leaves.size() && errors_.size() == before; ++i) {
      define(leaves[i]);
      move(leaves[i], vary, at);
    }
  }

  /// Every figure at or below a node; of a measurement the one that counts.
  void collect(const Node& node, const std::string& at, bool named, List<Leaf>& leaves) {
    if (node.kind == NodeKind::object || node.kind == NodeKind::array) {
      const bool is_list = node.kind == NodeKind::array;
      const char* counts = is_list                         ? nullptr
                           : figure_member(node, "events") ? "events"
                           : figure_member(node, "value")  ? "value"
                                                           : nullptr;
      std::size_t index = 0;
      inner_.each(node, [&](const Node& child) {
        const std::string_view key = inner_.key(child);
        if (counts != nullptr && key != counts) return;
        const Place parent = Place::at(at);
        collect(child, (is_list ? parent.index(index++) : parent.key(key)).pointer(),
                counts != nullptr, leaves);
      });
      return;
    }
    Leaf leaf{&node, at, {}, {}, {}};
    const bool is_figure = node.kind == NodeKind::integer || node.kind == NodeKind::number ||
                           (named && node.kind == NodeKind::string);
    if (is_figure && inner_.number(node, leaf.value)) leaves.push_back(std::move(leaf));
  }
  bool figure_member(const Node& node, const char* name) const {
    const Node* member = inner_.member(node, name);
    Decimal figure;
    return member != nullptr && inner_.number(*member, figure);
  }

  /// What the pack says of a metric's range, or of the scale of the stars.
  void define(Leaf& leaf) {
    if (pack_ != nullptr && pack_->key_level && leaf.at.find("/keyLevel/") != std::string::npos &&
        !leaf.at.starts_with("/policy")) {
      leaf.low = pack_->key_level->scale.low;
      leaf.high = pack_->key_level->scale.high;
      leaf.whole = true;
      return;
    }
    constexpr std::string_view list = "/metrics/";
    constexpr std::string_view counted = "/events";
    const std::size_t begin = leaf.at.rfind(list);
    if (begin == std::string::npos) return;
    const std::string_view rest = std::string_view(leaf.at).substr(begin + list.size());
    const std::string_view id = rest.substr(0, rest.find('/'));
    if (rest.substr(id.size()) == counted) {
      const Node* of = inner_.at(leaf.at.substr(0, leaf.at.size() - counted.size()) + "/of");
      Decimal base;
      if (of != nullptr && inner_.number(*of, base)) leaf.high = base;
      leaf.low = Decimal{};
      leaf.whole = true;
      return;
    }
    const MetricDefinition* metric = pack_ == nullptr ? nullptr : pack_->metrics.find(id);
    if (metric == nullptr) return;
    leaf.low = metric->low;
    leaf.high = metric->high;
    leaf.whole = metric->whole;
  }

  /// The answer as things stand now, as a row.
  Row ask_row(std::string at, std::string to) {
    Outcome outcome = ask();
    Row row;
    row.at = std::move(at);
    row.to.text = std::move(to);
    row.differs = outcome.ok && !same(outcome.values, base_.values);
    if (!outcome.ok) row.refused = outcome.refused;
    row.values = std::move(outcome.values);
    return row;
  }

  /// Every choice of every option that the tables know, wherever it stands in the pack.
  void try_options(const Type& type, const Node& node, const Place& at) {
    if (type.kind == Kind::optional) return try_options(*type.element, node, at);
    if (type.kind == Kind::list || type.kind == Kind::keyed) {
      std::size_t index = 0;
      inner_.each(node, [&](const Node& child) {
        try_options(*type.element, child,
                    type.kind == Kind::list ? at.index(index++) : at.key(inner_.key(child)));
      });
    }
    if (type.kind != Kind::record) return;
    for (std::uint16_t i = 0; i < type.count; ++i) {
      const Field& field = type.fields[i];
      const Node* member = inner_.member(node, field.name);
      if (member == nullptr) continue;
      const Place place = at.member(field.name);
      if (field.is_option) {
        constexpr std::string_view readings = "/policy/commission";
        const std::string where = place.pointer();
        // What the request itself says of a reading counts before what the policy says.
        const Node* own =
            where.starts_with(readings) ? inner_.at(where.substr(readings.size())) : nullptr;
        try_choices(*field.type, own != nullptr ? *own : *member, where);
      } else {
        try_options(*field.type, *member, place);
      }
    }
  }

  void try_choices(const Type& type, const Node& node, const std::string& at) {
    const Node kept = node;
    const std::string now = canonical(inner_, node);
    const std::size_t count = type.kind == Kind::boolean ? 2 : type.count;
    for (std::size_t i = 0; i < count; ++i) {
      if (type.kind == Kind::boolean) {
        inner_.set(node, NodeKind::boolean, {}, i == 1);
      } else {
        inner_.set(node, NodeKind::string, type.tokens[i]);
      }
      std::string to = canonical(inner_, node);
      const bool chosen = to == now;
      result_.options.push_back(ask_row(at, std::move(to)));
      result_.options.back().chosen = chosen;
    }
    inner_.restore(node, kept);
  }

  void try_row(const ExploreRow& row, std::size_t index) {
    struct Kept {
      const Node* place;
      Node node;
    };
    List<Kept> kept;
    const Place list = Place::at("/rows");
    const Place item = list.index(index);
    const Place sets = item.member("set");
    for (std::size_t i = 0; i < row.set.size(); ++i) {
      const Node* place = inner_.at(row.set[i].at);
      const Node* value = static_cast<const Node*>(row.set[i].to.node);
      const Place at = sets.index(i);
      const bool there = place != nullptr && place->kind < NodeKind::array;
      if (!there || value == nullptr || value->kind >= NodeKind::array) {
        add_missing(at.member(there ? "to" : "at"), row.set[i].at);
        continue;
      }
      kept.push_back({place, *place});
      const std::string text(outer_.text(*value));
      inner_.set(*place, value->kind, text, value->truth, value->integer);
    }
    if (kept.size() == row.set.size() && !kept.empty()) {
      const auto* first = static_cast<const Node*>(row.set[0].to.node);
      result_.rows.push_back(ask_row(row.set[0].at, canonical(outer_, *first)));
    }
    while (!kept.empty()) {
      inner_.restore(*kept.back().place, kept.back().node);
      kept.pop_back();
    }
  }

  const ExploreRequest& request_;
  const Document& outer_;
  Document inner_;
  const Pack* pack_;
  PackStore& store_;
  Errors& errors_;
  Outcome base_;
  Exploration result_;
  std::size_t asked_ = 0;
  std::size_t drawn_ = 0;
};

}  // namespace

bool touches_policy(const ExploreRequest& request) {
  bool result = request.options;
  for (const auto& vary : request.vary) result = result || vary.at.starts_with("/policy");
  // Another policy as a whole is one to set, not a change of this one.
  for (const auto& row : request.rows) {
    for (const auto& one : row.set) result = result || one.at.starts_with("/policy/");
  }
  return result;
}

std::string refuse_inner(const Document& answer) {
  std::string out = R"({"ok":false,"errors":[)";
  answer.each(*answer.at("/errors"), [&](const Node& error) {
    if (out.back() == '}') out += ',';
    out += '{';
    answer.each(error, [&](const Node& member) {
      write_key(out, answer.key(member));
      if (answer.key(member) == "path") {
        std::string path = "/request";
        path += answer.text(member);
        write_string(out, path);
      } else {
        out += canonical(answer, member);
      }
    });
    out += '}';
  });
  return out += "]}";
}

Exploration explore(const ExploreRequest& request, const Document& outer, const std::string& inner,
                    const Pack* pack, PackStore& store, Errors& errors) {
  Document document = Document::parse(inner, errors);
  if (!errors.empty()) return {};
  return Explorer(request, outer, std::move(document), pack, store, errors).run();
}

}  // namespace allymark::json
