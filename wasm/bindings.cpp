// The thin wrapper between the core and JavaScript. Functions only, so that nobody must delete()
// anything. Texts travel as UTF-8 bytes in one buffer that JavaScript fills and reads: embind's own
// strings would copy every character twice.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <memory>
#include <string>

#include "json/evaluate.hpp"

namespace {

allymark::json::PackStore store;    // packs between calls
std::string text;                   // the request on its way in, then the answer on its way out
std::unique_ptr<double[]> figures;  // volumes in, pay out
std::size_t figure_count = 0;

emscripten::val view_of(std::string& bytes) {
  return emscripten::val(
      emscripten::typed_memory_view(bytes.size(), reinterpret_cast<unsigned char*>(bytes.data())));
}

/// Makes room for a request of so many bytes and shows it.
emscripten::val reserve_text(std::size_t size) {
  text.resize(size);
  return view_of(text);
}

/// Answers the first `size` bytes of the buffer and shows the answer, valid until the next call.
emscripten::val evaluate(std::size_t size) {
  text.resize(size);
  text = allymark::json::evaluate(text, store);
  return view_of(text);
}

/// Makes room for so many volumes and shows it.
emscripten::val reserve_figures(std::size_t count) {
  if (count != figure_count) figures.reset(new double[count]);
  figure_count = count;
  return emscripten::val(emscripten::typed_memory_view(count, figures.get()));
}

/// Replaces every volume by its gross pay under the clause in the text buffer. Shows the refusal's
/// text, empty when all went well.
emscripten::val pay_many(std::size_t size) {
  text.resize(size);
  std::string refusal;
  const auto tariff = allymark::json::compile_tariff(text, store, refusal);
  if (refusal.empty()) refusal = allymark::json::pay_many(*tariff, figures.get(), figure_count);
  text = refusal;
  return view_of(text);
}

/// Shows the version's text.
emscripten::val version() {
  text = ALLYMARK_VERSION;
  return view_of(text);
}

}  // namespace

EMSCRIPTEN_BINDINGS(allymark) {
  emscripten::function("reserveText", &reserve_text);
  emscripten::function("evaluate", &evaluate);
  emscripten::function("reserveFigures", &reserve_figures);
  emscripten::function("payMany", &pay_many);
  emscripten::function("version", &version);
}
