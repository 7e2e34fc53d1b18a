// The system's OpenBLAS; Debian's package is libopenblas-dev.
#pragma once
#include <cblas.h>
