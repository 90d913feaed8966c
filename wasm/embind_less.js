// Embind's JavaScript turns any C++ type into any other and back, and brings errors for every way to
// get that wrong: 2 kB. The bindings take one size and answer where a View stands (bindings.cpp),
// nothing else, so this file brings embind's own functions for just that, by the names its C++ calls.
// The tests of the facade run it under both releases' Emscripten.
mergeInto(LibraryManager.library, {
  _embind_register_function: function (name, count, types, signature, invoker, target) {
    var text = "";
    for (; HEAPU8[name]; ++name) text += String.fromCharCode(HEAPU8[name]);
    Module[text] = function (size) {
      var view = getWasmTableEntry(invoker)(target, size) >> 2;
      return new (HEAPU32[view] ? Float64Array : Uint8Array)(HEAPU32.buffer, HEAPU32[view + 1], HEAPU32[view + 2]);
    };
  },
  _embind_register_function__deps: ["$getWasmTableEntry"],

  // The types stay unregistered.
  _embind_register_void: function () {},
  _embind_register_void__deps: [],
  _embind_register_bool: function () {},
  _embind_register_bool__deps: [],
  _embind_register_integer: function () {},
  _embind_register_integer__deps: [],
  _embind_register_bigint: function () {},
  _embind_register_bigint__deps: [],
  _embind_register_float: function () {},
  _embind_register_float__deps: [],
  _embind_register_std_string: function () {},
  _embind_register_std_string__deps: [],
  _embind_register_std_wstring: function () {},
  _embind_register_std_wstring__deps: [],
  _embind_register_emval: function () {},
  _embind_register_emval__deps: [],
  _embind_register_memory_view: function () {},
  _embind_register_memory_view__deps: [],
});
