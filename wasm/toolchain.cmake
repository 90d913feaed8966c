# Finds the Emscripten that is on PATH, so that `cmake --preset wasm` needs no emcmake.
# (emcmake also passes Node a flag that current Node refuses.)
find_program(EMCC emcc REQUIRED)
find_program(EM_CONFIG em-config REQUIRED)
execute_process(COMMAND "${EM_CONFIG}" EMSCRIPTEN_ROOT OUTPUT_VARIABLE emscripten_root
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(CMAKE_CROSSCOMPILING_EMULATOR node)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
