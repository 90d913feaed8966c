// Embind registers every type it knows, whether a binding uses it or not. Texts cross as bytes here, so
// the conversions of C++ strings (and the UTF-16 and UTF-32 code behind them) are left out of the glue.
mergeInto(LibraryManager.library, {
  _embind_register_std_string: function () {},
  _embind_register_std_string__deps: [],
  _embind_register_std_wstring: function () {},
  _embind_register_std_wstring__deps: [],
});
