#pragma once
// Write: the one writer that turns any value with a field table into JSON text. Results state their
// decimals in the table; absent optional members are left out, or null where the table says so.

#include "allymark/base/error.hpp"
#include "allymark/base/fields.hpp"

namespace allymark::json {

/// Appends a quoted and escaped JSON string.
void write_string(std::string& out, std::string_view text);

/// Appends a value; `rule` gives the decimals to show.
void write_value(std::string& out, const Type& type, const Field* rule, const void* value);

/// Appends the members of a record without braces, each with a comma before it unless it is the
/// first after "{": several records can share one object.
void write_members(std::string& out, const Type& type, const void* record);

/// The same of any record that has a field table.
template <class T>
void write_members(std::string& out, const T& record) {
  write_members(out, type_of<T>(), &record);
}
/// Appends any value that has a field table, figures with all their decimals.
template <class T>
void write(std::string& out, const T& value) {
  write_value(out, type_of<T>(), nullptr, &value);
}

/// Appends {"name": value, ...}.
void write_params(std::string& out, const Params& params);
/// Appends a figure, an amount in yuan or a quoted text.
void write_scalar(std::string& out, const Scalar& value);
/// Appends [{"code","path","params"}, ...].
void write_errors(std::string& out, const Errors& errors);
/// Appends "name": with a comma before it unless it is the first member.
void write_key(std::string& out, std::string_view name);

}  // namespace allymark::json
