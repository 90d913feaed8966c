#include <cmath>

#include "allymark/measure/interval.hpp"
#include "support/catch.hpp"

using namespace allymark;

namespace {

const double z95 = normal_quantile(95);

}  // namespace

TEST_CASE("48 of 300 at 95 % is 12.3 to 20.6 %") {
  const Interval interval = wilson(48, 300, z95);
  CHECK(std::round(interval.low * 1000) == 123);
  CHECK(std::round(interval.high * 1000) == 206);
}

TEST_CASE("no events begin at exactly 0 and all of them end at exactly 1") {
  CHECK(wilson(0, 300, z95).low == 0);
  CHECK(wilson(0, 300, z95).high > 0);
  CHECK(wilson(300, 300, z95).high == 1);
  CHECK(wilson(300, 300, z95).low < 1);
}

TEST_CASE("the ends of the interval solve Wilson's equation") {
  // An end p fulfils (events/n - p)^2 = z^2 p (1 - p) / n.
  for (const std::int64_t total : {1, 2, 30, 300, 1000, 100'000}) {
    for (std::int64_t events = 0; events <= total; events += total / 10 + 1) {
      INFO(events << " of " << total);
      const Interval interval = wilson(events, total, z95);
      const auto n = static_cast<double>(total);
      const double rate = static_cast<double>(events) / n;
      for (const double end : {interval.low, interval.high}) {
        const double left = (rate - end) * (rate - end);
        const double right = z95 * z95 * end * (1 - end) / n;
        CHECK(left == Approx(right).margin(1e-15));
      }
      CHECK(interval.low <= rate);
      CHECK(rate <= interval.high);
    }
  }
}

TEST_CASE("events and their complement have mirrored intervals") {
  const Interval some = wilson(48, 300, z95);
  const Interval others = wilson(252, 300, z95);
  CHECK(some.low == Approx(1 - others.high).epsilon(1e-12));
  CHECK(some.high == Approx(1 - others.low).epsilon(1e-12));
}

TEST_CASE("more users at the same rate make a narrower interval") {
  const Interval few = wilson(48, 300, z95);
  const Interval many = wilson(480, 3000, z95);
  CHECK(many.low > few.low);
  CHECK(many.high < few.high);
}

TEST_CASE("no events begin at exactly 0 whatever the number of users") {
  for (std::int64_t total = 1; total <= 1000; ++total) {
    INFO(total);
    CHECK(wilson(0, total, z95).low == 0);
  }
}
