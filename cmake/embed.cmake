# embed(target name folder files…): makes `std::span<const ryadom::EmbeddedFile> ryadom::embedded_<name>()`.
# Paths are relative to the folder. The assembler takes the bytes as they are, in no time.
function(embed target name folder)
  set(text "#include \"platform/core/embedded.hpp\"\n#include <array>\n")
  set(rows "")
  set(count 0)
  foreach(file ${ARGN})
    file(RELATIVE_PATH path ${folder} ${file})
    set(symbol embedded_${name}_${count})
    string(APPEND text
      "__asm__(\".section .rodata\\n.balign 8\\n.global ${symbol}\\n${symbol}:\\n.incbin \\\"${file}\\\"\\n"
      ".global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND rows "        EmbeddedFile{\"${path}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  string(APPEND text "namespace ryadom {\nstd::span<const EmbeddedFile> embedded_${name}() {\n"
    "    static const std::array<EmbeddedFile, ${count}> files{\n${rows}    };\n    return files;\n}\n}  // namespace ryadom\n")
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
  file(GENERATE OUTPUT ${source} CONTENT "${text}")
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${ARGN}" COMPILE_OPTIONS "-Wno-pedantic")
  target_sources(${target} PRIVATE ${source})
endfunction()
