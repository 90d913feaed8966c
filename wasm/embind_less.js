// Embind's JavaScript turns any C++ type into any other and back, and brings errors for every way to
// get that wrong: 2 kB. The bindings take sizes and answer views of bytes or figures, nothing else,
// so this file brings embind's own functions for just that, by the names its C++ calls.
// The tests of the facade run it under both releases' Emscripten.
mergeInto(LibraryManager.library, {
  // What C++ holds of JavaScript: views, by handle. Handles below 64 have meanings of embind's own.
  $emvalHeld: "new Map()",
  $embindViews: "new Map()",

  _embind_register_memory_view: function (type, element) {
    embindViews.set(type, [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array][element]);
  },
  _embind_register_memory_view__deps: ["$embindViews"],

  _emval_take_value: function (type, at) {
    var handle = 64;
    while (emvalHeld.has(handle)) ++handle;
    var View = embindViews.get(type);
    emvalHeld.set(handle, { count: 1, value: new View(HEAPU32.buffer, HEAPU32[(at >> 2) + 1], HEAPU32[at >> 2]) });
    return handle;
  },
  _emval_take_value__deps: ["$emvalHeld", "$embindViews"],
  _emval_incref: function (handle) {
    ++emvalHeld.get(handle).count;
  },
  _emval_incref__deps: ["$emvalHeld"],
  _emval_decref: function (handle) {
    if (--emvalHeld.get(handle).count === 0) emvalHeld.delete(handle);
  },
  _emval_decref__deps: ["$emvalHeld"],

  _embind_register_function: function (name, count, types, signature, invoker, target) {
    var text = "";
    for (; HEAPU8[name]; ++name) text += String.fromCharCode(HEAPU8[name]);
    Module[text] = function (size) {
      var handle = getWasmTableEntry(invoker)(target, size);
      var value = emvalHeld.get(handle).value;
      __emval_decref(handle);
      return value;
    };
  },
  _embind_register_function__deps: ["$emvalHeld", "_emval_decref", "$getWasmTableEntry"],

  // The other types stay unregistered.
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
});
