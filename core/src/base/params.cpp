#include "allymark/base/params.hpp"

namespace allymark {

Params& Params::with(const char* name, Decimal value) {
  items_.push_back({name, value});
  return *this;
}
Params& Params::with(const char* name, Money value) {
  items_.push_back({name, value});
  return *this;
}
Params& Params::with(const char* name, const char* value) {
  return with(name, std::string_view(value));
}
Params& Params::with(const char* name, const std::string& value) {
  return with(name, std::string_view(value));
}
Params& Params::with(const char* name, std::string_view value) {
  items_.push_back({name, value});
  return *this;
}
Params& Params::with(const char* name, std::size_t count) {
  return with(name, Decimal::whole(static_cast<std::int64_t>(count)));
}

}  // namespace allymark
