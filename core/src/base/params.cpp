#include "allymark/base/params.hpp"

namespace allymark {

Params& Params::add(const char* name, Scalar value) {
  items_.push_back({name, std::move(value)});
  return *this;
}

Params&& Params::with(const char* name, Decimal value) && { return std::move(add(name, value)); }
Params&& Params::with(const char* name, Money value) && { return std::move(add(name, value)); }
Params&& Params::with(const char* name, std::string_view value) && {
  return std::move(add(name, value));
}
Params&& Params::with(const char* name, std::size_t count) && {
  return std::move(add(name, Decimal::whole(static_cast<std::int64_t>(count))));
}

}  // namespace allymark
