# cmake -D program=... -D expected=... -P expect_output.cmake: runs the program; its standard output must equal the file.
execute_process(COMMAND ${program} OUTPUT_VARIABLE actual RESULT_VARIABLE status)
file(READ ${expected} wanted)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${program} ended with ${status}")
elseif(NOT actual STREQUAL wanted)
  message(FATAL_ERROR "Printed:\n${actual}\nBut ${expected} says:\n${wanted}")
endif()
message("${actual}")
