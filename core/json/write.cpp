#include "json/write.hpp"

namespace allymark::json {
namespace {

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

void write_decimal(std::string& out, Decimal value, const Field* rule) {
  if (rule != nullptr && rule->shown_places >= 0) value = value.rounded(rule->shown_places);
  value.append_to(out);
}

void write_list(std::string& out, const Type& type, const Field* rule, const void* value) {
  out += '[';
  const std::size_t size = type.size(value);
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0) out += ',';
    write_value(out, *type.element, rule, type.entry(value, i));
  }
  out += ']';
}

void write_keyed(std::string& out, const Type& type, const Field* rule, const void* value) {
  out += '{';
  const std::size_t size = type.size(value);
  for (std::size_t i = 0; i < size; ++i) {
    const char* const entry = type.entry(value, i);
    write_key(out, as<std::string>(entry));
    write_value(out, *type.element, rule, entry + type.offset);
  }
  out += '}';
}

}  // namespace

void write_string(std::string& out, std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool control = static_cast<unsigned char>(c) < 0x20;
    if (!control && c != '"' && c != '\\') continue;
    // What needs no escape goes out in one piece.
    out.append(text.data() + written, i - written);
    written = i + 1;
    out += '\\';
    switch (c) {
      case '\n': out += 'n'; break;
      case '\r': out += 'r'; break;
      case '\t': out += 't'; break;
      default:
        if (control) {
          out += "u00";
          out += digits[static_cast<unsigned char>(c) >> 4U];
          out += digits[static_cast<unsigned char>(c) & 15U];
        } else {
          out += c;
        }
    }
  }
  out.append(text.data() + written, text.size() - written);
  out += '"';
}

void write_key(std::string& out, std::string_view name) {
  if (!out.empty() && out.back() != '{') out += ',';
  write_string(out, name);
  out += ':';
}

void write_members(std::string& out, const Type& type, const void* record) {
  const auto* base = static_cast<const char*>(record);
  for (std::uint16_t i = 0; i < type.count; ++i) {
    const Field& field = type.fields[i];
    const void* value = base + field.offset;
    const bool absent = field.type->kind == Kind::optional && !field.type->holds(value);
    if (absent && !field.is_nullable) continue;
    write_key(out, field.name);
    if (absent) {
      out += "null";
    } else {
      write_value(out, *field.type, &field, value);
    }
  }
}

void write_value(std::string& out, const Type& type, const Field* rule, const void* value) {
  switch (type.kind) {
    case Kind::boolean: out += as<bool>(value) ? "true" : "false"; return;
    case Kind::integer: append_whole(out, as<std::int64_t>(value)); return;
    case Kind::decimal: return write_decimal(out, as<Decimal>(value), rule);
    case Kind::money: as<Money>(value).append_to(out); return;
    case Kind::currency: return write_string(out, as<Currency>(value).code());
    case Kind::text: return write_string(out, as<std::string>(value));
    case Kind::code: return write_string(out, as<const char*>(value));
    case Kind::token: return write_string(out, type.tokens[as<std::uint8_t>(value)]);
    case Kind::month: return write_string(out, as<Month>(value).text());
    case Kind::date: return write_string(out, as<Date>(value).text());
    case Kind::scalar: return write_scalar(out, as<Scalar>(value));
    case Kind::params: return write_params(out, as<Params>(value));
    case Kind::list: return write_list(out, type, rule, value);
    case Kind::keyed: return write_keyed(out, type, rule, value);
    case Kind::optional:
      if (type.holds(value)) return write_value(out, *type.element, rule, value);
      out += "null";
      return;
    case Kind::record:
      out += '{';
      write_members(out, type, value);
      out += '}';
      return;
    case Kind::json: out += as<JsonText>(value).text; return;
    case Kind::raw: out += "null"; return;  // in requests only, never written
  }
}

void write_scalar(std::string& out, const Scalar& value) {
  switch (value.kind()) {
    case Scalar::Kind::number: value.number().append_to(out); return;
    case Scalar::Kind::amount: value.amount().append_to(out); return;
    case Scalar::Kind::text: write_string(out, value.text()); return;
  }
}

void write_params(std::string& out, const Params& params) {
  out += '{';
  for (const auto& param : params) {
    write_key(out, param.name);
    write_scalar(out, param.value);
  }
  out += '}';
}

void write_errors(std::string& out, const Errors& errors) {
  out += '[';
  for (const auto& error : errors) {
    if (out.back() == '}') out += ',';
    out += "{\"code\":";
    write_string(out, error.code);
    out += ",\"path\":";
    write_string(out, error.path);
    out += ",\"params\":";
    write_params(out, error.params);
    out += '}';
  }
  out += ']';
}

}  // namespace allymark::json
