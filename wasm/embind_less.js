// Embind registers every type it knows, whether a binding uses it or not. The bindings pass sizes and
// views of bytes and figures only, so the conversions of strings, booleans and floating point (and the
// UTF-16 and UTF-32 code behind them) are left out of the glue.
mergeInto(LibraryManager.library, {
  _embind_register_std_string: function () {},
  _embind_register_std_string__deps: [],
  _embind_register_std_wstring: function () {},
  _embind_register_std_wstring__deps: [],
  _embind_register_float: function () {},
  _embind_register_float__deps: [],
  _embind_register_bool: function () {},
  _embind_register_bool__deps: [],
});
