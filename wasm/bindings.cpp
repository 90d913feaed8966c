// The thin wrapper between the core and JavaScript. Functions only, so that nobody must delete()
// anything. Texts travel as UTF-8 bytes in one buffer that JavaScript fills and reads in place:
// embind's own strings would copy every character twice.

#include <emscripten/bind.h>

#include <cstdint>
#include <memory>
#include <string>

#include "json/evaluate.hpp"

namespace {

allymark::json::PackStore store;    // packs between calls
std::string text;                   // the request on its way in, then the answer on its way out
std::unique_ptr<double[]> figures;  // volumes in, pay out
std::size_t figure_count = 0;

/// Memory shown to JavaScript, until the next call: wasm/embind_less.js reads it by this order.
struct View {
  std::uint32_t holds_figures;  ///< doubles, or else bytes
  const void* data;
  std::size_t count;
} shown;
using Address = std::uintptr_t;  ///< of `shown`

Address show(const View& view) {
  shown = view;
  return reinterpret_cast<Address>(&shown);
}
Address show_text() { return show({false, text.data(), text.size()}); }

/// Makes room for a request of so many bytes and shows it.
Address reserve_text(std::size_t size) {
  text.resize(size);
  return show_text();
}

/// Answers the first `size` bytes of the buffer and shows the answer.
Address evaluate(std::size_t size) {
  text.resize(size);
  text = allymark::json::evaluate(text, store);
  return show_text();
}

/// Makes room for so many volumes and shows it.
Address reserve_figures(std::size_t count) {
  if (count != figure_count) figures.reset(new double[count]);
  figure_count = count;
  return show({true, figures.get(), count});
}

/// Replaces every volume by its gross pay under the clause in the text buffer. Shows the refusal's
/// text, empty when all went well.
Address pay_many(std::size_t size) {
  text.resize(size);
  std::string refusal;
  const auto tariff = allymark::json::compile_tariff(text, store, refusal);
  if (refusal.empty()) refusal = allymark::json::pay_many(*tariff, figures.get(), figure_count);
  text = refusal;
  return show_text();
}

/// Shows the version's text.
Address version() {
  text = ALLYMARK_VERSION;
  return show_text();
}

}  // namespace

/// Emscripten keeps a list of all bindings for threads that start later. Here are none, and without
/// the list the library that keeps it, and with it the names of every type of C++, stays out.
namespace emscripten::internal {
struct InitFunc;
extern "C" void _embind_register_bindings(InitFunc* /*bindings*/) {}
}  // namespace emscripten::internal

EMSCRIPTEN_BINDINGS(allymark) {
  emscripten::function("reserveText", &reserve_text);
  emscripten::function("evaluate", &evaluate);
  emscripten::function("reserveFigures", &reserve_figures);
  emscripten::function("payMany", &pay_many);
  emscripten::function("version", &version);
}
