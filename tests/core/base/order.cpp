#include "allymark/base/order.hpp"

#include <algorithm>
#include <random>
#include <string>

#include "support/catch.hpp"

TEST_CASE("a sort keeps the order of equal elements") {
  allymark::List<std::pair<int, char>> list = {{2, 'a'}, {1, 'b'}, {2, 'c'}, {1, 'd'}, {2, 'e'}};
  allymark::sort(list, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string letters;
  for (const auto& item : list) letters += item.second;
  CHECK(letters == "bdace");
}

TEST_CASE("a sort of nothing or of one element changes nothing") {
  allymark::List<int> none;
  allymark::sort(none, [](int a, int b) { return a < b; });
  CHECK(none.empty());
  allymark::List<int> one = {7};
  allymark::sort(one, [](int a, int b) { return a < b; });
  CHECK(one == allymark::List<int>{7});
}

TEST_CASE("a sort agrees with the library's stable sort on long lists") {
  std::mt19937 random(1);
  allymark::List<std::pair<unsigned, int>> list;
  for (int i = 0; i < 5000; ++i) list.push_back({random() % 100, i});
  auto expected = list;
  const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
  std::stable_sort(expected.begin(), expected.end(), less);
  allymark::sort(list, less);
  CHECK((list == expected));
}

TEST_CASE("order gives places and leaves the list alone") {
  const allymark::List<int> list = {30, 10, 20};
  const auto places = allymark::order(
      list.size(),
      [](std::uint32_t a, std::uint32_t b, const void* context) {
        const auto& items = *static_cast<const allymark::List<int>*>(context);
        return items[a] < items[b];
      },
      &list);
  CHECK(places == allymark::List<std::uint32_t>{1, 2, 0});
}

TEST_CASE("a list of one element keeps it when it grows") {
  allymark::List<int> list(1);
  list[0] = 7'654'321;
  list.push_back(8);
  CHECK(list == allymark::List<int>{7'654'321, 8});
}
