// The minimal runtime waits for ever for a module that cannot be started, as where no memory is left.
// This lets its promise fail instead.
var WebAssembly = {
  instantiate: function (module, imports) {
    return globalThis.WebAssembly.instantiate(module, imports).catch(function (error) {
      readyPromiseReject(error);
      return new Promise(function () {});
    });
  },
};
