#include "json/evaluate.hpp"

#include "allymark/base/codes.hpp"
#include "json/call.hpp"

namespace allymark::json {
namespace {

/// The text that answers a call, or, where a tariff is asked for, the text that refuses it; an
/// arithmetic that does not fit becomes an error like any other.
std::string answer_to(const Document& request, PackStore& store, Errors told,
                      std::optional<Tariff>* tariff) {
  std::string answer;
  bool fits = true;
  {
    const OverflowGuard guard;
    Call call(request, store, std::move(told));
    if (tariff != nullptr) {
      *tariff = call.tariff(answer);
    } else {
      answer = call.answer();
    }
    fits = !guard.raised();
  }
  const OverflowGuard lowered;
  return fits ? answer : refuse_overflow("");
}

std::string answer_to(std::string_view request, PackStore& store, std::optional<Tariff>* tariff) {
  Errors errors;
  const Document document = Document::parse(request, errors);
  for (const Error& error : errors) {
    // Of what stands twice the first is read, so that all else that is wrong is told with it.
    if (std::string_view(error.code) != error_code::duplicate_key) return refuse(errors);
  }
  return answer_to(document, store, std::move(errors), tariff);
}

}  // namespace

std::string evaluate(const Document& request, PackStore& store) {
  return answer_to(request, store, {}, nullptr);
}

std::string evaluate(std::string_view request, PackStore& store) {
  return answer_to(request, store, nullptr);
}

std::optional<Tariff> compile_tariff(std::string_view request, PackStore& store,
                                     std::string& refusal) {
  std::optional<Tariff> result;
  refusal = answer_to(request, store, &result);
  return result;
}

std::string pay_many(const Tariff& tariff, double* volumes, std::size_t count) {
  constexpr double most = 1e9;
  const Place place = Place::at("/volumes");
  Errors errors;
  const bool good = all_between(volumes, count, 0, most);
  for (std::size_t i = 0; !good && i < count && errors.size() < Document::most_errors; ++i) {
    if (volumes[i] >= 0 && volumes[i] <= most) continue;  // false for NaN too
    const char* code = volumes[i] < 0      ? error_code::below_minimum
                       : volumes[i] > most ? error_code::above_maximum
                                           : error_code::not_a_number;
    errors.add(code, place.index(i));
  }
  if (!errors.empty()) return refuse(errors);
  const OverflowGuard guard;
  tariff.gross_many(volumes, volumes, count);
  return guard.raised() ? refuse_overflow("/volumes") : std::string();
}

}  // namespace allymark::json
