// The system's expat; Debian's package is libexpat1-dev.
#pragma once
#include <expat.h>
