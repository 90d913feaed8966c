// The thin wrapper between the core and JavaScript. Functions only, so that nobody must delete()
// anything. Texts travel as UTF-8 bytes in one buffer that JavaScript fills and reads: embind's own
// strings would copy every character twice.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>
#include <vector>

#include "json/evaluate.hpp"

namespace {

allymark::json::PackStore store;  // packs between calls
std::string text;                 // the request on its way in, then the answer on its way out
std::vector<double> figures;      // volumes in, pay out

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
  figures.resize(count);
  return emscripten::val(emscripten::typed_memory_view(figures.size(), figures.data()));
}

/// Replaces every volume by its gross pay under the clause in the text buffer. Shows the refusal's
/// text, empty when all went well.
emscripten::val pay_many(std::size_t size) {
  text.resize(size);
  std::string refusal;
  const auto tariff = allymark::json::compile_tariff(text, store, refusal);
  if (refusal.empty()) refusal = allymark::json::pay_many(*tariff, figures);
  text = refusal;
  return view_of(text);
}

std::string version() { return ALLYMARK_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(allymark) {
  emscripten::function("reserveText", &reserve_text);
  emscripten::function("evaluate", &evaluate);
  emscripten::function("reserveFigures", &reserve_figures);
  emscripten::function("payMany", &pay_many);
  emscripten::function("version", &version);
}
